"""A column understood: what each distinct cell means, or what is wrong with it, laid over the rows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np

from pipelines.domain.frozen import Name
from pipelines.ingest.cells.formulas import is_formula_fault
from pipelines.ingest.cells.sheet import Cell, CellColumn, is_empty


class Fault(NamedTuple):
    """What is wrong with a cell: the code of the issue, and what would be right."""

    code: str
    expected: str | Name = ""


# What a cell means (never None), or its fault.
ReadCell = Callable[[Cell], Any]


@dataclass(frozen=True)
class Understood:
    """Per distinct cell of the column: its meaning, None where it is empty or faulty; and its fault if it has one."""

    column: CellColumn
    meanings: Sequence[Any]
    faults: Sequence[Fault | None]

    def __getitem__(self, row: int) -> Any:
        return self.meanings[self.column.codes[row]]

    @cached_property
    def is_faulty(self) -> np.ndarray:
        """Per row."""
        return np.array([fault is not None for fault in self.faults], dtype=bool)[self.column.codes]

    @cached_property
    def is_known(self) -> np.ndarray:
        """Per row, whether the cell holds something that was understood."""
        return np.array([meaning is not None for meaning in self.meanings], dtype=bool)[self.column.codes]

    @property
    def is_missing(self) -> np.ndarray:
        """Per row, whether the cell is empty or says that there is no value."""
        return ~(self.is_known | self.is_faulty)

    def fault(self, row: int) -> Fault:
        """The fault in this row; there is one."""
        found = self.faults[self.column.codes[row]]
        assert found is not None
        return found

    def array(self, dtype: str, missing: Any) -> np.ndarray:
        """The meanings per row, with `missing` where there is none."""
        filled = [missing if meaning is None else meaning for meaning in self.meanings]
        return np.array(filled, dtype=dtype)[self.column.codes]


def understand(column: CellColumn, read: ReadCell) -> Understood:
    """Reads each distinct cell once. Empty cells mean None; errors of the spreadsheet are faults whatever is read."""
    meanings, faults = column.distinct.once((understand, read), lambda: _read_all(column.distinct, read))
    return Understood(column, meanings, faults)


def _read_all(cells: Sequence[Cell], read: ReadCell) -> tuple[list[Any], list[Fault | None]]:
    """Meanings and faults, one of each per cell."""
    readings = [_read(cell, read) for cell in cells]
    if Fault not in set(map(type, readings)):
        return readings, [None] * len(readings)
    meanings = [None if isinstance(reading, Fault) else reading for reading in readings]
    return meanings, [reading if isinstance(reading, Fault) else None for reading in readings]


def _read(cell: Cell, read: ReadCell) -> Any:
    if is_empty(cell):
        return None
    broken = is_formula_fault(cell)
    return Fault(broken) if broken else read(cell)
