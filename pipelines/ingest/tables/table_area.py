"""Where the table of any sheet stands, by its form alone: whatever its headings mean, and if they mean nothing to us.

Records fill about as many cells as each other; titles above them and legends below fill one or two. Columns that mostly
hold numbers or days tell where the headings end.
"""

from dataclasses import dataclass

import numpy as np

from pipelines.ingest.cells.sheet import Cell, Sheet, is_empty, text_of
from pipelines.ingest.tables.heading_rows import HeadingBlock, LabelRow, heading_blocks, join_rows, label_row
from pipelines.ingest.values.days import parse_date
from pipelines.ingest.values.notation import parse_number

# A column is one of values if this share of its cells are numbers or days.
MOSTLY = 0.6
# A row is a record if it fills this share of the cells that records fill, or holds so many values.
HALF = 0.5
MOST_EMPTY_ROWS_BELOW_HEADING = 2


@dataclass(frozen=True)
class Area:
    """A heading and the rows and columns of the sheet below it; all counted from 0. `last_row` is that of the heading
    if nothing stands below it."""

    heading: HeadingBlock
    last_row: int
    positions: tuple[int, ...]


def find_area(sheet: Sheet) -> Area | None:
    """The table of a sheet; None if it is empty, or if nothing that could be a heading stands above its values."""
    if sheet.is_empty:
        return None
    form = _Form(sheet)
    row = form.heading_row
    if row is None or not all(_is_name(column[row]) for column in sheet.columns):
        return None
    last = max(row, form.last_record)
    heading = _with_labels(sheet, row, form.first_with_values)
    body = [column.is_filled[heading.row + 1 : last + 1].any() for column in sheet.columns]
    positions = tuple(place for place, below in enumerate(body) if below or heading.parts[place])
    return Area(heading, max(last, heading.row), positions)


class _Form:
    """What the cells of a sheet look like, row by row."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._filled = sheet.is_filled
        self._usual = _usual_width(self._filled)
        self._is_dense = self._filled >= max(1, self._usual * HALF)
        is_value = [column.where(_is_value) for column in sheet.columns]
        self._values = [
            values
            for values, column in zip(is_value, sheet.columns, strict=True)
            if values.sum() and values.sum() >= MOSTLY * (column.is_filled & self._is_dense).sum()
        ]
        self._n_values = np.sum([np.zeros(sheet.n_rows, dtype=np.int32), *self._values], axis=0)

    @property
    def first_with_values(self) -> int | None:
        found = np.flatnonzero(self._is_dense & (self._n_values > 0))
        return int(found[0]) if len(found) else None

    @property
    def last_record(self) -> int:
        """The last row that looks like the others, and what follows it without an empty row between them; the notes
        below have few cells, and hardly a value."""
        has_values = self._is_dense & (self._n_values > 0)
        is_like = has_values if has_values.any() else self._is_dense
        last = int(np.flatnonzero(is_like | (self._n_values > 1))[-1])
        others = np.flatnonzero(~self._is_dense[last + 1 :])
        return last + int(others[0]) if len(others) else len(self._filled) - 1

    @property
    def heading_row(self) -> int | None:
        """The fullest row above the first values; of equally full ones the first of the last that stand together. None
        where nothing stands above the values."""
        first = self.first_with_values
        if first is None:
            full = np.flatnonzero(self._filled >= self._usual)
            return int(full[0])
        above = np.flatnonzero(self._filled[:first] > 0)
        if not len(above) or first - above[-1] > MOST_EMPTY_ROWS_BELOW_HEADING + 1:
            return None
        is_fullest = self._filled[:first] == self._filled[above].max()
        last = int(np.flatnonzero(is_fullest)[-1])
        others = np.flatnonzero(~is_fullest[:last])
        return int(others[-1]) + 1 if len(others) else 0


def _usual_width(filled: np.ndarray) -> int:
    """How many cells a record fills: the number that, times the rows that fill as many, covers the most cells."""
    widths = np.arange(1, int(filled.max()) + 1)
    at_least = len(filled) - np.searchsorted(np.sort(filled), widths)
    covered = widths * at_least
    return int(widths[len(widths) - 1 - np.argmax(covered[::-1])])


def _with_labels(sheet: Sheet, row: int, first_with_values: int | None) -> HeadingBlock:
    """The heading with the rows above it that are needed to tell its columns apart, and units in brackets below it."""
    blocks = list(heading_blocks(sheet, row))
    best = blocks[0]
    for block in blocks[1:]:
        if best.first_row == row and not (_is_doubled(best) or _has_gaps(sheet, best)):
            break
        best = block
    below = row + 1
    if below == first_with_values or below >= sheet.n_rows or not _is_in_brackets(sheet, below):
        return best
    above = LabelRow(tuple(" ".join(parts) for parts in best.parts), {})
    return HeadingBlock(best.first_row, below, join_rows([above, label_row(sheet, below)]))


def _is_doubled(block: HeadingBlock) -> bool:
    texts = [" ".join(parts) for parts in block.parts if parts]
    return len(set(texts)) < len(texts)


def _has_gaps(sheet: Sheet, block: HeadingBlock) -> bool:
    """Whether a column holds something and has no heading in these rows, while one stands in the row above."""
    above = block.first_row - 1
    return above >= 0 and any(
        not parts and not is_empty(column[above]) and column.is_filled[block.row + 1 :].any()
        for parts, column in zip(block.parts, sheet.columns, strict=True)
    )


def _is_in_brackets(sheet: Sheet, row: int) -> bool:
    cells = [text_of(column[row]) for column in sheet.columns if not is_empty(column[row])]
    return bool(cells) and all(cell[0] in "([" and cell[-1] in ")]" for cell in cells)


def _is_name(cell: Cell) -> bool:
    """Whether the cell can stand in a heading: a text, nothing, or a number as a name, but no day."""
    return isinstance(cell, str | float)


def _is_value(cell: Cell) -> bool:
    if not isinstance(cell, str):
        return True
    return bool(cell.strip()) and (parse_number(cell) is not None or parse_date(cell) is not None)
