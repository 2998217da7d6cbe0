"""The details of .xlsb: the records of its parts (Microsoft, MS-XLSB), those that tell of a cell's fault."""

import struct
from collections.abc import Iterator
from zipfile import ZipFile

from pipelines.ingest.cells.details.sheet_details import (
    SheetDetails,
    WorkbookDetails,
    no_details,
    note_faulty,
    note_hidden,
)
from pipelines.ingest.cells.details.xls import ERRORS, HIDDEN_COLUMN
from pipelines.ingest.cells.details.zipped import targets_of

ROW, ERROR, FORMULA_ERROR, COLUMNS, WORKBOOK_PROPERTIES, SHEET, MERGED = 0, 3, 11, 60, 153, 156, 176
HIDDEN_ROW, FROM_1904 = 0x10, 0x01


def xlsb_details(archive: ZipFile, part: str) -> WorkbookDetails:
    """Of the workbook that this part describes. Raises NotReadable, struct.error and IndexError."""
    targets, there = targets_of(archive, part), set(archive.namelist())
    sheets: list[SheetDetails] = []
    from_1904 = False
    for kind, body in _records(archive.read(part)):
        if kind == WORKBOOK_PROPERTIES:
            from_1904 = bool(body[0] & FROM_1904)
        elif kind == SHEET:
            relation, end = _text(body, 8)
            name, _ = _text(body, end)
            target = targets.get(relation, "")
            sheets.append(_sheet_details(name, archive.read(target)) if target in there else no_details(name))
    return WorkbookDetails(sheets, from_1904)


def _sheet_details(name: str, content: bytes) -> SheetDetails:
    details, row = no_details(name), 0
    for kind, body in _records(content):
        if kind == ROW:
            (row,) = struct.unpack_from("<I", body)
            if body[11] & HIDDEN_ROW:
                note_hidden(details.hidden_rows, row, row)
        elif kind in (ERROR, FORMULA_ERROR):
            (column,) = struct.unpack_from("<I", body)
            note_faulty(details, row, column, ERRORS.get(body[8], "#N/A"))
        elif kind == COLUMNS:
            first, last, _, _, flags = struct.unpack_from("<IIIIH", body)
            if flags & HIDDEN_COLUMN:
                note_hidden(details.hidden_columns, first, last)
        elif kind == MERGED:
            first_row, last_row, first_column, last_column = struct.unpack_from("<IIII", body)
            details.merged.append((first_row, first_column, last_row, last_column))
    return details


def _records(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Kind and body. Both the kind (at most 2 bytes) and the size (at most 4) go on while their high bit is set."""
    place = 0
    while place < len(content):
        kind, place = _varying(content, place, 2)
        size, place = _varying(content, place, 4)
        yield kind, content[place : place + size]
        place += size


def _varying(content: bytes, place: int, most: int) -> tuple[int, int]:
    """The number that begins here, seven bits a byte, and where it ends."""
    number = 0
    for nth in range(most):
        byte = content[place + nth]
        number |= (byte & 0x7F) << (7 * nth)
        if not byte & 0x80:
            return number, place + nth + 1
    return number, place + most


def _text(body: bytes, place: int) -> tuple[str, int]:
    """A text with its length before it, and where it ends."""
    (length,) = struct.unpack_from("<I", body, place)
    end = place + 4 + 2 * min(length, len(body))
    return body[place + 4 : end].decode("utf-16-le", "replace"), end
