"""Where a table ends: legends, sources and notes below it, after an empty row, are not its records.

Only what follows an empty row and holds no row that looks like a record is left outside. Where that is not sure, the
rows stay in the table and are read, so that errors are raised rather than records lost.
"""

import numpy as np

from pipelines.domain.registration_sheets import registration_sheets
from pipelines.ingest.cells.sheet import Cell
from pipelines.ingest.tables.table import MEASUREMENTS, Heading, Table
from pipelines.ingest.values.days import parse_date
from pipelines.ingest.values.notation import parse_moment, parse_number

# What stands for a value that is missing is no longer than this; a line of a legend is.
LONGEST_CODE = 6


def find_last_row(table: Table) -> int | None:
    """The last row of the sheet that belongs to the table, None if that is the last one that holds anything."""
    filled = table.is_filled > 0
    if filled.all() or not table.n_rows:
        return None
    is_record = filled & _looks_like_a_record(table)
    if not is_record.any():
        return None
    last = int(np.flatnonzero(is_record)[-1])
    empty_below = np.flatnonzero(~filled[last:])
    return table.heading_row + last + int(empty_below[0]) if len(empty_below) else None


def _looks_like_a_record(table: Table) -> np.ndarray:
    if table.kind == MEASUREMENTS:
        return _looks_measured(table)
    required = {column.field for column in registration_sheets()[table.kind].column if column.required}
    told = [heading for heading in table.headings if heading.meaning.field in required]
    return np.all([np.ones(table.n_rows, dtype=bool), *map(table.is_filled_in, told)], axis=0)


def _looks_measured(table: Table) -> np.ndarray:
    """A score that is a number; or several in words; or somebody at a moment or on a day that is understood."""
    scores = [table.cells(heading) for heading in table.headings if heading.meaning.field == "value"]
    has_number = _any(table, [column.where(_may_be_a_score) for column in scores])
    n_said = np.sum([np.zeros(table.n_rows, dtype=np.int32), *(column.is_filled for column in scores)], axis=0)
    is_somebody = _any(table, [table.is_filled_in(heading) for heading in table.all_with("participant")])
    is_when = _any(table, [_is_understood(table, heading) for heading in table.headings])
    return has_number | (n_said > 1) | ((n_said == 1) & is_when) | (is_somebody & is_when)


def _may_be_a_score(cell: Cell) -> bool:
    if not isinstance(cell, str):
        return True
    return bool(cell.strip()) and (len(cell.strip()) <= LONGEST_CODE or parse_number(cell) is not None)


def _is_understood(table: Table, heading: Heading) -> np.ndarray:
    cells = table.cells(heading)
    match heading.meaning.field:
        case "moment":
            return cells.where(_is_moment)
        case "measured_on":
            return cells.where(_is_day)
    return np.zeros(len(cells), dtype=bool)


def _is_moment(cell: Cell) -> bool:
    return parse_moment(cell) is not None


def _is_day(cell: Cell) -> bool:
    return parse_date(cell) is not None


def _any(table: Table, masks: list[np.ndarray]) -> np.ndarray:
    return np.any([np.zeros(table.n_rows, dtype=bool), *masks], axis=0)
