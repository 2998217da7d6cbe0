"""Period by period: how many took part at its beginning, came, left, and took part at its end."""

import streamlit as st

from dashboard.charts.comings import ComingsColumn, comings_figure
from dashboard.components.chart import show_figure
from dashboard.components.flow_parts.sum_table import show_sums
from dashboard.components.part import part, say
from dashboard.language import Words
from dashboard.notation import day
from dashboard.sentences.flow import is_unfinished, period_name, sum_sentences
from dashboard.workspace import read_once, theme_is_dark
from pipelines.domain.flow import Flow, Period
from pipelines.domain.project import Project
from pipelines.outcomes.flow import read_flow

PERIODS = tuple(Period)


def show_periods(project: Project, version: str, words: Words) -> None:
    with part("periods", words("flow.period.title")):
        answer = st.container()
        if not read_once(read_flow, project, version).periods:
            say(sum_sentences(read_once(read_flow, project, version), words))
            return
        period = _choose_period(words)
        flow = read_once(read_flow, project, version, period=period)
        with answer:
            say(sum_sentences(flow, words))
        _show_comings(flow, period, words)
        show_sums(flow, period, words)
        say([], _notes(flow, period, words))


def _choose_period(words: Words) -> Period:
    return st.segmented_control(
        words("flow.period.choice"),
        PERIODS,
        default=Period.QUARTER,
        required=True,
        format_func=lambda period: words(f"flow.period.{period}"),
        key="flow_period",
        persist_state="session",
    )


def _show_comings(flow: Flow, period: Period, words: Words) -> None:
    """The year is written under its first column."""
    years = [one.first_day.year for one in flow.periods]
    columns = [
        ComingsColumn(one.entered, one.left, str(year) if year not in years[:place] else "")
        for place, (one, year) in enumerate(zip(flow.periods, years, strict=True))
    ]
    heads = (words("flow.period.heading.entered"), words("flow.period.heading.left"))
    figure = comings_figure(columns, heads, words, dark=theme_is_dark())
    show_figure(figure, "comings", alt=_alternative(flow, period, words))


def _alternative(flow: Flow, period: Period, words: Words) -> str:
    told = [
        words("flow.period.alternative", period=period_name(one, period, words), entered=one.entered, left=one.left)
        for one in flow.periods
    ]
    return "; ".join(told) + "."


def _notes(flow: Flow, period: Period, words: Words) -> list[str]:
    until = words("flow.period.unfinished", day=day(flow.as_of, words.language)) if is_unfinished(flow, period) else ""
    return [until, words("flow.period.always_add_up")]
