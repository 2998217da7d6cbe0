"""A table of a sheet: its headings with what they mean, and the rows below them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, cached_property

import numpy as np

from pipelines.domain.registration import Suggestion
from pipelines.domain.registration_sheets import registration_sheets
from pipelines.ingest.cells.sheet import Cell, CellColumn, Sheet
from pipelines.ingest.headings.vocabulary import Meaning
from pipelines.ingest.tables.total_rows import is_total_label, is_total_word, sums_up
from pipelines.ingest.values.days import parse_date
from pipelines.ingest.values.notation import parse_moment

MEASUREMENTS, PARTICIPANTS, PROJECT, INDICATORS = "measurements", "participants", "project", "indicators"

EXAMPLE_WORDS = frozenset(("voorbeeld", "example"))
# In so many columns at the left a row can call itself a total.
FIRST_COLUMNS = 3
LONGEST_EXAMPLE = max(map(len, EXAMPLE_WORDS)) + 4
AROUND_EXAMPLE = " .:"
BEGINNINGS_OF_EXAMPLE = tuple(
    {*AROUND_EXAMPLE, *(letter for word in EXAMPLE_WORDS for letter in (word[0], word[0].upper()))}
)


@dataclass(frozen=True)
class Heading:
    """One column of a table: where it stands, what stands above it (else its letter), what that means, and where that
    is not known what it may mean."""

    position: int
    text: str
    meaning: Meaning
    has_text: bool = True
    suggestions: tuple[Suggestion, ...] = ()

    @property
    def is_measured(self) -> bool:
        return bool(self.meaning.indicators)


@dataclass(frozen=True)
class Table:
    """A heading and the rows below it, up to the last one of the sheet that holds anything. Rows are counted from 0 in
    the table; `heading_row`, `first_heading_row` and `last_row` from 0 in the sheet.

    The heading ends in `heading_row`. What stands below `last_row` does not belong to the table and is skipped; None if
    nothing does. `moment` is the one that holds for the whole table.
    """

    sheet: Sheet
    kind: str
    heading_row: int
    headings: tuple[Heading, ...]
    first_heading_row: int
    last_row: int | None = None
    moment: int | None = None

    @cached_property
    def n_rows(self) -> int:
        filled = np.flatnonzero(self.sheet.is_filled)
        return max(0, int(filled[-1]) - self.heading_row) if len(filled) else 0

    @property
    def n_records(self) -> int:
        """How many rows the table has up to its end; what is skipped among them counts too."""
        return self.n_rows if self.last_row is None else max(0, self.last_row - self.heading_row)

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
    def is_below(self) -> np.ndarray:
        """Per row, whether it holds something and stands below the end of the table."""
        return (np.arange(self.n_rows) >= self.n_records) & (self.is_filled > 0)

    @cached_property
    def is_skipped(self) -> np.ndarray:
        """Per row, whether it is no record: empty, the example row, a total, or below the table."""
        return (self.is_filled == 0) | self.is_below | self._is_example | self._is_total

    @property
    def _is_example(self) -> np.ndarray:
        """The example row of our workbook calls itself so in the column that is first there."""
        says_so = [heading for field in _fields_of_example(self.kind) for heading in self.all_with(field)]
        return self._says(_is_example_word, says_so)

    @property
    def _is_total(self) -> np.ndarray:
        """A total calls itself so where the participant's number should be, or stands in a row without one."""
        number = self.one_with("participant")
        if number is None:
            return np.zeros(self.n_rows, dtype=bool)
        is_total = self.cells(number).where(is_total_label)
        is_nameless = ~self.is_filled_in(number) & (self.is_filled > 0) & ~self.is_below
        if not is_nameless.any():
            return is_total
        says_so = self._says(is_total_word, self.headings)
        says_so |= self._says(is_total_label, self.headings[:FIRST_COLUMNS]) & ~self._is_dated
        scored = [self.cells(heading) for heading in self.headings if heading.meaning.field == "value"]
        return is_total | (is_nameless & says_so) | sums_up(scored, is_nameless & ~self._is_dated)

    @property
    def _is_dated(self) -> np.ndarray:
        """Per row, whether it tells a moment or a day that is understood."""
        read = {"moment": parse_moment, "measured_on": parse_date}
        dated = np.zeros(self.n_rows, dtype=bool)
        for field, parse in read.items():
            dated |= self._says(lambda cell, parse=parse: parse(cell) is not None, self.all_with(field))
        return dated

    def _says(self, holds: Callable[[Cell], bool], headings: Iterable[Heading]) -> np.ndarray:
        """Per row, whether something holds for one of its cells in these columns."""
        said = np.zeros(self.n_rows, dtype=bool)
        for heading in headings:
            said |= self.cells(heading).where(holds)
        return said


def _is_example_word(cell: Cell) -> bool:
    if not isinstance(cell, str) or not cell.startswith(BEGINNINGS_OF_EXAMPLE) or len(cell) >= LONGEST_EXAMPLE:
        return False
    return cell.strip(AROUND_EXAMPLE).casefold() in EXAMPLE_WORDS


@cache
def _fields_of_example(kind: str) -> tuple[str, ...]:
    """The fields in which the example row says that it is one."""
    examples = {column.field: column.example for column in registration_sheets()[kind].column if column.example}
    return tuple(field for field, example in examples.items() if example.en.casefold() in EXAMPLE_WORDS)
