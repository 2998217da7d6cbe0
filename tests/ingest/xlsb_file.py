"""A workbook in .xlsb, record by record (Microsoft, MS-XLSB): no program that runs here writes one."""

import struct
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from tests.ingest.spreadsheets import Book

TYPES = b"""<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/>
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>"""
RELATIONS = (
    '<?xml version="1.0" encoding="UTF-8"?><Relationships '
    'xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
)
RELATION = (
    '<Relationship Id="{id}" Target="{target}" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{type}"/>'
)
BEGIN_BOOK, END_BOOK, PROPERTIES, BEGIN_SHEETS, END_SHEETS, SHEET = 131, 132, 153, 143, 144, 156
BEGIN_SHEET, END_SHEET, SIZE, BEGIN_DATA, END_DATA, ROW = 129, 130, 148, 145, 146, 0
NUMBER, TEXT, ERROR = 5, 6, 3
BEGIN_COLUMNS, END_COLUMNS, COLUMNS, BEGIN_MERGED, END_MERGED, MERGED = 390, 391, 60, 177, 178, 176
NOT_AVAILABLE = 0x2A


def xlsb(
    book: Book,
    *,
    from_1904: bool = False,
    hidden_row: int | None = None,
    hidden_column: int | None = None,
    merged: tuple[int, int, int, int] | None = None,
) -> bytes:
    """Texts, numbers and #N/A. `merged`: first and last row, first and last column."""
    targets = {f"rId{n}": f"worksheets/sheet{n}.bin" for n in range(1, len(book) + 1)}
    sheets = "".join(RELATION.format(id=id, type="worksheet", target=target) for id, target in targets.items())
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        main = RELATION.format(id="rId1", type="officeDocument", target="xl/workbook.bin")
        archive.writestr("_rels/.rels", RELATIONS.format(main))
        archive.writestr("xl/_rels/workbook.bin.rels", RELATIONS.format(sheets))
        archive.writestr("xl/workbook.bin", _workbook(list(book), from_1904))
        for n, grid in enumerate(book.values(), start=1):
            columns = _hidden_column(hidden_column) + _size(grid)
            archive.writestr(
                f"xl/worksheets/sheet{n}.bin",
                record(BEGIN_SHEET) + columns + _data(grid, hidden_row) + _merged(merged) + record(END_SHEET),
            )
    return content.getvalue()


def record(kind: int, body: bytes = b"") -> bytes:
    return _varying(kind) + _varying(len(body)) + body


def _varying(number: int) -> bytes:
    written = bytearray()
    while number > 0x7F:
        written.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes([*written, number])


def _text(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def _workbook(names: list[str], from_1904: bool) -> bytes:
    entries = (struct.pack("<II", 0, n) + _text(f"rId{n}") + _text(name) for n, name in enumerate(names, start=1))
    sheets = b"".join(record(SHEET, entry) for entry in entries)
    properties = record(PROPERTIES, struct.pack("<III", int(from_1904), 0, 0))
    return record(BEGIN_BOOK) + properties + record(BEGIN_SHEETS) + sheets + record(END_SHEETS) + record(END_BOOK)


def _size(grid) -> bytes:
    return record(SIZE, struct.pack("<IIII", 0, max(0, len(grid) - 1), 0, max(map(len, grid), default=1) - 1))


def _data(grid, hidden_row: int | None) -> bytes:
    rows = []
    for row, cells in enumerate(grid):
        flags = 0x10 if row == hidden_row else 0
        rows.append(record(ROW, struct.pack("<IIHBBB", row, 0, 300, 0, flags, 0) + struct.pack("<I", 0)))
        rows += [_cell(column, cell) for column, cell in enumerate(cells) if cell not in ("", None)]
    return record(BEGIN_DATA) + b"".join(rows) + record(END_DATA)


def _cell(column: int, cell) -> bytes:
    place = struct.pack("<II", column, 0)
    if cell == "#N/A":
        return record(ERROR, place + bytes([NOT_AVAILABLE]))
    if isinstance(cell, int | float):
        return record(NUMBER, place + struct.pack("<d", cell))
    return record(TEXT, place + _text(str(cell)))


def _hidden_column(position: int | None) -> bytes:
    if position is None:
        return b""
    column = record(COLUMNS, struct.pack("<IIIIH", position, position, 2000, 0, 1))
    return record(BEGIN_COLUMNS) + column + record(END_COLUMNS)


def _merged(merged: tuple[int, int, int, int] | None) -> bytes:
    if merged is None:
        return b""
    one = record(BEGIN_MERGED, struct.pack("<I", 1)) + record(MERGED, struct.pack("<IIII", *merged))
    return one + record(END_MERGED)
