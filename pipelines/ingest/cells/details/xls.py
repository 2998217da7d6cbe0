"""The details of .xls: the records of its workbook stream (Microsoft, MS-XLS), those that tell of a cell's fault."""

import struct
from collections.abc import Iterator

from pipelines.ingest.cells.details.compound import CompoundFile
from pipelines.ingest.cells.details.sheet_details import (
    Locked,
    NotReadable,
    SheetDetails,
    WorkbookDetails,
    no_details,
    note_faulty,
    note_hidden,
)

BEGIN, END, DATE_MODE, FILE_PASS, BOUND_SHEET = 0x0809, 0x000A, 0x0022, 0x002F, 0x0085
FORMULA, BOOLEAN_OR_ERROR, ROW, COLUMNS, MERGED = 0x0006, 0x0205, 0x0208, 0x007D, 0x00E5
# How Excel keeps an .xlsx with a password.
ENCRYPTED_PACKAGE = "EncryptedPackage"
VERSION_8 = 0x0600
HIDDEN_ROW, HIDDEN_COLUMN, TWO_BYTE_LETTERS = 0x20, 0x01, 0x01
NO_NUMBER, ERROR_RESULT = b"\xff\xff", 2
ERRORS = {
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A",
}  # fmt: skip


def xls_details(content: bytes) -> WorkbookDetails:
    """Of a workbook of Excel 5 to 2003. Raises Locked, NotReadable and struct.error."""
    file = CompoundFile(content)
    if ENCRYPTED_PACKAGE in file.names:
        raise Locked
    stream = file.stream("Workbook", "Book")
    places: list[tuple[str, int]] = []
    from_1904, is_version_8 = False, False
    for kind, body in _records(stream, 0):
        if kind == BEGIN:
            is_version_8 = struct.unpack_from("<H", body)[0] == VERSION_8
        elif kind == FILE_PASS:
            raise Locked
        elif kind == DATE_MODE:
            from_1904 = body[:1] == b"\1"
        elif kind == BOUND_SHEET:
            places.append((_name(body[6:], is_version_8), struct.unpack_from("<I", body)[0]))
    return WorkbookDetails([_sheet_details(name, stream, start) for name, start in places], from_1904)


def _records(stream: bytes, place: int) -> Iterator[tuple[int, bytes]]:
    """Kind and body of the records from here to the end of this part; what is embedded in it is passed over."""
    depth = 0
    while place + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, place)
        body = stream[place + 4 : place + 4 + size]
        place += 4 + size
        depth += (kind == BEGIN) - (kind == END)
        if depth <= 0:
            return
        if depth == 1:
            yield kind, body
    raise NotReadable


def _name(text: bytes, is_version_8: bool) -> str:
    if not is_version_8:
        return text[1 : 1 + text[0]].decode("cp1252", "replace")
    if text[1] & TWO_BYTE_LETTERS:
        return text[2 : 2 + 2 * text[0]].decode("utf-16-le", "replace")
    return text[2 : 2 + text[0]].decode("latin-1")


def _sheet_details(name: str, stream: bytes, start: int) -> SheetDetails:
    details = no_details(name)
    for kind, body in _records(stream, start):
        if kind in (FORMULA, BOOLEAN_OR_ERROR):
            _note_error(details, kind, body)
        elif kind == ROW:
            row, *_, flags = struct.unpack_from("<HHHHHHH", body)
            if flags & HIDDEN_ROW:
                note_hidden(details.hidden_rows, row, row)
        elif kind == COLUMNS:
            first, last, _, _, flags = struct.unpack_from("<HHHHH", body)
            if flags & HIDDEN_COLUMN:
                note_hidden(details.hidden_columns, first, last)
        elif kind == MERGED:
            details.merged.extend(_ranges(body))
    return details


def _note_error(details: SheetDetails, kind: int, body: bytes) -> None:
    row, column = struct.unpack_from("<HH", body)
    if kind == BOOLEAN_OR_ERROR:
        is_error, code = body[7] == 1, body[6]
    else:
        # A result that is no number says so in its last two bytes, and of which kind it is in its first.
        is_error, code = body[12:14] == NO_NUMBER and body[6] == ERROR_RESULT, body[8]
    if is_error:
        note_faulty(details, row, column, ERRORS.get(code, "#N/A"))


def _ranges(body: bytes) -> Iterator[tuple[int, int, int, int]]:
    (n,) = struct.unpack_from("<H", body)
    for first_row, last_row, first_column, last_column in struct.iter_unpack("<HHHH", body[2 : 2 + 8 * n]):
        yield first_row, first_column, last_row, last_column
