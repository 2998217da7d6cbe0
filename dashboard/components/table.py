"""Real tables: every cell escaped, read by a screen reader, and on a phone one block a row where they are wide."""

from collections.abc import Sequence
from html import escape

import streamlit as st

Row = Sequence[str]


def show_table(caption: str, headings: Row, rows: Sequence[Row]) -> None:
    """Shows text as it is: markup in a cell stays text. The first cell names its row; the caption is for the ear."""
    st.html(table_html(caption, headings, rows))


def show_grouped_table(
    caption: str, headings: Row, groups: Sequence[tuple[str, Sequence[Row]]], *, kind: str = "wide-table"
) -> None:
    """Groups of rows, each under a title. A narrow-table stays a table on a phone."""
    bodies = "".join(_group_html(headings, title, rows) for title, rows in groups)
    st.html(_table_html(caption, headings, bodies, kind))


def table_html(caption: str, headings: Row, rows: Sequence[Row]) -> str:
    return _table_html(caption, headings, f"<tbody>{_rows_html(headings, rows)}</tbody>", "wide-table")


def _table_html(caption: str, headings: Row, bodies: str, kind: str) -> str:
    head = "".join(f'<th scope="col">{escape(heading)}</th>' for heading in headings)
    return (
        f'<table class="plain-table {kind}"><caption class="for-the-ear">{escape(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead>{bodies}</table>"
    )


def _group_html(headings: Row, title: str, rows: Sequence[Row]) -> str:
    name = f'<tr><th class="group-title" scope="rowgroup" colspan="{len(headings)}">{escape(title)}</th></tr>'
    return f"<tbody>{name}{_rows_html(headings, rows)}</tbody>"


def _rows_html(headings: Row, rows: Sequence[Row]) -> str:
    return "".join(_row_html(headings, row) for row in rows)


def _row_html(headings: Row, row: Row) -> str:
    """Each cell carries its heading, which the style sheet shows on a phone."""
    labelled = zip(headings, row, strict=True)
    first, *others = (f'data-label="{escape(heading)}">{escape(cell)}' for heading, cell in labelled)
    return f'<tr><th scope="row" {first}</th>{"".join(f"<td {cell}</td>" for cell in others)}</tr>'
