"""Where the table of a sheet stands, what kind of sheet it is, and what its columns are."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property

import numpy as np

from pipelines.domain.registration_sheets import EXPLANATION_SHEET, registration_sheets
from pipelines.domain.spelling import bare
from pipelines.ingest.headings import ATTRIBUTE, MOMENT_FIRST, MOMENT_LAST, UNKNOWN, Meaning, Vocabulary
from pipelines.ingest.limits import HEADING_SEARCH_ROWS
from pipelines.ingest.notation import moment_of_match, parse_moment
from pipelines.ingest.sheet import Cell, CellColumn, Sheet, column_letter, is_empty, text_of

MEASUREMENTS, PARTICIPANTS, PROJECT, INDICATORS = "measurements", "participants", "project", "indicators"
KNOWN_BY_NAME_ONLY = (PROJECT, INDICATORS)
SHEETS_WITHOUT_RECORDS = (EXPLANATION_SHEET.nl, EXPLANATION_SHEET.en, "Leeswijzer", "Lijsten", "Lists", "Keuzelijsten")

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
        return (self.is_filled == 0) | self._says(EXAMPLE_WORDS) | self._is_total

    @property
    def _is_total(self) -> np.ndarray:
        """A total calls itself so where the participant's number should be, or stands in a row without one."""
        number = self.one_with("participant")
        if number is None:
            return np.zeros(self.n_rows, dtype=bool)
        is_total, is_nameless = self.cells(number).where(_one_of(TOTAL_WORDS)), ~self.is_filled_in(number)
        return is_total | (is_nameless & self._says(TOTAL_WORDS)) if is_nameless.any() else is_total

    def _says(self, words: frozenset[str]) -> np.ndarray:
        """Per row, whether one of its cells is one of these words."""
        said = np.zeros(self.n_rows, dtype=bool)
        for heading in self.headings:
            said |= self.cells(heading).where(_one_of(words))
        return said


def find_table(sheet: Sheet, vocabulary: Vocabulary) -> Table | None:
    """The table of a sheet, None if there is none that is known.

    What the mapping says is measured decides first, then the sheet's own name, then its headings.
    """
    measured = _best_row(sheet, vocabulary, MEASUREMENTS)
    if measured and any(heading.is_measured and heading.meaning.is_given for heading in measured.headings):
        return measured
    named = kind_called(sheet.name)
    if named:
        best = _best_row(sheet, vocabulary, named)
        return best if best and _n_recognised(best) else None
    tables = (_best_row(sheet, vocabulary, kind) for kind in registration_sheets() if kind not in KNOWN_BY_NAME_ONLY)
    fitting = [table for table in tables if table and _has_what_it_takes(table)]
    return next((table for table in fitting if table.kind == MEASUREMENTS), None) or _clearest(fitting)


def _clearest(tables: Sequence[Table]) -> Table | None:
    """The one with the most headings that are known; None if that is not one."""
    most = max(map(_n_recognised, tables), default=0)
    best = [table for table in tables if _n_recognised(table) == most]
    return best[0] if len(best) == 1 else None


def kind_called(sheet_name: str) -> str | None:
    """The kind of sheet that has this name, in either language."""
    return _kinds_by_name().get(bare(sheet_name))


def is_without_records(sheet: Sheet) -> bool:
    """Whether this is the explanation that our own workbook carries, or a sheet with lists to choose from."""
    return bare(sheet.name) in map(bare, SHEETS_WITHOUT_RECORDS)


def moment_of_sheet(name: str) -> int | None:
    """The moment that the name of a sheet or file tells: 0-meting, T1, "zrm 1-meting"."""
    moment = parse_moment(name)
    if moment is not None:
        return moment
    text = " ".join(name.casefold().split())
    found = MOMENT_LAST.fullmatch(text) or MOMENT_FIRST.fullmatch(text)
    # A word such as "start" may be part of any name; a number with its unit is not.
    return None if found is None or found["word"] not in (None, "nulmeting") else moment_of_match(found)


def _best_row(sheet: Sheet, vocabulary: Vocabulary, kind: str) -> Table | None:
    """The table below the first row with the most headings that are known."""

    def n_known(row: int) -> int:
        cells = (column[row] for column in sheet.columns)
        return sum(vocabulary.meaning(cell, kind).is_recognised for cell in cells if isinstance(cell, str))

    row = max(range(min(HEADING_SEARCH_ROWS, sheet.n_rows)), key=n_known, default=None)
    return None if row is None else Table(sheet, kind, row, _headings(sheet, vocabulary, kind, row))


def _headings(sheet: Sheet, vocabulary: Vocabulary, kind: str, row: int) -> tuple[Heading, ...]:
    """Every column that has a heading or holds something; without a heading it goes by its letter."""
    found = []
    for position, column in enumerate(sheet.columns):
        cell = column[row]
        if not is_empty(cell):
            found.append(Heading(position, text_of(cell), vocabulary.meaning(text_of(cell), kind)))
        elif column.rows(row + 1, sheet.n_rows).is_filled.any():
            found.append(Heading(position, column_letter(position), UNKNOWN, has_text=False))
    return tuple(_without_doubled_attributes(_prefer_given(found)))


def _without_doubled_attributes(headings: Iterable[Heading]) -> Iterator[Heading]:
    """Buurt and Wijk may both be there: the first is the attribute we know, the other one of the project's own."""
    taken: set[str | None] = set()
    for heading in headings:
        is_attribute = (heading.meaning.field or "").startswith(ATTRIBUTE)
        yield replace(heading, meaning=UNKNOWN) if is_attribute and heading.meaning.field in taken else heading
        taken.add(heading.meaning.field)


def _prefer_given(headings: Sequence[Heading]) -> Iterator[Heading]:
    """What the mapping says is a field leaves no other column of that field."""
    given = {heading.meaning.field for heading in headings if heading.meaning.is_given}
    for heading in headings:
        doubled = not heading.meaning.is_given and not heading.is_measured and heading.meaning.field in given - {None}
        yield replace(heading, meaning=UNKNOWN) if doubled else heading


def _one_of(words: frozenset[str]) -> Callable[[Cell], bool]:
    longest = max(map(len, words)) + 4
    return lambda cell: isinstance(cell, str) and len(cell) < longest and cell.strip(" .:").casefold() in words


def _n_recognised(table: Table) -> int:
    return sum(heading.meaning.is_recognised for heading in table.headings)


def _has_what_it_takes(table: Table) -> bool:
    """Whether the headings alone tell that this is a sheet of its kind."""
    fields = Counter(heading.meaning.field for heading in table.headings if not heading.is_measured)
    if table.kind == MEASUREMENTS:
        is_long = bool(fields["indicator"] and fields["value"])
        about_somebody = bool(fields["participant"]) and (is_long or bool(table.measured) or bool(fields["moment"]))
        return about_somebody or len(table.measured) > 1
    required = [column.field for column in registration_sheets()[table.kind].column if column.required]
    n_own = sum(n for field, n in fields.items() if field)
    return all(fields[field] for field in required) and n_own > 1


@cache
def _kinds_by_name() -> Mapping[str, str]:
    return {
        bare(name): sheet.id
        for sheet in registration_sheets().values()
        for name in (sheet.name.nl, sheet.name.en, *sheet.aliases)
    }
