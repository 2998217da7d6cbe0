"""What a spreadsheet shows of its cells, and the reader of cells leaves unsaid. Rows and columns count from 0."""

from typing import NamedTuple

# First and last.
Span = tuple[int, int]
# First row, first column, last row, last column.
Range = tuple[int, int, int, int]
# Position of the column → position of the row → what the spreadsheet shows there.
FaultyCells = dict[int, dict[int, str]]

# Stands for a formula of which no result was saved.
NOT_CALCULATED = "="


class SheetDetails(NamedTuple):
    """Cells that hold an error or a formula without a result; what is hidden; which cells are one."""

    name: str
    faulty: FaultyCells
    hidden_rows: list[Span]
    hidden_columns: list[Span]
    merged: list[Range]


class WorkbookDetails(NamedTuple):
    """The sheets in the order of the workbook. Its days may count from 1904 instead of 1900."""

    sheets: list[SheetDetails]
    counts_from_1904: bool


class NotReadable(Exception):
    """Damaged, or of a make that no spreadsheet program gives."""


class Locked(Exception):
    """Encrypted with a password."""


def no_details(name: str) -> SheetDetails:
    """Of a sheet on which nothing was found yet."""
    return SheetDetails(name, {}, [], [], [])


def note_faulty(details: SheetDetails, row: int, column: int, text: str) -> None:
    """An error or a formula without a result, in this cell."""
    details.faulty.setdefault(column, {})[row] = text


def note_hidden(spans: list[Span], first: int, last: int) -> None:
    """Rows or columns that are hidden; what follows on the ones before is one span with them."""
    if spans and spans[-1][1] + 1 == first:
        first = spans.pop()[0]
    spans.append((first, last))
