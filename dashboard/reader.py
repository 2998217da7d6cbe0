"""Who reads: the language of this session and its theme. Opens nothing, so that every entry can share it."""

import streamlit as st

from dashboard.language import Words

LANGUAGE_KEY = "lang"


def current_words() -> Words:
    return Words(st.session_state.get(LANGUAGE_KEY) or "nl")


def theme_is_dark() -> bool:
    return st.context.theme.type == "dark"
