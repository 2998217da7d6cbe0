"""Who is due for a measurement: how many, in which week, at which moment. Never which participant."""

from collections.abc import Sequence

import streamlit as st

from dashboard.charts.bars import BarRow, bars_figure
from dashboard.charts.canvas import Figure
from dashboard.components.chart import show_figure
from dashboard.components.part import part, say
from dashboard.components.table import show_table
from dashboard.language import Words
from dashboard.notation import whole
from dashboard.sentences.recognition import moment_name
from dashboard.sentences.steering_due import (
    MomentDue,
    agenda,
    agenda_alternative,
    days_ahead,
    due_by_moment,
    due_rules,
    due_sentences,
)
from dashboard.workspace import open_cursor, theme_is_dark
from pipelines.domain.project import Project
from pipelines.domain.steering import Steering
from pipelines.outcomes.steering import read_steering

WEEKS = (2, 4, 8)
DEFAULT_WEEKS = 4
MOST_READINGS = 5
# What stands under the sentences is as wide as they are, in pixels.
SENTENCE_WIDTH = 780


@st.cache_data(scope="session", max_entries=MOST_READINGS, show_spinner=False)
def current_steering(project_id: int, version: str, weeks: int) -> Steering:  # noqa: ARG001  part of the key
    """What asks for attention in this version of the project's data. It speaks of single people: kept for the session
    that reads it, and no longer.
    """
    with open_cursor() as cursor:
        return read_steering(cursor, project_id, ahead_days=days_ahead(weeks))


def show_due(project: Project, version: str, words: Words) -> Steering:
    """What asks for attention, as far ahead as the reader chose to look."""
    with part("due", words("steering.due.title")):
        answer = st.container()
        weeks = _choose_weeks(words)
        steering = current_steering(project.project_id, version, weeks)
        with answer:
            say([" ".join(filter(None, due_sentences(steering, weeks, words)))])
        if any(one.n_coming for one in due_by_moment(steering.due)):
            _show_agenda(steering, weeks, words)
        if steering.due:
            _show_moments(due_by_moment(steering.due), weeks, words)
        say([], due_rules(project, steering, words))
    return steering


def _choose_weeks(words: Words) -> int:
    return st.segmented_control(
        words("steering.due.ahead"),
        WEEKS,
        default=DEFAULT_WEEKS,
        required=True,
        format_func=lambda weeks: words.count("steering.due.weeks", weeks),
        key="steering_weeks",
        persist_state="session",
    )


def agenda_figure(entries: Sequence[tuple[str, int]], words: Words, *, dark: bool) -> Figure:
    """A bar per entry of the agenda, its number at its end."""
    return bars_figure([BarRow(name, n, f"<b>{whole(n, words.language)}</b>") for name, n in entries], words, dark=dark)


def _show_agenda(steering: Steering, weeks: int, words: Words) -> None:
    entries = agenda(steering, weeks, words)
    figure = agenda_figure(entries, words, dark=theme_is_dark())
    show_figure(figure, "steering_agenda", alt=agenda_alternative(entries, words))


def _show_moments(moments: list[MomentDue], weeks: int, words: Words) -> None:
    has_undated = any(one.n_undated for one in moments)
    headings = ["moment", "overdue", "coming", *["undated"] * has_undated, "longest"]
    with st.container(width=SENTENCE_WIDTH):
        show_table(
            words("steering.table.caption"),
            [words(f"steering.table.{heading}", weeks=weeks) for heading in headings],
            [_moment_row(one, words, has_undated=has_undated) for one in moments],
        )


def _moment_row(due: MomentDue, words: Words, *, has_undated: bool) -> list[str]:
    counts = [due.n_overdue, due.n_coming, *[due.n_undated] * has_undated]
    longest = words("steering.table.none") if due.longest is None else words.count("steering.days", due.longest)
    name = moment_name(due.moment, words)
    return [name, *(whole(n, words.language) for n in counts), longest]
