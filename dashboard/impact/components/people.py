"""Who took part: large numbers with words under them, then who was lost and which groups there were."""

from html import escape

import streamlit as st

from dashboard.impact.components.section import paragraphs, section
from dashboard.impact.sentences.people import group_sentences, measured_note, people_figures, people_sentences
from dashboard.language import Words
from pipelines.editions.edition import Edition


def show_people(edition: Edition, words: Words) -> None:
    with section("people", words("impact.people.title")):
        figures = "".join(
            f"<div><dt>{escape(figure.what)}</dt><dd>{escape(figure.written)}</dd></div>"
            for figure in people_figures(edition, words)
        )
        said = paragraphs([*people_sentences(edition, words), *group_sentences(edition, words)])
        small = paragraphs([measured_note(edition, words)], "small-print")
        st.html(f'<dl class="band about-people">{figures}</dl>{said}{small}')
