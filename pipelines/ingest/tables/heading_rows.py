"""The heading of a table, of one to three rows: what stands above each column, labels above groups carried across."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipelines.ingest.cells.sheet import Cell, Sheet, is_empty, text_of
from pipelines.ingest.headings.moments import moment_of_label
from pipelines.ingest.values.days import parse_date
from pipelines.ingest.values.notation import parse_number

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


@dataclass(frozen=True)
class LabelRow:
    """The texts of one row. `reaches` tells for labels in merged cells up to which column they reach."""

    texts: tuple[str, ...]
    reaches: Mapping[int, int]


def heading_blocks(sheet: Sheet, row: int) -> Iterator[HeadingBlock]:
    """The headings that may end in this row, the one of a single row first."""
    bottom = label_row(sheet, row)
    rows = [bottom]
    yield HeadingBlock(row, row, tuple((text,) if text else () for text in bottom.texts))
    for above in range(row - 1, max(row - MOST_ROWS, -1), -1):
        if not _may_be_labels(sheet, above, bottom.texts):
            return
        rows.insert(0, label_row(sheet, above))
        yield HeadingBlock(above, row, join_rows(rows))


def label_row(sheet: Sheet, row: int) -> LabelRow:
    """What stands in a row of the sheet."""
    texts = tuple("" if is_empty(column[row]) else text_of(column[row]) for column in sheet.columns)
    merged = {first: last for top, first, bottom, last in sheet.merged if top <= row <= bottom and last > first}
    return LabelRow(texts, merged)


def join_rows(rows: Sequence[LabelRow]) -> tuple[tuple[str, ...], ...]:
    """Per column the texts above each other, with every label carried to the columns that it spans."""
    texts = [row.texts for row in rows]
    carried, below = [texts[-1]], texts[-1]
    for depth in range(len(rows) - 2, -1, -1):
        below = ["".join(level) for level in zip(*texts[depth + 1 :], strict=True)]
        carried.insert(0, _carry(rows[depth], below, texts[:depth]))
    return tuple(
        tuple(dict.fromkeys(level[position] for level in carried if level[position])) for position in range(len(below))
    )


def _carry(row: LabelRow, below: Sequence[str], above: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """A label stands over the columns that it is merged with; in a row without merged cells over those to its right
    until the next label, or until one in a row above it.

    A heading that reaches down itself (nothing stands below it) spans its own column only, but for moments below.
    """
    carried, label, reach, reaches_down = [], "", 0, False
    for position, text in enumerate(row.texts):
        if text:
            label, reaches_down = text, not below[position]
            reach = row.reaches.get(position, position) if row.reaches else len(row.texts)
        elif position > reach or (not row.reaches and any(level[position] for level in above)):
            label = ""
        spans = below[position] and (not reaches_down or moment_of_label(below[position]) is not None)
        carried.append(text or (label if spans else ""))
    return tuple(carried)


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
