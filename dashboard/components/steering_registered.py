"""Which registration falls behind, and what is not filled in with the answer that it keeps away."""

from html import escape

import streamlit as st

from dashboard.components.part import part, say
from dashboard.components.steering_due import SENTENCE_WIDTH
from dashboard.components.table import show_table
from dashboard.language import Words
from dashboard.navigation import page_file
from dashboard.sentences.steering import (
    behind_row,
    behind_sentences,
    by_blocked_page,
    field_sentences,
    is_behind,
    missing_sentence,
)
from dashboard.workspace import PROJECT_KEY
from pipelines.domain.project import Project
from pipelines.domain.steering import MissingField, Steering

HEADINGS = ("kind", "newest", "ago", "people")


def show_behind(steering: Steering, words: Words) -> None:
    sentences = [" ".join(behind_sentences(steering, words))]
    advice = [words("steering.behind.what_to_do")] if is_behind(steering) else []
    with part("behind", words("steering.behind.title"), sentences, advice):
        with st.container(width=SENTENCE_WIDTH):
            show_table(
                words("steering.behind.caption"),
                [words(f"steering.behind.heading.{heading}") for heading in HEADINGS],
                [behind_row(registered, steering.as_of, words) for registered in steering.last_registered],
            )
        if is_behind(steering):
            _link("upload", words)


def show_missing(steering: Steering, project: Project, words: Words) -> None:
    with part("missing", words("steering.missing.title"), [missing_sentence(steering.missing, words)]):
        for page, fields in by_blocked_page(steering.missing).items():
            _show_blocked(page, fields, project, words)


def _show_blocked(page: str, fields: list[MissingField], project: Project, words: Words) -> None:
    """The question that waits, and the fields it waits for."""
    with st.container(key=f"blocked_{page}"):
        st.html(f'<h3 class="question">{escape(words(f"shell.page.{page}"))}</h3>')
        for field in fields:
            say([" ".join(field_sentences(field, words))])
        _link(page, words, project)


def _link(page: str, words: Words, project: Project | None = None) -> None:
    query = {PROJECT_KEY: str(project.project_id)} if project else {}
    label = words("steering.to_page", page=words(f"shell.page.{page}"))
    st.page_link(page_file(page), label=label, query_params=query)
