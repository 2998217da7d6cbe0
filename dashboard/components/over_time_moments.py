"""Who was measured when, and what changed since the start, moment by moment."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from dashboard.charts.trajectory import changes_figure, measured_figure
from dashboard.components.chart import show_figure
from dashboard.components.part import part, say
from dashboard.components.table import show_table
from dashboard.language import Words
from dashboard.sentences.change import change_sentence
from dashboard.sentences.marks import plain
from dashboard.sentences.over_time import (
    change_sentences,
    change_small_print,
    change_warnings,
    levels_alternative,
    levels_of,
    measured_sentences,
    measured_table,
)
from dashboard.sentences.recognition import moment_name
from dashboard.workspace import read_once, theme_is_dark
from pipelines.domain.outcome import Outcome
from pipelines.domain.project import Project
from pipelines.domain.series import series_of
from pipelines.domain.trajectory import Trajectory
from pipelines.outcomes.findings import read_outcomes
from pipelines.outcomes.trajectory import read_trajectories

HEADINGS = ("moment", "n", "mean", "sd", "period")


def trajectory_of(outcome: Outcome, project: Project, version: str) -> Trajectory:
    """The same indicator and kind of rater over all moments."""
    trajectories = read_once(read_trajectories, project, version)
    return next(one for one in trajectories if series_of(one) == series_of(outcome))


def pinned_outcomes(trajectory: Trajectory, project: Project, version: str) -> list[Outcome]:
    """The outcome at each moment at which somebody has a pair, compared with their own start."""
    return [
        next(
            one
            for one in read_once(read_outcomes, project, version, moment=point.moment)
            if series_of(one) == series_of(trajectory)
        )
        for point in trajectory.points
        if point.n_pairs
    ]


def show_measured(trajectory: Trajectory, outcome: Outcome, words: Words) -> None:
    """Levels as bars; where there are too many values a table."""
    with part("measured", words("over_time.measured.title"), measured_sentences(trajectory, words)):
        if levels_of(trajectory):
            figure = measured_figure(trajectory, outcome, words, dark=theme_is_dark())
            show_figure(figure, "measured", alt=levels_alternative(trajectory, outcome, words))
            return
        headings = [words(f"over_time.measured.heading.{heading}") for heading in HEADINGS]
        what = words.name(trajectory.indicator_name)
        show_table(words("over_time.measured.caption", what=what), headings, measured_table(trajectory, words))
        say((), [words("over_time.measured.many_values")])


def show_change(outcomes: Sequence[Outcome], words: Words) -> None:
    """`outcomes` are the pinned ones."""
    with part("change", words("over_time.change.title"), change_sentences(outcomes, words)):
        if not outcomes:
            return
        alternative = " ".join(
            f"{moment_name(outcome.moment or 0, words).capitalize()}: {change_sentence(outcome, words)}"
            for outcome in outcomes
        )
        show_figure(changes_figure(outcomes, words, dark=theme_is_dark()), "change", alt=plain(alternative))
        say((), change_small_print(outcomes, words))
        show_warnings(change_warnings(outcomes, words))


def show_warnings(warnings: Sequence[str]) -> None:
    """That people are few; nothing where they are not."""
    if warnings:
        st.html("".join(f'<p class="few-people">{escape(warning)}</p>' for warning in warnings))
