"""Does progress last, how soon does it come, and how did it go over the calendar."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from dashboard.charts.trajectory import calendar_figure, how_soon_figure, lasting_figure
from dashboard.components.chart import show_figure
from dashboard.components.over_time_moments import show_warnings
from dashboard.components.part import part, say
from dashboard.language import Words
from dashboard.navigation import page_file
from dashboard.sentences.marks import plain
from dashboard.sentences.over_time import lasting_alternative, lasting_sentences, lasting_small_print
from dashboard.sentences.over_time_calendar import (
    calendar_alternative,
    calendar_reading,
    calendar_sentences,
    how_soon_alternative,
    how_soon_sentences,
    how_soon_small_print,
)
from dashboard.sentences.values import FEW_PEOPLE
from dashboard.workspace import PROJECT_KEY, store, theme_is_dark
from pipelines.domain.note import Lesson
from pipelines.domain.outcome import Outcome
from pipelines.domain.project import Project
from pipelines.domain.trajectory import Trajectory
from pipelines.notes import notes_of


def show_lasting(trajectory: Trajectory, outcome: Outcome, project: Project, words: Words) -> None:
    """For every two moments in a row; what to do as long as nobody was measured at two."""
    with part("lasting", words("over_time.lasting.title")):
        if not trajectory.lasting:
            say([words("over_time.lasting.nobody_twice"), words("over_time.lasting.what_to_do")])
            _show_link("steering", "over_time.lasting.to_steering", project, words)
            return
        for lasting in trajectory.lasting:
            say(lasting_sentences(lasting, outcome, words))
            figure = lasting_figure(lasting, outcome, words, dark=theme_is_dark())
            show_figure(figure, f"lasting_{lasting.moment}", alt=lasting_alternative(lasting, outcome, words))
        say((), lasting_small_print(trajectory.lasting, words))
        few = any(0 < lasting.n_improved < FEW_PEOPLE for lasting in trajectory.lasting)
        show_warnings([words("sentences.context.few")] if few else [])


def show_how_soon(trajectory: Trajectory, outcome: Outcome, words: Words) -> None:
    first = trajectory.first_improvement
    sentences = how_soon_sentences(first, outcome, words)
    with part("how_soon", words("over_time.how_soon.title"), sentences):
        if first is not None and first.curve:
            said = f"{plain(sentences[0])} {how_soon_alternative(first, words)}"
            show_figure(how_soon_figure(first, words, dark=theme_is_dark()), "how_soon", alt=said)
        say((), how_soon_small_print(first, outcome, words))
        if first is not None and 0 < first.n < FEW_PEOPLE:
            show_warnings([words("sentences.context.few")])


def show_calendar(trajectory: Trajectory, outcome: Outcome, project: Project, words: Words) -> None:
    """The quarters, marked with what the project changed on this life domain or as a whole."""
    calendar, lessons = trajectory.calendar, _lessons(project, trajectory.life_domain)
    sentences = calendar_sentences(calendar, outcome, bool(lessons), words)
    with part("calendar", words("over_time.calendar.title"), sentences):
        if not calendar:
            return
        figure = calendar_figure(calendar, lessons, words, dark=theme_is_dark())
        show_figure(figure, "calendar", alt=calendar_alternative(calendar, lessons, words))
        say((), [calendar_reading(words)])
        if not lessons:
            say((), [words("over_time.calendar.no_marks")])
            _show_link("learning", "over_time.calendar.to_learning", project, words)


def _lessons(project: Project, life_domain: str) -> Sequence[Lesson]:
    """What was changed on a day, the earliest first; on this life domain, or on none in particular."""
    lessons = [kept.note for kept in notes_of(store(), project.project_id, Lesson)]
    marked = [one for one in lessons if one.changed_on is not None and one.life_domain in (None, life_domain)]
    return sorted(marked, key=lambda lesson: lesson.changed_on or date.min)


def _show_link(page: str, label: str, project: Project, words: Words) -> None:
    st.page_link(page_file(page), label=words(label), query_params={PROJECT_KEY: str(project.project_id)})
