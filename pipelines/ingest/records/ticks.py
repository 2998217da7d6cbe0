"""Columns in which a tick means yes: what an empty cell means there was said, or is asked."""

import numpy as np

from pipelines.domain.indicator import Indicator, Kind
from pipelines.domain.spelling import bare
from pipelines.ingest.cells.sheet import CellColumn, is_empty
from pipelines.ingest.mapping.column_mapping import ColumnMapping
from pipelines.ingest.tables.shapes import is_long
from pipelines.ingest.tables.table import Heading, Table
from pipelines.ingest.values.codes import NOT_MEASURED, is_tick

NO = 0.0


def is_in_question(cells: CellColumn, indicator: Indicator, heading: Heading, mapping: ColumnMapping) -> bool:
    """Whether yes is written as a tick and nobody said what an empty cell means."""
    if indicator.kind is not Kind.YES_NO or _meaning_of_empty(heading, mapping):
        return False
    return any(is_tick(cell) for cell in cells.present)


def with_empty_cells_read(
    cells: CellColumn, table: Table, heading: Heading, rows: np.ndarray, mapping: ColumnMapping
) -> CellColumn:
    """The cells of these rows, an empty one filled with no where that was said and the row holds a record."""
    if _meaning_of_empty(heading, mapping) != "no":
        return cells
    may_be_no = cells.where(lambda cell: is_empty(cell) and cell != NOT_MEASURED) & holds_record(table, heading)[rows]
    return CellColumn((*cells.distinct, NO), np.where(may_be_no, len(cells.distinct), cells.codes).astype(np.int32))


def holds_record(table: Table, heading: Heading) -> np.ndarray:
    """Per row, whether somebody was measured there: at the moment of the column, if it names one.

    A participant alone is no measurement: it takes a date or another filled cell of the same moment, or, in a list of
    one score a row, the row itself.
    """
    moment = heading.meaning.moment
    numbers = table.all_with("participant")
    signs = [found for found in (*table.measured, *table.all_with("measured_on")) if found.meaning.moment == moment]
    is_measured = np.any([table.is_filled_in(found) for found in signs], axis=0) if signs else _nowhere(table)
    is_named = np.any([table.is_filled_in(found) for found in numbers], axis=0) if numbers else ~_nowhere(table)
    return is_named & ~table.is_skipped & (is_measured | is_long(table))


def _nowhere(table: Table) -> np.ndarray:
    return np.zeros(table.n_rows, dtype=bool)


def _meaning_of_empty(heading: Heading, mapping: ColumnMapping) -> str | None:
    return {bare(named): meaning for named, meaning in mapping.ticks.items()}.get(bare(heading.text))
