"""The issues of one table, and which of its rows they refuse. No issue ever quotes what may identify somebody."""

from typing import Any

import numpy as np

from pipelines.domain.frozen import Name
from pipelines.domain.issue import Issue, Severity, catalogue
from pipelines.domain.registration import Tally
from pipelines.ingest.cells.formulas import is_formula_fault
from pipelines.ingest.cells.sheet import Cell, quote_of
from pipelines.ingest.identities.own_names import NO_NAMES, OwnNames
from pipelines.ingest.identities.short_text import clean_short_text
from pipelines.ingest.tables.table import Heading, Table
from pipelines.ingest.values.understanding import Understood

FIELDS_NEVER_QUOTED = frozenset({"participant", "household"})


class TableIssues:
    """Grows while a table is read. An error in a row refuses that row; an error of the whole table refuses all."""

    def __init__(self, table: Table, own_names: OwnNames = NO_NAMES) -> None:
        self.table = table
        self.own_names = own_names
        self.issues: list[Issue] = []
        self.is_skipped = table.is_skipped.copy()
        self.is_refused = np.zeros(table.n_rows, dtype=bool)
        self.is_left_out_by_choice = np.zeros(table.n_rows, dtype=bool)
        self._left_out: set[int] = set()

    @property
    def is_accepted(self) -> np.ndarray:
        """Per row."""
        return ~(self.is_refused | self.is_skipped)

    @property
    def is_readable(self) -> bool:
        """Whether no error concerns the table as a whole."""
        return not any(issue.row is None and issue.severity is Severity.ERROR for issue in self.issues)

    def about_table(self, code: str, heading: Heading | None = None, *, expected: str | Name = "") -> None:
        """An issue of the sheet or of one of its columns. An error refuses every row."""
        column = heading.text if heading else None
        self.issues.append(Issue(code=code, sheet=self.table.sheet.label, column=column, expected=expected))
        if catalogue()[code].severity is Severity.ERROR:
            self.is_refused[:] = True

    def leave_out(self, heading: Heading, code: str, *, expected: str | Name = "") -> None:
        """A column that is not used, and why."""
        self._left_out.add(heading.position)
        self.about_table(code, heading, expected=expected)

    def is_left_out(self, heading: Heading) -> bool:
        return heading.position in self._left_out

    def leave_out_row(self, row: int) -> None:
        """A row that somebody chose to leave out: refused, whatever else may be wrong with it."""
        if not self.is_skipped[row]:
            self.about_row("row_left_out", row)
            self.is_refused[row] = self.is_left_out_by_choice[row] = True

    def about_row(
        self,
        code: str,
        row: int,
        heading: Heading | None = None,
        *,
        cell: Cell | None = None,
        expected: str | Name = "",
    ) -> None:
        """An issue of one row or of one of its cells. An error refuses the row; one that is left out has none."""
        if self.is_left_out_by_choice[row]:
            return
        quoted = None if cell is None or _is_secret(heading, cell) else self._quoted(cell)
        place: dict[str, Any] = {"sheet": self.table.sheet.label, "row": self.table.row_number(row)}
        self.issues.append(
            Issue(code=code, **place, column=heading.text if heading else None, value=quoted, expected=expected)
        )
        if catalogue()[code].severity is Severity.ERROR:
            self.is_refused[row] = True

    def _quoted(self, cell: Cell) -> str:
        return clean_short_text(quote_of(cell), self.own_names)[0]

    def about_rows(
        self, code: str, rows: np.ndarray, heading: Heading | None = None, *, expected: str | Name = ""
    ) -> None:
        """The same issue in several rows, without quoting; `rows` is a mask over the table."""
        for row in np.flatnonzero(rows):
            self.about_row(code, int(row), heading, expected=expected)

    def about_cells(self, heading: Heading, understood: Understood, rows: np.ndarray | None = None) -> None:
        """What was not understood in a column, skipped rows apart; `rows` are the rows that the column was cut to."""
        for place in np.flatnonzero(understood.is_faulty):
            row = int(place if rows is None else rows[place])
            if not self.is_skipped[row]:
                fault = understood.fault(place)
                self.about_row(fault.code, row, heading, cell=understood.column[place], expected=fault.expected)

    @property
    def issues_by_row(self) -> list[Issue]:
        """Those of the whole sheet first, then from top to bottom."""
        return sorted(self.issues, key=lambda issue: issue.row or 0)

    @property
    def tally(self) -> Tally:
        n_skipped = int(self.is_skipped.sum())
        n_refused = int((self.is_refused & ~self.is_skipped).sum())
        n_read = self.table.n_rows
        return Tally(read=n_read, accepted=n_read - n_skipped - n_refused, refused=n_refused, skipped=n_skipped)


def _is_secret(heading: Heading | None, cell: Cell) -> bool:
    """A number of somebody; an error of the spreadsheet in its place is none."""
    return heading is not None and heading.meaning.field in FIELDS_NEVER_QUOTED and not is_formula_fault(cell)
