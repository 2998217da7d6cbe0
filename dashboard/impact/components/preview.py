"""An edition that was not signed yet, as its readers would see it; files and signature are not there yet."""

from pathlib import Path

import streamlit as st

from dashboard.impact.components.whole_page import show_whole_page
from dashboard.impact.domains import domains_of
from dashboard.language import Words
from pipelines.editions.edition import Edition

LOOK = Path(__file__).parents[1].joinpath("impact").with_suffix(".css")


def show_preview(edition: Edition, title: str, words: Words) -> None:
    with st.expander(title, expanded=True, key="preview"):
        st.html(LOOK)
        show_whole_page(edition, domains_of(edition, words), words)
