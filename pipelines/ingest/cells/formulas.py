"""Cells that hold no value although something stands there: errors such as #N/A, and formulas never calculated.

The reader of spreadsheets gives both as an empty cell without a word, and an empty cell is "not measured". Where they
are is among the details of a sheet (see details/).
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from pipelines.ingest.cells.details.sheet_details import NOT_CALCULATED, FaultyCells
from pipelines.ingest.cells.sheet import Cell, CellColumn

# How the three languages of our users' spreadsheets write an error; LibreOffice numbers its own: Err:502.
ERROR_TEXTS = frozenset(
    "#N/A #N/B #NB #DIV/0! #DEEL/0! #VALUE! #WAARDE! #REF! #VERW! #NAME? #NAAM? #NULL! #LEEG! #NUM! #GETAL! #SPILL! "
    "#OVERLOOP! #CALC! #BEREKENEN! #GETTING_DATA".split()
)  # fmt: skip
UNKNOWN_ERROR = "#N/A"
NUMBERED_ERRORS = ("Err:", "Fout:")
BEGINNINGS = ("#", NOT_CALCULATED, *NUMBERED_ERRORS)
NO_COLUMN = CellColumn([], np.empty(0, dtype=np.int32))


def is_formula_fault(cell: Cell) -> str | None:
    """The code of the issue if this cell is an error or a formula without a value."""
    if not isinstance(cell, str) or not cell.startswith(BEGINNINGS):
        return None
    if cell.startswith(NOT_CALCULATED):
        return "formula_not_calculated"
    is_numbered = cell.startswith(NUMBERED_ERRORS) and cell.partition(":")[2].isdigit()
    return "formula_error" if is_numbered or cell.strip().upper() in ERROR_TEXTS else None


def mark_faulty_cells(columns: Sequence[CellColumn], faulty: FaultyCells) -> tuple[CellColumn, ...]:
    """The columns of a sheet with the texts of its faulty cells filled in.

    The reader cuts off rows and columns at the end that hold nothing else; they are laid on again, as far as they are
    faulty throughout: a single faulty cell far below a table is no row of it.
    """
    if not faulty:
        return tuple(columns)
    n_rows = len(columns[0]) if columns else 0
    rows = {row for found in faulty.values() for row in found}
    while n_rows in rows:
        n_rows += 1
    n_columns = len(columns)
    while n_columns in faulty:
        n_columns += 1
    padded = [_pad(column, n_rows) for column in (*columns, *[NO_COLUMN] * (n_columns - len(columns)))]
    return tuple(_mark(column, faulty.get(position, {})) for position, column in enumerate(padded))


def _pad(column: CellColumn, n_rows: int) -> CellColumn:
    n_missing = n_rows - len(column)
    if not n_missing:
        return column
    empty = np.full(n_missing, len(column.distinct), dtype=np.int32)
    return replace(column, distinct=[*column.distinct, ""], codes=np.concatenate([column.codes, empty]))


def _mark(column: CellColumn, faulty: Mapping[int, str]) -> CellColumn:
    if not faulty:
        return column
    shown = {text: text if is_formula_fault(text) else UNKNOWN_ERROR for text in set(faulty.values())}
    texts = sorted(set(shown.values()))
    codes = column.codes.copy()
    for row, text in faulty.items():
        if row < len(codes):
            codes[row] = len(column.distinct) + texts.index(shown[text])
    return replace(column, distinct=[*column.distinct, *texts], codes=codes)
