"""Begin + in − out = end as a table, with why people left."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from dashboard.language import Words
from dashboard.notation import whole
from dashboard.sentences.flow import period_name, reasons_listed
from pipelines.domain.flow import Flow, Period

HEADINGS = ("period", "begin", "entered", "left", "end", "reasons")


def show_sums(flow: Flow, period: Period, words: Words) -> None:
    """A row per period and, where there are more, one for all of them together."""
    headings = "".join(f'<th scope="col">{escape(words(f"flow.period.heading.{name}"))}</th>' for name in HEADINGS)
    rows = [
        _row_html(period_name(one, period, words), (one.begin, one.entered, one.left, one.end), one.reasons, words)
        for one in flow.periods
    ]
    caption = words("flow.period.caption", period=words(f"flow.period.{period}"))
    st.html(
        f'<table class="plain-table number-table sum-table"><caption class="for-the-ear">{escape(caption)}</caption>'
        f"<thead><tr>{headings}</tr></thead><tbody>{''.join(rows)}</tbody>{_together_html(flow, words)}</table>"
    )


def _together_html(flow: Flow, words: Words) -> str:
    if len(flow.periods) < 2:
        return ""
    first, last = flow.periods[0], flow.periods[-1]
    numbers = (first.begin, sum(one.entered for one in flow.periods), sum(one.left for one in flow.periods), last.end)
    return f"<tfoot>{_row_html(words('flow.period.together'), numbers, {}, words)}</tfoot>"


def _row_html(name: str, numbers: Sequence[int], reasons: dict[str, int], words: Words) -> str:
    cells = "".join(f"<td>{whole(n, words.language)}</td>" for n in numbers)
    why = escape(reasons_listed(reasons, words))
    return f'<tr><th scope="row">{escape(name)}</th>{cells}<td>{why}</td></tr>'
