"""How a page about one project opens: its question as the title, of which project, and the choice of another."""

from html import escape

import streamlit as st

from dashboard.components.empty_page import show_no_project
from dashboard.language import Words
from dashboard.workspace import current_project, open_cursor
from pipelines.domain.project import Project


def open_project_page(title: str, lead: str, words: Words) -> Project:
    """The project that is chosen. As long as there is none the page says so and ends."""
    heading, chooser = st.columns([2.6, 1], gap="large", vertical_alignment="bottom")
    with open_cursor() as cursor, chooser:
        project = current_project(cursor)
    if project is None:
        show_no_project(words)
        st.stop()
    marks = [project.name, words("sentences.participation.sample") if project.is_sample else ""]
    said = " · ".join(escape(mark) for mark in marks if mark)
    with heading:
        st.html(
            f'<header class="page-head"><h1>{escape(title)}</h1><p class="quiet">{said}</p></header>'
            f'<p class="page-lead">{escape(lead)}</p>'
        )
    return project
