"""Which cells of a workbook an issue is about."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from openpyxl.utils.cell import column_index_from_string

from pipelines.domain.issue import Issue
from pipelines.domain.registration import Registration
from pipelines.domain.spelling import bare
from pipelines.ingest.cells.limits import HEADING_SEARCH_ROWS
from pipelines.ingest.cells.sheet import Sheet, is_empty, text_of


class Place(NamedTuple):
    """A cell of one sheet, counted from 1 as a spreadsheet does; `sheet` is its position among the sheets as read."""

    sheet: int
    row: int
    column: int


class PlaceFinder:
    """The places in one upload of what was found in all files that were read with it."""

    def __init__(self, upload_name: str, sheets: Sequence[Sheet], registration: Registration) -> None:
        self._upload_name = upload_name
        self._sheets = sheets
        self._positions: dict[str, int] = {}
        for position, sheet in enumerate(sheets):
            for label in (sheet.label, f"{upload_name}: {sheet.name}"):
                self._positions.setdefault(label, position)
        self._columns = _columns(registration)
        self._heading_rows = {table.sheet: table.heading_rows[1] for table in registration.tables}

    def concerns(self, issue: Issue) -> bool:
        """Whether the issue is about this upload, or about no file in particular."""
        return issue.sheet is None or issue.sheet == self._upload_name or issue.sheet in self._positions

    def places(self, issue: Issue) -> list[Place]:
        """A cell, the heading of a column, the first cell of a row or of a sheet; more than one for columns of one
        name. Nothing where the file could not be read."""
        sheet = 0 if issue.sheet in (None, self._upload_name) else self._positions.get(issue.sheet or "")
        if sheet is None or sheet >= len(self._sheets):
            return []
        if issue.column is None:
            return [Place(sheet, issue.row or 1, self._first_column(sheet, issue.row))]
        found = [self._at(sheet, issue, column) for column in self._columns.get((issue.sheet or "", issue.column), ())]
        return found or [self._searched(sheet, issue)]

    def _at(self, sheet: int, issue: Issue, column: int) -> Place:
        return Place(sheet, issue.row or self._heading_rows.get(issue.sheet or "", 1), column)

    def _searched(self, sheet: int, issue: Issue) -> Place:
        """Where the heading stands. In a list of facts it stands before its answer, in the same row."""
        wanted = bare(issue.column or "")
        for row in range(min(self._sheets[sheet].n_rows, max(HEADING_SEARCH_ROWS, issue.row or 0))):
            for position, cells in enumerate(self._sheets[sheet].columns):
                if isinstance(cells[row], str) and bare(text_of(cells[row])) == wanted:
                    is_before_answer = issue.row == row + 1
                    return Place(sheet, issue.row or row + 1, position + 1 + is_before_answer)
        return Place(sheet, issue.row or 1, self._first_column(sheet, issue.row))

    def _first_column(self, sheet: int, row: int | None) -> int:
        """The first column of the row that holds something."""
        if row is None or row > self._sheets[sheet].n_rows:
            return 1
        filled = (
            position for position, cells in enumerate(self._sheets[sheet].columns, 1) if not is_empty(cells[row - 1])
        )
        return next(filled, 1)


def _columns(registration: Registration) -> Mapping[tuple[str, str], list[int]]:
    """By label of the sheet and heading, the columns that have it."""
    columns: dict[tuple[str, str], list[int]] = {}
    for found in registration.found:
        if found.letter:
            columns.setdefault((found.sheet, found.column), []).append(column_index_from_string(found.letter))
    return columns
