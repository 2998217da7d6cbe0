"""Where the tables of any spreadsheet stand, whether or not it is a registration."""

from dataclasses import dataclass

from pipelines.domain.registration import FoundTable
from pipelines.ingest.cells.sheet import Cell, Sheet
from pipelines.ingest.cells.upload import Upload
from pipelines.ingest.cells.workbook import read_workbook
from pipelines.ingest.headings.vocabulary import Vocabulary
from pipelines.ingest.tables.found import found_table
from pipelines.ingest.tables.table import Table
from pipelines.ingest.tables.table_issues import TableIssues
from pipelines.ingest.tables.unused_sheets import table_by_form


@dataclass(frozen=True)
class SeenSheet:
    """A sheet with the table on it, by its form alone; without one if it is empty or has no headings."""

    sheet: Sheet
    table: Table | None

    @property
    def found(self) -> FoundTable | None:
        """Where the table stands."""
        return None if self.table is None else found_table(TableIssues(self.table))

    @property
    def headings(self) -> list[str]:
        """What stands above each column, else its letter."""
        return [heading.text for heading in self.table.headings] if self.table else []

    def rows(self) -> list[list[Cell]]:
        """The cells of the table, row by row, empty rows left out."""
        if self.table is None:
            return []
        table = self.table
        columns = [table.cells(heading) for heading in table.headings]
        return [[column[row] for column in columns] for row in range(table.n_records) if table.is_filled[row]]


def look_at(upload: Upload) -> tuple[SeenSheet, ...]:
    """Every sheet of a file with the table that stands on it. Raises UnreadableUpload."""
    nothing_known = Vocabulary((), {})
    return tuple(SeenSheet(sheet, table_by_form(sheet, nothing_known)) for sheet in read_workbook(upload))
