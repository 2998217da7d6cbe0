"""The switch between Dutch and English, kept in the address as ?lang=en."""

import streamlit as st

from dashboard.language import LANGUAGES
from dashboard.workspace import LANGUAGE_KEY, current_words


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
    st.html(
        f"<script>document.documentElement.lang = '{current_words().language}'</script>",
        unsafe_allow_javascript=True,
    )
