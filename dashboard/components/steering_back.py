"""Where people move back: the outcomes of which at least the chosen part did, the largest part first."""

from collections.abc import Sequence

import streamlit as st

from dashboard.charts.overview import overview_figure
from dashboard.components.chart import show_chart_of_all
from dashboard.components.outcome_choices import choose_outcomes
from dashboard.components.outcome_row import DOMAIN_KEY, instrument_html, small_print_html
from dashboard.components.part import part, say
from dashboard.language import Words
from dashboard.navigation import page_file
from dashboard.notation import percentage
from dashboard.outcome_rows import Row, rows
from dashboard.sentences.alternatives import overview_alternative
from dashboard.sentences.change import change_sentence
from dashboard.sentences.marks import as_html
from dashboard.sentences.steering import back_sentence, most_back
from dashboard.workspace import PROJECT_KEY
from pipelines.domain.outcome import Outcome
from pipelines.domain.project import Project

LINES = tuple(range(10, 55, 5))
DEFAULT_LINE = 25


@st.fragment
def show_back(outcomes: Sequence[Outcome], project: Project, words: Words, version: str) -> None:
    """A fragment: another line changes nothing else on the page."""
    with part("back", words("steering.back.title")):
        with st.container(horizontal=True, key="choices"):
            line = _choose_line(words) / 100
            chosen = choose_outcomes(outcomes, words)
        say([back_sentence(chosen, line, words)], [words("steering.back.limits")])
        if found := most_back(chosen, line):
            _show_found(found, chosen, project, words, version)
        st.page_link(page_file("learning"), label=words("steering.back.to_learning"),
                     query_params={PROJECT_KEY: str(project.project_id)})  # fmt: skip


def _choose_line(words: Words) -> int:
    """In percent."""
    return st.select_slider(
        words("steering.back.line"),
        LINES,
        value=DEFAULT_LINE,
        format_func=lambda line: percentage(line / 100, words.language),
        key="steering_line",
        persist_state="session",
    )


def _show_found(found: Sequence[Outcome], outcomes: Sequence[Outcome], project: Project, words: Words,
                version: str) -> None:  # fmt: skip
    """All of them at a glance, then each in words."""
    show_chart_of_all(overview_figure, found, words, version, alt=overview_alternative(found, words))
    row_of = {row.life_domain: row for row in rows(outcomes, "instrument")}
    for outcome in found:
        _show_one(outcome, row_of[outcome.life_domain], project, words)


def _show_one(outcome: Outcome, row: Row, project: Project, words: Words) -> None:
    with st.container(key=f"domain_row_back_{outcome.instrument}_{outcome.indicator}_{outcome.rater}"):
        sentence = f'<p class="sentence">{as_html(change_sentence(outcome, words))}</p>'
        st.html(instrument_html(outcome, row, words) + sentence + small_print_html(outcome, words))
        st.page_link(page_file("life_domain"), label=words("count_and_tell.more", what=words.name(row.name)),
                     query_params={PROJECT_KEY: str(project.project_id), DOMAIN_KEY: row.life_domain})  # fmt: skip
