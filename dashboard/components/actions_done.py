"""What was done: by whom, by kind of intervention, and by life domain."""

import re
from collections.abc import Sequence
from html import escape

import streamlit as st

from dashboard.charts.bars import BarRow, bars_figure
from dashboard.components.chart import show_figure
from dashboard.components.few_people import mark_few
from dashboard.components.part import part, say
from dashboard.components.table import show_table
from dashboard.language import Words
from dashboard.navigation import page_file
from dashboard.sentences.actions import (
    done_notes,
    done_sentences,
    life_domain_name,
    nothing_done,
    use_cells,
    use_written,
)
from dashboard.sentences.sheets import choice_names
from dashboard.workspace import read_once, theme_is_dark
from pipelines.domain.intervention_use import InterventionUse
from pipelines.domain.project import Project
from pipelines.outcomes.interventions import By, read_interventions

MOST_KINDS = 6
COLUMNS = ("times", "participants", "days", "hours", "running", "results")

Uses = Sequence[InterventionUse]


def show_done(project: Project, version: str, n_enrolled: int, words: Words) -> None:
    together = uses(project, version)
    if not together:
        with part("done", words("actions.done.title"), [nothing_done(words)]):
            st.page_link(page_file("upload"), label=words("actions.upload"))
        return
    by_doer, by_kind = uses(project, version, "done_by"), uses(project, version, "instrument")
    sentences = done_sentences(together[0], by_doer, by_kind, n_enrolled, words)
    with part("done", words("actions.done.title"), sentences):
        _show_doers(by_doer, words)
        mark_few(together[0].n_participants, words)
        say([], done_notes(together[0], words))
        _show_kinds(by_kind, words)
        _show_domains(uses(project, version, "life_domain"), words)


def uses(project: Project, version: str, *by: By) -> Uses:
    """Interventions that are alike in all of `by`, counted; without any, all of them together."""
    return read_once(read_interventions, project, version, by=by)


def _show_doers(by_doer: Uses, words: Words) -> None:
    names = choice_names("interventions", "done_by", words)
    rows = [
        BarRow(names.get(use.done_by or "", use.done_by or ""), use.n_interventions, use_written(use, words))
        for use in by_doer
    ]
    said = [words("actions.done.alternative", name=row.name, written=re.sub("<.*?>", "", row.written)) for row in rows]
    figure = bars_figure(rows, words, dark=theme_is_dark())
    show_figure(figure, "done_by", alt="; ".join(said) + ".")


def _show_kinds(by_kind: Uses, words: Words) -> None:
    """The most used in sight, the others folded away."""
    title = words("actions.done.by_kind")
    headings, rows = _table("intervention", [use.instrument or "" for use in by_kind], by_kind, words)
    st.html(f'<h3 class="question">{escape(title)}</h3>')
    show_table(title, headings, rows[:MOST_KINDS])
    if more := rows[MOST_KINDS:]:
        folded = st.expander(words.count("actions.done.more_kinds", len(more)), key="more_kinds", on_change="rerun")
        if folded.open:
            with folded:
                show_table(title, headings, more)
    say([], [words("actions.done.table_explained")])


def _show_domains(by_domain: Uses, words: Words) -> None:
    title = words("actions.done.by_domain")
    folded = st.expander(title, key="done_by_domain", on_change="rerun")
    if folded.open:
        names = [life_domain_name(use.life_domain or "", words) for use in by_domain]
        with folded:
            show_table(title, *_table("life_domain", names, by_domain, words))


def _table(first: str, names: Sequence[str], of: Uses, words: Words) -> tuple[list[str], list[list[str]]]:
    """Headings and rows. Without anything that still runs there is no column for it."""
    columns = [column for column in COLUMNS if column != "running" or any(use.n_running for use in of)]
    headings = [words(f"actions.heading.{column}") for column in (first, *columns)]
    cells = [use_cells(use, words) for use in of]
    return headings, [[name, *(row[column] for column in columns)] for name, row in zip(names, cells, strict=True)]
