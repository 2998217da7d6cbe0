"""How the page of an edition opens: whose it is, what the project is, and what stands out."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from dashboard.impact.components.section import paragraphs
from dashboard.impact.domains import Domain
from dashboard.impact.sentences.colophon import signed_line
from dashboard.impact.sentences.lead import lead_sentences, project_facts, project_sentence
from dashboard.impact.sentences.stories import withdrawn_sentence
from dashboard.language import Words
from dashboard.sentences.marks import as_html
from pipelines.editions.edition import Edition


def show_opening(edition: Edition, domains: Sequence[Domain], words: Words) -> None:
    """The project names the page too: so it is called in the browser, and as a pdf."""
    contents = edition.contents
    st.set_page_config(page_title=contents.project)
    marks = [words("sentences.participation.sample") if contents.is_sample else "", signed_line(edition, words)]
    said = " · ".join(escape(mark) for mark in marks if mark)
    st.html(
        f'<header class="page-head"><h1>{escape(contents.project)}</h1><p class="quiet">{said}</p></header>'
        f'<div class="about-project">{_project_html(edition, words)}</div>'
        f'<div class="lead"><p>{as_html(" ".join(filter(None, lead_sentences(edition, domains, words))))}</p></div>'
        + paragraphs([withdrawn_sentence(edition, words)], "notice")
    )


def _project_html(edition: Edition, words: Words) -> str:
    """One paragraph: where and since when, then what the project says of itself."""
    where = project_sentence(edition.contents, words)
    facts = project_facts(edition.contents, words)
    told = " ".join(f"<strong>{escape(what)}:</strong> {escape(_closed(said))}" for what, said in facts)
    own = f'<p class="small-print">{escape(words("impact.project.own_words"))}</p>' if facts else ""
    return f'<p class="sentence">{escape(where)} {told}</p>{own}' if where or told else ""


def _closed(said: str) -> str:
    """With a full stop, where the project wrote none."""
    return said if said.endswith((".", "!", "?")) else f"{said}."
