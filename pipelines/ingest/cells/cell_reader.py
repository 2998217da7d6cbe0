"""A small program of its own: the bytes of a workbook on standard input, its cells by column on standard output.

The reader of spreadsheets can be made to ask for any amount of memory by a file of a few kilobytes, and then ends its
process. So it runs in one that may be lost, with limits where the system has them. Knows only the standard library and
calamine, because it must start within a few hundredths of a second.

Exit codes: READ, PASSWORD, NOT_READABLE; 1 the reader fell over; anything else (also a signal): a limit was reached.
"""

import gc
import pickle
import sys
from array import array
from contextlib import suppress
from io import BytesIO

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

READ, FELL_OVER, PASSWORD, NOT_READABLE, TOO_LARGE = 0, 1, 13, 14, 15

# Its distinct cells and the bytes of int32 codes; or None and the bytes of float64, for a column of numbers throughout.
PackedColumn = tuple[list | None, bytes]
# Name, is hidden, columns.
PackedSheet = tuple[str, bool, list[PackedColumn]]


def read_cells(content: bytes, max_columns: int) -> list[PackedSheet]:
    workbook = CalamineWorkbook.from_filelike(BytesIO(content))
    return [
        (about.name, about.visible != SheetVisibleEnum.Visible, _pack_columns(workbook, about.name, max_columns))
        for about in workbook.sheets_metadata
        if about.typ == SheetTypeEnum.WorkSheet
    ]


def _pack_columns(workbook: CalamineWorkbook, name: str, max_columns: int) -> list[PackedColumn]:
    sheet = workbook.get_sheet_by_name(name)
    if sheet.end is not None and sheet.end[1] >= max_columns:
        raise MemoryError
    return [_pack_column(cells) for cells in zip(*sheet.to_python(skip_empty_area=False), strict=True)]


def _pack_column(cells: tuple) -> PackedColumn:
    kinds = set(map(type, cells))
    if kinds == {float}:
        return None, array("d", cells).tobytes()
    if bool in kinds or int in kinds:
        # True, 1 and 1.0 are one key in a dictionary.
        cells = tuple(map(_plain, cells))
    place: dict = {}
    codes = array("i", [place.setdefault(cell, len(place)) for cell in cells])
    return list(place), codes.tobytes()


def _plain(cell: object) -> object:
    """Whole numbers as floats, TRUE and FALSE as texts."""
    if isinstance(cell, bool):
        return str(cell).upper()
    return float(cell) if isinstance(cell, int) else cell


def _limit(memory_bytes: int, seconds: int) -> None:
    try:
        import resource
    except ImportError:
        return
    for what, limit in ((resource.RLIMIT_AS, memory_bytes), (resource.RLIMIT_CPU, seconds)):
        # Not every system lets a process bound itself.
        with suppress(ValueError, OSError):
            resource.setrlimit(what, (limit, limit))


def main(memory_bytes: int, seconds: int, max_columns: int) -> int:
    _limit(memory_bytes, seconds)
    # The cells form no circles; looking for them takes a fifth of the time.
    gc.disable()
    try:
        sheets = read_cells(sys.stdin.buffer.read(), max_columns)
    except PasswordError:
        return PASSWORD
    except CalamineError:
        return NOT_READABLE
    except MemoryError:
        return TOO_LARGE
    pickle.dump(sheets, sys.stdout.buffer, protocol=5)
    return READ


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
