"""Those who had an intervention beside those who had not."""

from collections.abc import Sequence

import streamlit as st

from dashboard.charts.dots import Dot, DotRow, Scale, dots_figure
from dashboard.components.actions_done import uses
from dashboard.components.chart import show_figure
from dashboard.components.few_people import mark_few
from dashboard.components.part import part, say
from dashboard.language import Words
from dashboard.notation import percentage
from dashboard.sentences.actions_beside import (
    SideBySide,
    aimed_first,
    beside_alternative,
    beside_notes,
    beside_sentences,
    side_by_side,
    written,
)
from dashboard.workspace import read_once, theme_is_dark
from pipelines.domain.project import Project
from pipelines.outcomes.findings import read_outcomes
from pipelines.outcomes.interventions import read_instruments_used

SHARES = (0.0, 0.5, 1.0)
CHOICE_WIDTH = 420


def show_beside(project: Project, version: str, n_enrolled: int, words: Words) -> None:
    """Nothing as long as no intervention is registered."""
    used = read_once(read_instruments_used, project, version)
    if not used:
        return
    with part("beside", words("actions.beside.title")):
        name = _choose(used, project, words)
        outcomes = read_once(read_outcomes, project, version, attribute=f"intervention:{name}")
        found, aims = side_by_side(outcomes, words), _aims(name, project, version)
        say(beside_sentences(name, used[name], n_enrolled, found, aims, words))
        if found:
            first, others = aimed_first(found, aims)
            _show_dots(first, "beside", words)
            mark_few(max(one.with_it.n_pairs for one in found), words)
            _show_others(others, words)
            say([], beside_notes(found, aims, words))


def _choose(used: dict[str, int], project: Project, words: Words) -> str:
    return st.selectbox(
        words("actions.beside.choice"),
        list(used),
        format_func=lambda name: words.count("actions.beside.option", used[name], name=name),
        key=f"beside_{project.project_id}",
        persist_state="session",
        width=CHOICE_WIDTH,
    )


def _aims(name: str, project: Project, version: str) -> set[str]:
    """The life domains at which an intervention was aimed."""
    by = uses(project, version, "instrument", "life_domain")
    return {use.life_domain for use in by if use.instrument == name and use.life_domain}


def _show_others(others: Sequence[SideBySide], words: Words) -> None:
    if not others:
        return
    folded = st.expander(words("actions.beside.others"), key="beside_others", on_change="rerun")
    if folded.open:
        with folded:
            _show_dots(others, "beside_others_chart", words)


def _show_dots(shown: Sequence[SideBySide], key: str, words: Words) -> None:
    rows = [DotRow(one.name, written(one, words), _dots(one)) for one in shown]
    scale = Scale(0.0, 1.0, {share: percentage(share, words.language) for share in SHARES})
    figure = dots_figure(rows, scale, words, dark=theme_is_dark())
    show_figure(figure, key, alt=beside_alternative(shown, words))


def _dots(one: SideBySide) -> tuple[Dot, ...]:
    """With its interval, and hollow the share it is compared with."""
    share, other = one.with_it.share_improved, one.without.share_improved
    return (
        Dot(share.estimate, share.low, share.high) if share else Dot(0.0),
        Dot(other.estimate if other else 0.0, is_hollow=True),
    )
