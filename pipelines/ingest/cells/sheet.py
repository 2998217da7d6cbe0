"""A sheet as raw cells, kept by column: each distinct cell once, and for every row which of them it is.

Registrations repeat themselves: a hundred thousand scores are five values. So a cell is understood once, and what was
understood is laid over the rows.
"""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import cached_property
from typing import Any, TypeVar

import numpy as np

from pipelines.ingest.cells.details.sheet_details import Range, Span
from pipelines.ingest.cells.limits import LONGEST_QUOTE

# What a cell can hold; "" is an empty one. Whole numbers are floats, as in a spreadsheet; TRUE and FALSE are texts,
# because True would be the number 1 wherever numbers are looked for.
Cell = str | float | datetime | date | time | timedelta

Answer = TypeVar("Answer")


class DistinctCells(tuple[Cell, ...]):
    """The distinct cells of a column. They do not change, so what is asked of them is worked out once: the same column
    is looked at for its heading, for its end, for identities, for records."""

    def once(self, question: Hashable, work: Callable[[], Answer]) -> Answer:
        """The answer to a question about these cells; `work` finds it the first time."""
        answers: dict[Hashable, Any] = self.__dict__.setdefault("answers", {})
        if question not in answers:
            answers[question] = work()
        return answers[question]


@dataclass(frozen=True)
class CellColumn:
    """`distinct[codes[i]]` is the cell in row i, counted from 0.

    `counts_from_1904` tells which day a bare number is: the spreadsheet counts its days from 1904, not from 1900.
    """

    distinct: Sequence[Cell]
    codes: np.ndarray
    counts_from_1904: bool = False

    def __post_init__(self) -> None:
        if not isinstance(self.distinct, DistinctCells):
            object.__setattr__(self, "distinct", DistinctCells(self.distinct))

    def __len__(self) -> int:
        return len(self.codes)

    def __getitem__(self, row: int) -> Cell:
        return self.distinct[self.codes[row]]

    def rows(self, first: int, last: int) -> "CellColumn":
        """The rows from `first` up to and without `last`; rows that are not there are left out."""
        return replace(self, codes=self.codes[first:last])

    def at(self, rows: np.ndarray) -> "CellColumn":
        return replace(self, codes=self.codes[rows])

    def where(self, holds: Callable[[Cell], bool]) -> np.ndarray:
        """Per row, whether something holds for its cell."""
        cells = self.distinct
        return cells.once(holds, lambda: np.fromiter(map(holds, cells), dtype=bool, count=len(cells)))[self.codes]

    @cached_property
    def is_filled(self) -> np.ndarray:
        return self.where(is_present)

    @property
    def present(self) -> list[Cell]:
        """The distinct cells that really occur in these rows, empty ones left out."""
        occurs = np.bincount(self.codes[self.is_filled])
        return [self.distinct[code] for code in np.flatnonzero(occurs).tolist()]


@dataclass(frozen=True)
class Sheet:
    """`name` is what the spreadsheet calls it (for a csv the file's name); `label` is unique over the uploads.

    `hidden_rows` and `hidden_columns` are positions that the spreadsheet does not show (also those that a filter takes
    away): first and last of each series. `merged` are cells that it shows as one, of which only the first holds
    something: first row, first column, last row, last column. All count from 0 and may lie outside the cells.
    """

    name: str
    label: str
    columns: tuple[CellColumn, ...]
    is_hidden: bool = False
    hidden_rows: tuple[Span, ...] = ()
    hidden_columns: tuple[Span, ...] = ()
    merged: tuple[Range, ...] = ()

    @property
    def n_rows(self) -> int:
        return len(self.columns[0]) if self.columns else 0

    @cached_property
    def is_filled(self) -> np.ndarray:
        """Per row, how many cells hold something."""
        return np.sum([column.is_filled for column in self.columns], axis=0, dtype=np.int32)

    @property
    def is_empty(self) -> bool:
        return not self.n_rows or not self.is_filled.any()

    @cached_property
    def merged_down(self) -> Mapping[int, Sequence[Span]]:
        """By column, the rows that are one cell in it: first and last of each series of more than one."""
        by_column: dict[int, list[Span]] = {}
        for first_row, first_column, last_row, _ in self.merged:
            if last_row > first_row:
                by_column.setdefault(first_column, []).append((first_row, last_row))
        return by_column

    @cached_property
    def is_row_hidden(self) -> np.ndarray:
        """Per row."""
        return _within(self.hidden_rows, self.n_rows)

    @cached_property
    def is_column_hidden(self) -> np.ndarray:
        """Per column."""
        return _within(self.hidden_columns, len(self.columns))


def _within(spans: Sequence[Span], n: int) -> np.ndarray:
    """Of n positions, which lie in one of the series."""
    inside = np.zeros(n, dtype=bool)
    for first, last in spans:
        inside[first : last + 1] = True
    return inside


def is_empty(cell: Cell) -> bool:
    """Whether nothing stands in the cell, blanks aside."""
    return isinstance(cell, str) and not cell.strip()


def is_present(cell: Cell) -> bool:
    return not is_empty(cell)


def text_of(cell: Cell) -> str:
    """The cell as text, as a reader would write it: 7.0 is "7", a day is 2025-01-31."""
    if isinstance(cell, float):
        return f"{cell:.15g}"
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ")
    return " ".join(str(cell).split())


def quote_of(cell: Cell) -> str:
    """The cell as an issue shows it, cut to a length that can be read."""
    text = text_of(cell)
    return text if len(text) <= LONGEST_QUOTE else f"{text[: LONGEST_QUOTE - 1]}…"


def column_letter(position: int) -> str:
    """The name a spreadsheet gives to the column at this position, counted from 0: A, B … Z, AA."""
    letters = ""
    position += 1
    while position:
        position, letter = divmod(position - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters
