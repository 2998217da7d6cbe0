"""A participant's number that several columns make up together, such as a location and a number that restarts there."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from pipelines.ingest.cells.sheet import CellColumn, is_empty, text_of
from pipelines.ingest.tables.table import Heading, Table

BETWEEN = " · "


def with_joined_number(table: Table) -> Table:
    """The table with one column more where the mapping names several for the participant: their cells joined.

    A row in which one of them is empty has no number. Any other table stays as it is.
    """
    parts = [heading for heading in table.all_with("participant") if heading.meaning.is_given]
    if len(parts) < 2:
        return table
    sheet = replace(table.sheet, columns=(*table.sheet.columns, _join([_column(table, part) for part in parts])))
    meaning = replace(parts[0].meaning, is_joined=True)
    joined = Heading(len(table.sheet.columns), BETWEEN.join(part.text for part in parts), meaning)
    headings = [_as_part(heading) if heading in parts else heading for heading in table.headings]
    return replace(table, sheet=sheet, headings=(*headings, joined))


def _column(table: Table, heading: Heading) -> CellColumn:
    return table.sheet.columns[heading.position]


def _as_part(heading: Heading) -> Heading:
    return replace(heading, meaning=replace(heading.meaning, field=None, part_of="participant"))


def _join(columns: Sequence[CellColumn]) -> CellColumn:
    """Per row the cells of all columns as one text; each combination is joined once."""
    codes = np.column_stack([column.codes for column in columns])
    combinations, places = np.unique(codes, axis=0, return_inverse=True)
    return CellColumn([_joined(columns, found) for found in combinations.tolist()], places.astype(np.int32).reshape(-1))


def _joined(columns: Sequence[CellColumn], codes: Sequence[int]) -> str:
    cells = [column.distinct[code] for column, code in zip(columns, codes, strict=True)]
    return "" if any(map(is_empty, cells)) else BETWEEN.join(map(text_of, cells))
