"""Each group beside all others: the sentence, the dots, the figures, and how many comparisons were looked at."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from dashboard.charts.groups import groups_figure
from dashboard.components.chart import show_figure
from dashboard.components.for_whom_comparisons import count_looked_at, look_at
from dashboard.components.part import part, say
from dashboard.components.table import show_table
from dashboard.language import Words
from dashboard.navigation import page_file
from dashboard.sentences.for_whom import (
    Group,
    counter_sentences,
    few_note,
    group_name,
    group_sentences,
    groups_alternative,
    groups_small_print,
    unknown_sentences,
)
from dashboard.sentences.for_whom_table import table_headings, table_rows
from dashboard.sentences.names import attribute_name
from dashboard.sentences.over_time import forward_word
from dashboard.workspace import read_once, theme_is_dark
from pipelines.domain.comparison import START_LEVEL, SubgroupDifference
from pipelines.domain.outcome import Outcome
from pipelines.domain.project import Project
from pipelines.domain.series import series_of
from pipelines.outcomes.projects import read_attributes
from pipelines.outcomes.subgroups import read_knowledge, read_subgroups


def attributes_of(project: Project, version: str) -> dict[str, tuple[str, ...]]:
    return read_once(read_attributes, project, version)


def differences_of(
    project: Project, version: str, outcome: Outcome, attribute: str, crossed: str | None, moment: int | None
) -> list[SubgroupDifference]:
    """Every group of the attribute on this indicator, beside all others."""
    found = read_once(read_subgroups, project, version, attribute=attribute, crossed=crossed, moment=moment)
    return [one for one in found if series_of(one) == series_of(outcome)]


def show_comparison(
    differences: Sequence[SubgroupDifference], outcome: Outcome, moment: int | None, version: str, words: Words
) -> None:
    """Needs two groups with somebody measured again: showing them is looking at them."""
    adjusted = look_at(differences, moment, version)
    groups = [Group(group_name(one, outcome, words), one, p) for one, p in zip(differences, adjusted, strict=True)]
    _show_groups(groups, outcome, words)
    _show_figures(groups, outcome, words)
    with part("counter", words("for_whom.counter.title")):
        say(counter_sentences(count_looked_at(version), words))


def show_why_not(attribute: str, outcome: Outcome, words: Words) -> None:
    """What is missing as long as there are no two groups to compare."""
    with part("groups", words("for_whom.groups.title")):
        say([_why_not(attribute, outcome, words)])


def show_no_attributes(words: Words) -> None:
    with part("groups", words("for_whom.groups.title"), [words("for_whom.empty.no_attributes")]):
        st.page_link(page_file("upload"), label=words("for_whom.empty.to_upload"))


def show_unknown(project: Project, version: str, n_participants: int, words: Words) -> None:
    """What is not registered of everybody, or of nobody."""
    known = read_once(read_knowledge, project, version)
    with part("unknown", words("for_whom.unknown.title")):
        say(unknown_sentences(known, n_participants, words), [words("for_whom.unknown.how_to")])


def can_be_compared(differences: Sequence[SubgroupDifference]) -> bool:
    return sum(one.n_pairs > 0 for one in differences) > 1


def _why_not(attribute: str, outcome: Outcome, words: Words) -> str:
    what = words.name(outcome.indicator_name)
    if outcome.n_pairs == 0:
        return words("for_whom.empty.nobody_again", what=what)
    if attribute == START_LEVEL and outcome.problematic is None:
        return words("for_whom.empty.no_cut", what=what)
    return words("for_whom.empty.one_group", attribute=attribute_name(attribute, words), what=what)


def _show_groups(groups: Sequence[Group], outcome: Outcome, words: Words) -> None:
    with part("groups", words("for_whom.groups.title"), group_sentences(groups, outcome, words)):
        figure = groups_figure(groups, outcome, words, dark=theme_is_dark())
        show_figure(figure, "groups", alt=groups_alternative(groups, outcome, words))
        if few := few_note(groups, words):
            st.html(f'<p class="few-people">{escape(few)}</p>')
        say((), groups_small_print(groups, outcome, words))


def _show_figures(groups: Sequence[Group], outcome: Outcome, words: Words) -> None:
    with part("figures", words("for_whom.table.title")):
        caption = words("for_whom.table.caption", what=words.name(outcome.indicator_name))
        show_table(caption, table_headings(outcome, words), table_rows(groups, words))
        say((), [words("for_whom.table.note", forward=forward_word(outcome, words))])
