"""How it was counted, in plain words, and what is not claimed."""

from html import escape

import streamlit as st

from dashboard.components.chapter import bullets
from dashboard.impact.components.section import section
from dashboard.impact.sentences.colophon import disclosure_sentence, hidden_sentence
from dashboard.language import Words
from pipelines.editions.edition import Edition

NOT_CLAIMED = ("cause", "low_point", "everybody", "no_difference", "comparison")


def show_method(edition: Edition, words: Words) -> None:
    said = [
        words("impact.method.twice"),
        f"{disclosure_sentence(edition, words)} {hidden_sentence(edition, words)}",
        words("impact.method.stories"),
    ]
    with section("method", words("impact.method.title"), said):
        title = escape(words("impact.method.not_claimed"))
        st.html(
            f'<h3 class="part-name">{title}</h3>' + bullets(words(f"method.not_claimed.{one}") for one in NOT_CLAIMED)
        )
