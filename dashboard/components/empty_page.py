"""What stands on a page as long as there is nothing to show, and what to do about it."""

import streamlit as st

from dashboard.language import Words
from dashboard.navigation import page_file


def show_no_project(words: Words) -> None:
    _show(words, "count_and_tell.empty")


def show_no_outcomes(words: Words) -> None:
    _show(words, "count_and_tell.no_outcomes")


def _show(words: Words, key: str) -> None:
    st.header(words(f"{key}.title"), anchor=False)
    st.markdown(words(f"{key}.text"))
    st.page_link(page_file("upload"), label=words("count_and_tell.empty.link"))
