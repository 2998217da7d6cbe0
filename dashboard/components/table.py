"""A real table: every cell escaped, read by a screen reader, and on a phone one block a row."""

from collections.abc import Sequence
from html import escape

import streamlit as st


def show_table(caption: str, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Shows text as it is: markup in a cell stays text. The first cell names its row; the caption is for the ear."""
    st.html(table_html(caption, headings, rows))


def table_html(caption: str, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    head = "".join(f'<th scope="col">{escape(heading)}</th>' for heading in headings)
    body = "".join(_row_html(headings, row) for row in rows)
    return (
        f'<table class="plain-table"><caption class="for-the-ear">{escape(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def _row_html(headings: Sequence[str], row: Sequence[str]) -> str:
    """Each cell carries its heading, which the style sheet shows on a phone."""
    labelled = zip(headings, row, strict=True)
    first, *others = (f'data-label="{escape(heading)}">{escape(cell)}' for heading, cell in labelled)
    return f'<tr><th scope="row" {first}</th>{"".join(f"<td {cell}</td>" for cell in others)}</tr>'
