"""The mark beside what only a handful of people did or had."""

from html import escape

import streamlit as st

from dashboard.language import Words
from dashboard.sentences.values import FEW_PEOPLE


def mark_few(n: int, words: Words) -> None:
    """Nothing for nobody, or from ten people on."""
    if 0 < n < FEW_PEOPLE:
        st.html(f'<p class="few-people">{escape(words("sentences.context.few"))}</p>')
