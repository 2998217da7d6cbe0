"""Goals: how many were reached, per life domain, and which they are."""

from collections.abc import Sequence

import streamlit as st

from dashboard.charts.goals import goals_figure
from dashboard.components.chart import show_figure
from dashboard.components.few_people import mark_few
from dashboard.components.part import part, say
from dashboard.components.table import show_grouped_table
from dashboard.language import Words
from dashboard.navigation import page_file
from dashboard.notation import whole
from dashboard.sentences.actions import goal_notes, goal_sentences, goals_alternative, life_domain_name, no_goals
from dashboard.workspace import theme_is_dark
from pipelines.domain.outcome import GoalAttainment

HEADINGS = ("goal", "times", "judged", "attained")


def show_goals(goals: Sequence[GoalAttainment], words: Words) -> None:
    """`goals` are all together first, then per life domain."""
    if not goals:
        with part("goals", words("actions.goals.title"), [no_goals(words)]):
            st.page_link(page_file("upload"), label=words("actions.upload"))
        return
    together, *by_domain = goals
    by_domain.sort(key=lambda of_domain: -of_domain.n_goals)
    with part("goals", words("actions.goals.title"), goal_sentences(together, words)):
        named = {words("actions.goals.all"): together} if len(by_domain) > 1 else {}
        named |= {life_domain_name(of_domain.life_domain or "", words): of_domain for of_domain in by_domain}
        show_figure(goals_figure(named, words, dark=theme_is_dark()), "goals", alt=goals_alternative(named, words))
        mark_few(together.n_participants, words)
        say([], goal_notes(together, words))
        _show_texts(by_domain, words)


def _show_texts(by_domain: Sequence[GoalAttainment], words: Words) -> None:
    folded = st.expander(words("actions.goals.texts"), key="goal_texts", on_change="rerun")
    if not folded.open:
        return
    groups = [
        (life_domain_name(goals.life_domain or "", words), [
            [text.description, *(whole(n, words.language) for n in (text.n_goals, text.n_judged, text.n_attained))]
            for text in goals.texts
        ])
        for goals in by_domain
    ]  # fmt: skip
    headings = [words(f"actions.heading.{heading}") for heading in HEADINGS]
    with folded:
        show_grouped_table(words("actions.goals.caption"), headings, groups, kind="number-table")
