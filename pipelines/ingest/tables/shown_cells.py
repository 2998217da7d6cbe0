"""What a spreadsheet shows otherwise than it holds: cells merged into one, rows and columns that are hidden."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from pipelines.ingest.cells.sheet import CellColumn, is_empty
from pipelines.ingest.tables.table import Heading, Table
from pipelines.ingest.tables.table_issues import TableIssues

MOST_NAMED = 10


def carry_merged_down(table: Table) -> Table:
    """The table with what stands in a merged cell in each of its rows: a number merged over its moments.

    Only where the spreadsheet says that the cells are one, only in rows that hold something else, and never a score:
    whether one score holds for two rows is not ours to say (check_shown).
    """
    if not table.sheet.merged_down:
        return table
    columns = list(table.sheet.columns)
    for heading in table.headings:
        if not _is_score(heading):
            columns[heading.position] = _carried_down(columns[heading.position], _merged_below(table, heading))
    return replace(table, sheet=replace(table.sheet, columns=tuple(columns)))


def check_shown(issues: TableIssues) -> None:
    """Says which rows and columns were read though nobody sees them, and which cells are merged."""
    table = issues.table
    first = table.heading_row + 1
    is_hidden = table.sheet.is_row_hidden[first : first + table.n_rows] & ~issues.is_skipped
    if is_hidden.any():
        issues.about_table("hidden_rows", expected=str(int(is_hidden.sum())))
    if hidden := [heading.text for heading in table.headings if _is_hidden(table, heading)]:
        more = ["…"] if len(hidden) > MOST_NAMED else []
        issues.about_table("hidden_columns", expected=", ".join([*hidden[:MOST_NAMED], *more]))
    for heading in table.headings:
        _check_merged(issues, heading)


def _check_merged(issues: TableIssues, heading: Heading) -> None:
    merged = list(_merged_below(issues.table, heading))
    if not merged or not heading.meaning.field:
        return
    if not _is_score(heading):
        issues.about_table("merged_cells", heading)
        return
    for rows in merged:
        for row in rows[1:] - issues.table.heading_row - 1:
            if not issues.is_skipped[row]:
                issues.about_row("merged_scores", int(row), heading)


def _is_score(heading: Heading) -> bool:
    return heading.is_measured or heading.meaning.field == "value"


def _is_hidden(table: Table, heading: Heading) -> bool:
    """A column of ours, put together from others, is not on the sheet."""
    is_hidden = table.sheet.is_column_hidden
    return heading.meaning.field is not None and heading.position < len(is_hidden) and is_hidden[heading.position]


def _merged_below(table: Table, heading: Heading) -> Iterator[np.ndarray]:
    """The rows of the sheet that are one in this column, each time: those of the table that hold something."""
    is_filled, cells = table.sheet.is_filled, table.sheet.columns[heading.position]
    for first_row, last_row in table.sheet.merged_down.get(heading.position, ()):
        if table.heading_row < first_row < table.sheet.n_rows:
            rows = np.arange(first_row, min(last_row + 1, table.sheet.n_rows))
            if is_filled[rows[1:]].any() and not is_empty(cells[first_row]):
                yield rows[is_filled[rows] > 0]


def _carried_down(cells: CellColumn, merged: Iterator[np.ndarray]) -> CellColumn:
    codes = cells.codes
    for rows in merged:
        codes = codes.copy() if codes is cells.codes else codes
        codes[rows] = codes[rows[0]]
    return cells if codes is cells.codes else replace(cells, codes=codes)
