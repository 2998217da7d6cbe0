"""A table of a sheet: its headings with what they mean, and the rows below them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, cached_property

import numpy as np

from pipelines.domain.registration_sheets import registration_sheets
from pipelines.ingest.cells.sheet import Cell, CellColumn, Sheet
from pipelines.ingest.tables.headings import Meaning

MEASUREMENTS, PARTICIPANTS, PROJECT, INDICATORS = "measurements", "participants", "project", "indicators"

EXAMPLE_WORDS = frozenset(("voorbeeld", "example"))
TOTAL_WORDS = frozenset((
    "totaal", "eindtotaal", "subtotaal", "total", "subtotal", "grand total", "gemiddelde", "gemiddeld", "gem",
    "average", "mean", "mediaan", "median", "som", "sum", "aantal", "count",
))  # fmt: skip


@dataclass(frozen=True)
class Heading:
    """One column of a table: where it stands, what stands above it (else its letter), and what that means."""

    position: int
    text: str
    meaning: Meaning
    has_text: bool = True

    @property
    def is_measured(self) -> bool:
        return bool(self.meaning.indicators)


@dataclass(frozen=True)
class Table:
    """A heading and the rows below it, up to the last one that holds anything. Rows are counted from 0 in the table."""

    sheet: Sheet
    kind: str
    heading_row: int
    headings: tuple[Heading, ...]

    @cached_property
    def n_rows(self) -> int:
        filled = np.flatnonzero(self.sheet.is_filled)
        return max(0, int(filled[-1]) - self.heading_row) if len(filled) else 0

    def row_number(self, row: int) -> int:
        """The number that the spreadsheet shows beside this row."""
        return int(self.heading_row + row + 2)

    def reference(self, row: int) -> str:
        """Where the row stands, as a spreadsheet writes it: Metingen!12."""
        return f"{self.sheet.label}!{self.row_number(row)}"

    def cells(self, heading: Heading) -> CellColumn:
        first = self.heading_row + 1
        return self.sheet.columns[heading.position].rows(first, first + self.n_rows)

    def is_filled_in(self, heading: Heading) -> np.ndarray:
        """Per row, whether the column holds something."""
        first = self.heading_row + 1
        return self.sheet.columns[heading.position].is_filled[first : first + self.n_rows]

    def all_with(self, field: str) -> list[Heading]:
        """The columns of a field; measured columns are not among those of the field "value"."""
        return [heading for heading in self.headings if heading.meaning.field == field and not heading.is_measured]

    def one_with(self, field: str, moment: int | None = None) -> Heading | None:
        """The column of a field, of one moment if that is asked."""
        return next((found for found in self.all_with(field) if found.meaning.moment == moment), None)

    @property
    def measured(self) -> list[Heading]:
        return [heading for heading in self.headings if heading.is_measured]

    @cached_property
    def is_filled(self) -> np.ndarray:
        """Per row, how many cells hold something."""
        first = self.heading_row + 1
        return self.sheet.is_filled[first : first + self.n_rows]

    @cached_property
    def is_skipped(self) -> np.ndarray:
        """Per row, whether it is no record: empty, the example row, or a total."""
        return (self.is_filled == 0) | self._is_example | self._is_total

    @property
    def _is_example(self) -> np.ndarray:
        """The example row of our workbook calls itself so in the column that is first there."""
        says_so = [heading for field in _fields_of_example(self.kind) for heading in self.all_with(field)]
        return self._says(EXAMPLE_WORDS, says_so)

    @property
    def _is_total(self) -> np.ndarray:
        """A total calls itself so where the participant's number should be, or stands in a row without one."""
        number = self.one_with("participant")
        if number is None:
            return np.zeros(self.n_rows, dtype=bool)
        is_total, is_nameless = self.cells(number).where(_one_of(TOTAL_WORDS)), ~self.is_filled_in(number)
        return is_total | (is_nameless & self._says(TOTAL_WORDS, self.headings)) if is_nameless.any() else is_total

    def _says(self, words: frozenset[str], headings: Iterable[Heading]) -> np.ndarray:
        """Per row, whether one of its cells in these columns is one of these words."""
        said = np.zeros(self.n_rows, dtype=bool)
        for heading in headings:
            said |= self.cells(heading).where(_one_of(words))
        return said


def _one_of(words: frozenset[str]) -> Callable[[Cell], bool]:
    longest = max(map(len, words)) + 4
    return lambda cell: isinstance(cell, str) and len(cell) < longest and cell.strip(" .:").casefold() in words


@cache
def _fields_of_example(kind: str) -> tuple[str, ...]:
    """The fields in which the example row says that it is one."""
    examples = {column.field: column.example for column in registration_sheets()[kind].column if column.example}
    return tuple(field for field, example in examples.items() if example.en.casefold() in EXAMPLE_WORDS)
