"""The heading of a table, of one to three rows: what stands above each column, labels above groups carried across."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipelines.ingest.cells.sheet import Cell, Sheet, is_empty, text_of
from pipelines.ingest.tables.heading_moments import moment_of_label
from pipelines.ingest.values.notation import parse_date, parse_number

MOST_ROWS = 3
JOINED_BY = " – "
# What is longer, or ends like this, is a sentence or the name of an answer beside it, and no label above columns.
LONGEST_LABEL = 80
YEAR = re.compile(r"(?:19|20)\d\d")
NO_LABEL = re.compile(r".*[:?!]\s*|(?:\S+\s+){3,}\S+\.\s*", re.DOTALL)


@dataclass(frozen=True)
class HeadingBlock:
    """The rows `first_row` up to and with `row` of a sheet. `parts` holds for every column the texts above it, from the
    top; none where nothing stands. Rows are counted from 0."""

    first_row: int
    row: int
    parts: tuple[tuple[str, ...], ...]

    def text(self, position: int) -> str:
        return JOINED_BY.join(self.parts[position])


def heading_blocks(sheet: Sheet, row: int) -> Iterator[HeadingBlock]:
    """The headings that may end in this row, the one of a single row first."""
    bottom = _texts(sheet, row)
    labels: list[list[str]] = []
    yield HeadingBlock(row, row, tuple((text,) if text else () for text in bottom))
    for above in range(row - 1, max(row - MOST_ROWS, -1), -1):
        if not _may_be_labels(sheet, above, bottom):
            return
        labels.insert(0, _texts(sheet, above))
        yield HeadingBlock(above, row, join_rows([*labels, bottom]))


def join_rows(rows: Sequence[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    """Per column the texts above each other, with every label carried to the columns that it spans."""
    carried = [list(rows[-1])]
    for depth in range(len(rows) - 2, -1, -1):
        below = ["".join(texts) for texts in zip(*rows[depth + 1 :], strict=True)]
        carried.insert(0, _carry(rows[depth], below, rows[:depth]))
    return tuple(
        tuple(dict.fromkeys(level[position] for level in carried if level[position]))
        for position in range(len(rows[0]))
    )


def _carry(texts: Sequence[str], below: Sequence[str], above: Sequence[Sequence[str]]) -> list[str]:
    """A label stands over the columns to its right until the next label, or until one in a row above it.

    A heading that reaches down itself (nothing stands below it) spans its own column only, but for moments below.
    """
    carried, label, reaches_down = [], "", False
    for position, text in enumerate(texts):
        if text:
            label, reaches_down = text, not below[position]
        elif any(level[position] for level in above):
            label = ""
        spans = below[position] and (not reaches_down or moment_of_label(below[position]) is not None)
        carried.append(text or (label if spans else ""))
    return carried


def _may_be_labels(sheet: Sheet, row: int, bottom: Sequence[str]) -> bool:
    """Whether a row can be part of the heading below it: texts only, and not just a title in its first cell."""
    filled = [(position, column[row]) for position, column in enumerate(sheet.columns) if not is_empty(column[row])]
    if not filled or not all(_is_label(cell) for _, cell in filled):
        return False
    first_heading = next((position for position, text in enumerate(bottom) if text), 0)
    return len(filled) > 1 or filled[0][0] > first_heading


def _is_label(cell: Cell) -> bool:
    if YEAR.fullmatch(text_of(cell)):
        return True
    if not isinstance(cell, str) or len(cell) > LONGEST_LABEL or NO_LABEL.fullmatch(cell):
        return False
    return parse_number(cell) is None and parse_date(cell) is None


def _texts(sheet: Sheet, row: int) -> list[str]:
    return ["" if is_empty(column[row]) else text_of(column[row]) for column in sheet.columns]
