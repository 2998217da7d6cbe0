"""What somebody mended on the page, before the file is read again. Lives in memory as long as the upload does."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np
from pydantic import Field

from pipelines.domain.frozen import Frozen
from pipelines.domain.issue import Issue
from pipelines.domain.spelling import bare
from pipelines.ingest.cells.sheet import CellColumn, column_letter
from pipelines.ingest.tables.table import Table
from pipelines.ingest.tables.table_issues import TableIssues
from pipelines.ingest.values.codes import NOT_MEASURED


class CellCorrection(Frozen):
    """What should stand in a cell; "" for "not measured". `row` as the spreadsheet numbers it, `column` its heading."""

    sheet: str
    row: int
    column: str
    value: str = Field(repr=False)


class LeftOutRows(Frozen):
    """Rows that somebody chose to leave out: they count as refused and stand in the context of every result."""

    sheet: str
    rows: tuple[int, ...]


class SamePerson(Frozen):
    """Two numbers that are one person: `number` is read as `same_as`. Never shown, logged or stored as they are."""

    number: str = Field(repr=False)
    same_as: str = Field(repr=False)


class Corrections(Frozen):
    cells: tuple[CellCorrection, ...] = ()
    left_out: tuple[LeftOutRows, ...] = ()
    same_people: tuple[SamePerson, ...] = ()


NO_CORRECTIONS = Corrections()


def mended(corrections: Corrections, table: Table) -> Table:
    """The table with the corrected cells in their place, as if they had been typed there."""
    columns = list(table.sheet.columns)
    for cell in corrections.cells:
        if (position := _place(table, cell)) is not None:
            columns[position] = _with(columns[position], cell.row - 1, cell.value)
    if all(column is kept for column, kept in zip(columns, table.sheet.columns, strict=True)):
        return table
    return replace(table, sheet=replace(table.sheet, columns=tuple(columns)))


def leave_out_rows(tables: Iterable[TableIssues], corrections: Corrections) -> None:
    """Refuses the rows that somebody chose to leave out."""
    for issues in tables:
        chosen = {row for left in corrections.left_out if left.sheet == issues.table.sheet.label for row in left.rows}
        for row in sorted(chosen):
            if 0 <= _row(issues.table, row) < issues.table.n_rows:
                issues.leave_out_row(_row(issues.table, row))


def without_place(tables: Sequence[TableIssues], corrections: Corrections) -> list[Issue]:
    """Corrections of cells that are not in these tables, or of a column that is there twice: never dropped silently."""
    return [
        Issue(code="correction_without_place", sheet=cell.sheet, row=cell.row, column=cell.column)
        for cell in corrections.cells
        if all(_place(issues.table, cell) is None for issues in tables)
    ]


def _place(table: Table, cell: CellCorrection) -> int | None:
    """The position of the column of this cell, None where the table has no such cell."""
    if cell.sheet != table.sheet.label or not 0 <= _row(table, cell.row) < table.n_rows:
        return None
    positions = _positions(table, cell.column)
    return positions[0] if len(positions) == 1 else None


def _row(table: Table, number: int) -> int:
    """The row of the table that has this number in the spreadsheet."""
    return number - table.row_number(0)


def _positions(table: Table, column: str) -> Sequence[int]:
    """Where the column of this heading stands; without such a heading the column of this letter."""
    called = [heading.position for heading in table.headings if bare(heading.text) == bare(column)]
    return called or [heading.position for heading in table.headings if column_letter(heading.position) == column]


def _with(column: CellColumn, row: int, value: str) -> CellColumn:
    codes = column.codes.astype(np.int32, copy=True)
    codes[row] = len(column.distinct)
    return CellColumn((*column.distinct, value or NOT_MEASURED), codes)
