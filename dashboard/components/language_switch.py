"""The switch between Dutch and English, kept in the address as ?lang=en."""

import streamlit as st

from dashboard.language import LANGUAGES
from dashboard.reader import LANGUAGE_KEY, current_words
from pipelines.domain.frozen import Language


def language_switch() -> None:
    """Codes serve as labels: Streamlit writes the label into the address."""
    st.segmented_control(
        current_words()("shell.language"),
        LANGUAGES,
        default=LANGUAGES[0],
        required=True,
        key=LANGUAGE_KEY,
        label_visibility="collapsed",
        bind="query-params",
    )


def tell_browser_language(language: Language) -> None:
    """For screen readers and translators: Streamlit's own page says it is in English."""
    st.html(f"<script>document.documentElement.lang = '{language}'</script>", unsafe_allow_javascript=True)
