"""From where to where: a real table of the number of people per start level and follow-up level."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from dashboard.charts.moves import best_first
from dashboard.language import Words
from dashboard.notation import whole
from dashboard.sentences.values import last_moment, value_name
from pipelines.domain.indicator import Kind
from pipelines.domain.outcome import Outcome


def show_transitions(outcome: Outcome, words: Words) -> None:
    """Rows are where people started, columns where they came; the worst level first. Nothing without transitions."""
    if outcome.transitions is not None:
        explained = escape(words("life_domain.transitions.explained"))
        st.html(f'<p class="small-print">{explained}</p>{transitions_html(outcome, words)}')


def transitions_html(outcome: Outcome, words: Words) -> str:
    """Columns carry the short name of a level, and its full name for the ear."""
    transitions = outcome.transitions
    at = {level: i for i, level in enumerate(transitions.levels)}
    levels = [level for level in reversed(best_first(outcome)) if level in at]
    counts = [[transitions.counts[at[start]][at[last]] for last in levels] for start in levels]
    body = "".join(
        _row_html(outcome, level, row, i, words) for i, (level, row) in enumerate(zip(levels, counts, strict=True))
    )
    sums = [sum(column) for column in zip(*counts, strict=True)]
    total = escape(words("life_domain.transitions.total"))
    foot = f'<tr><th scope="row">{total}</th>{_cells_html([*sums, sum(sums)], words, "sum")}</tr>'
    return (
        f'<table class="transitions"><caption class="for-the-ear">{escape(_caption(outcome, words))}</caption>'
        f"<thead>{_head_html(outcome, levels, words)}</thead><tbody>{body}{foot}</tbody></table>"
    )


def _caption(outcome: Outcome, words: Words) -> str:
    what, moment = words.name(outcome.indicator_name), last_moment(outcome, words)
    return words("life_domain.transitions.caption", what=what, moment=moment)


def _head_html(outcome: Outcome, levels: Sequence[int], words: Words) -> str:
    named = "".join(_column_html(outcome, level, words) for level in levels)
    corner, total = words("life_domain.transitions.corner"), words("life_domain.transitions.total")
    return f'<tr><th scope="col">{escape(corner)}</th>{named}<th scope="col">{escape(total)}</th></tr>'


def _column_html(outcome: Outcome, level: int, words: Words) -> str:
    name = escape(value_name(outcome, level, words))
    if outcome.kind is Kind.YES_NO:
        return f'<th scope="col">{name}</th>'
    return f'<th scope="col"><span aria-hidden="true">{level}</span><span class="for-the-ear">{name}</span></th>'


def _row_html(outcome: Outcome, level: int, counts: Sequence[int], same: int, words: Words) -> str:
    """`same` is the column of those who stayed where they were."""
    name = value_name(outcome, level, words)
    if level in outcome.level_names and outcome.kind is Kind.LEVEL:
        name = words("life_domain.transitions.named", level=level, name=name)
    cells = _cells_html(counts[:same], words) + _cells_html(counts[same : same + 1], words, "stayed")
    cells += _cells_html(counts[same + 1 :], words) + _cells_html([sum(counts)], words, "sum")
    return f'<tr><th scope="row">{escape(name)}</th>{cells}</tr>'


def _cells_html(counts: Sequence[int], words: Words, style: str = "") -> str:
    return "".join(f'<td class="{style if n else style + " nobody"}">{whole(n, words.language)}</td>' for n in counts)
