"""Professionals involved and measures in force, before and after."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from dashboard.components.outcome_row import show_outcome
from dashboard.components.part import part, say
from dashboard.language import Words
from dashboard.navigation import page_file
from dashboard.sentences.raters import name_with_rater
from dashboard.sentences.sheets import sheet_name
from dashboard.sentences.values import last_moment, measured, start_moment
from pipelines.domain.outcome import Outcome
from pipelines.instruments.catalogue import shipped_sets

MEASURES = "support_measures"


def show_measures(outcomes: Sequence[Outcome], words: Words, version: str) -> None:
    """`outcomes` are all of the project; those of other instruments stand elsewhere."""
    found = [outcome for outcome in outcomes if outcome.instrument == MEASURES]
    names = {indicator.code: words.name(indicator.name) for indicator in shipped_sets()[MEASURES].indicators}
    missing = [name for code, name in names.items() if code not in {outcome.indicator for outcome in found}]
    if not found:
        _show_none(missing, words)
        return
    with part("measures", words("actions.measures.title")):
        for outcome in found:
            name = escape(name_with_rater(outcome, {one.rater for one in found}, words))
            show_outcome(outcome, words, version, above=f'<h3 class="question">{name}</h3>')
            say([], [_total(outcome, words)])
        if missing:
            say([], [words("actions.measures.not_measured", names=words.listing(missing))])


def _show_none(names: Sequence[str], words: Words) -> None:
    how = shipped_sets()[MEASURES].note
    empty = words("actions.measures.empty", sheet=sheet_name("measurements", words), names=words.listing(names))
    with part("measures", words("actions.measures.title"), [empty], [words.name(how)] if how else []):
        st.page_link(page_file("upload"), label=words("actions.upload"))


def _total(outcome: Outcome, words: Words) -> str:
    """All households together, at both moments; empty without pairs."""
    if outcome.total_start is None or outcome.total_follow_up is None:
        return ""
    return words(
        "actions.measures.total", start=measured(outcome.total_start, words), first=start_moment(words),
        last=measured(outcome.total_follow_up, words), moment=last_moment(outcome, words),
    )  # fmt: skip
