"""Who is in it: large numbers with words under them, before the first result."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from dashboard.language import Words
from dashboard.outcome_rows import Row
from dashboard.sentences.participation import Figure, participation_figures, participation_notes, period
from pipelines.domain.outcome import Participation
from pipelines.domain.project import Project


def show_heading(project: Project, participation: Participation, words: Words) -> None:
    """The project's name and, under it, where, when, and whether the data are invented."""
    marks = [project.facts.neighbourhood, period(participation, words)]
    if project.is_sample:
        marks.append(words("sentences.participation.sample"))
    said = " · ".join(escape(mark) for mark in marks if mark)
    st.html(f'<header class="page-head"><h1>{escape(project.name)}</h1><p class="quiet">{said}</p></header>')


def show_domain_heading(row: Row | None, project: Project, words: Words) -> None:
    """The life domain as title, and under it of which project."""
    title = words.name(row.name) if row else words("shell.page.life_domain")
    marks = [project.name, words("sentences.participation.sample") if project.is_sample else ""]
    said = " · ".join(escape(mark) for mark in marks if mark)
    st.html(f'<header class="page-head"><h1>{escape(title)}</h1><p class="quiet">{said}</p></header>')


def show_band(participation: Participation, words: Words) -> None:
    figures = "".join(_figure_html(figure) for figure in participation_figures(participation, words))
    notes = _notes_html(participation_notes(participation, words))
    st.html(f'<dl class="band">{figures}</dl>{notes}')


def _figure_html(figure: Figure) -> str:
    """The number stands above its words, and is read after them."""
    notes = "".join(f"<span>{escape(note)}</span>" for note in figure.notes)
    return f"<div><dt>{escape(figure.words)}{notes}</dt><dd>{figure.n}</dd></div>"


def _notes_html(notes: Sequence[str]) -> str:
    return "".join(f'<p class="small-print">{escape(note)}</p>' for note in notes)
