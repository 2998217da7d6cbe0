"""Signed by whom, when, by which method and software."""

from html import escape

import streamlit as st

from dashboard.impact.sentences.colophon import colophon_lines
from dashboard.language import Words
from pipelines.editions.edition import Edition


def show_colophon(edition: Edition, words: Words) -> None:
    lines = "".join(f"<p>{escape(line)}</p>" for line in colophon_lines(edition, words) if line)
    st.html(f'<div class="colophon">{lines}</div>')
