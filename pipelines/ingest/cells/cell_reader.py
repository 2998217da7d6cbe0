"""A small program of its own: the bytes of a workbook on standard input, its cells by column on standard output.

The reader of spreadsheets can be made to ask for any amount of memory by a file of a few kilobytes, and then ends its
process. So it runs in one that may be lost, with limits where the system has them. Knows only the standard library,
calamine and the two small files it imports, because it must start within a few hundredths of a second.

Exit codes: exit_codes.py.
"""

import gc
import pickle
import sys
from array import array
from io import BytesIO

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from pipelines.ingest.cells.exit_codes import NOT_READABLE, PASSWORD, READ, TOO_LARGE
from pipelines.ingest.cells.own_limits import limit_own_process

# The distinct cells of the upper rows and the bytes of their int32 codes; the bytes of float64 of the rows below, where
# a column holds nothing but numbers from there on.
PackedColumn = tuple[list, bytes, bytes]
# Place in the workbook, name, is hidden, columns.
PackedSheet = tuple[int, str, bool, list[PackedColumn]]

# Numbers may begin below so many rows.
ROWS_OF_HEADING = 50
# The cells that were packed last: the process ends with them, for letting them go one by one takes a tenth of the time.
kept: list[tuple] = []


def read_cells(content: bytes, max_columns: int, max_cells: int) -> list[PackedSheet]:
    """The work sheets; charts and macros are no sheets with cells. Raises CalamineError and MemoryError."""
    workbook = CalamineWorkbook.from_filelike(BytesIO(content))
    packed: list[PackedSheet] = []
    for place, about in enumerate(workbook.sheets_metadata):
        if about.typ == SheetTypeEnum.WorkSheet:
            sheet = workbook.get_sheet_by_name(about.name)
            max_cells -= _n_cells(sheet, max_columns)
            if max_cells < 0:
                raise MemoryError
            packed.append((place, about.name, about.visible != SheetVisibleEnum.Visible, _pack_columns(sheet)))
    return packed


def _n_cells(sheet: CalamineSheet, max_columns: int) -> int:
    """How many cells lie between the first and the last one that holds something. Raises MemoryError."""
    if sheet.end is None:
        return 0
    if sheet.end[1] >= max_columns:
        raise MemoryError
    return (sheet.end[0] + 1) * (sheet.end[1] + 1)


def _pack_columns(sheet: CalamineSheet) -> list[PackedColumn]:
    kept[:] = zip(*sheet.to_python(skip_empty_area=False), strict=True)
    return list(map(_pack_column, kept))


def _pack_column(cells: tuple) -> PackedColumn:
    n_upper = _n_above_numbers(cells)
    distinct, codes = _pack_upper(cells[:n_upper])
    return distinct, codes, array("d", cells[n_upper:]).tobytes()


def _n_above_numbers(cells: tuple) -> int:
    """How many cells stand above the numbers with which a column ends; all of them where it ends otherwise."""
    first = next((row for row, cell in enumerate(cells[:ROWS_OF_HEADING]) if isinstance(cell, float | int)), len(cells))
    return first if set(map(type, cells[first:])) == {float} else len(cells)


def _pack_upper(cells: tuple) -> tuple[list, bytes]:
    """The distinct cells, and the bytes of the codes that tell which of them each cell is."""
    kinds = set(map(type, cells))
    if bool in kinds or int in kinds:
        # True, 1 and 1.0 are one key in a dictionary.
        cells = tuple(map(_plain, cells))
    if not cells or cells.count(cells[0]) == len(cells):
        return list(cells[:1]), bytes(array("i").itemsize * len(cells))
    place: dict = {}
    codes = array("i", [place.setdefault(cell, len(place)) for cell in cells])
    return list(place), codes.tobytes()


def _plain(cell: object) -> object:
    """Whole numbers as floats, TRUE and FALSE as texts."""
    if isinstance(cell, bool):
        return str(cell).upper()
    return float(cell) if isinstance(cell, int) else cell


def main(memory_bytes: int, seconds: int, max_columns: int, max_cells: int) -> int:
    limit_own_process(memory_bytes, seconds)
    # The cells form no circles; looking for them takes a fifth of the time.
    gc.disable()
    try:
        sheets = read_cells(sys.stdin.buffer.read(), max_columns, max_cells)
        pickle.dump(sheets, sys.stdout.buffer, protocol=5)
    except PasswordError:
        return PASSWORD
    except CalamineError:
        return NOT_READABLE
    except MemoryError:
        return TOO_LARGE
    return READ
