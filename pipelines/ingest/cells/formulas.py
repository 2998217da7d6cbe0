"""Cells that hold no value although something stands there: errors such as #N/A, and formulas never calculated.

The reader of spreadsheets gives both as an empty cell without a word, and an empty cell is "not measured". So the
sheet's own XML is searched for them. Only .xlsx and .xlsm tell; the other formats do not.
"""

import re
import struct
import zlib
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from xml.etree import ElementTree
from zipfile import BadZipFile, ZipFile

import numpy as np

from pipelines.ingest.cells.sheet import Cell, CellColumn

# How the three languages of our users' spreadsheets write an error.
ERROR_TEXTS = frozenset(
    "#N/A #N/B #NB #DIV/0! #DEEL/0! #VALUE! #WAARDE! #REF! #VERW! #NAME? #NAAM? #NULL! #LEEG! #NUM! #GETAL! #SPILL! "
    "#OVERLOOP! #CALC! #BEREKENEN!".split()
)  # fmt: skip
NOT_CALCULATED = "="

REFERENCE = re.compile(rb'\br="([A-Z]{1,3})([0-9]{1,7})"')
CELL_TAG = re.compile(rb"<(?:\w+:)?c\s")
ERROR_VALUE = re.compile(rb"<(?:\w+:)?v>([^<]*)<")
FORMULA_WITHOUT_VALUE = re.compile(
    rb"(?:</(?:\w+:)?f>|<(?:\w+:)?f\b[^>]*/>)\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
NO_COLUMN = CellColumn([], np.empty(0, dtype=np.int32))
# What a damaged zip file can raise on the way: its sizes, names, versions and checksums may say anything.
ZIP_FAULTS = (
    BadZipFile, EOFError, KeyError, NotImplementedError, OSError, OverflowError, RuntimeError, ValueError, struct.error,
    zlib.error,
)  # fmt: skip
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


# The faulty cells of one sheet: position of the column → position of the row → what to show there.
FaultyCells = Mapping[int, Mapping[int, str]]


def find_faulty_cells(content: bytes) -> dict[str, FaultyCells]:
    """The faulty cells by sheet, for the sheets of a zipped workbook of Excel that have any."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            return {
                name: faulty for name, part in _sheet_parts(archive) if (faulty := _faulty_cells(archive.read(part)))
            }
    except (ElementTree.ParseError, *ZIP_FAULTS):
        # Damaged: the reader of the cells finds that out too, and says so.
        return {}


def is_formula_fault(cell: Cell) -> str | None:
    """The code of the issue if this cell is an error or a formula without a value."""
    if not isinstance(cell, str) or not cell.startswith(("#", "=")):
        return None
    if cell.startswith("="):
        return "formula_not_calculated"
    return "formula_error" if cell.strip().upper() in ERROR_TEXTS else None


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
    return CellColumn([*column.distinct, ""], np.concatenate([column.codes, empty]))


def _mark(column: CellColumn, faulty: Mapping[int, str]) -> CellColumn:
    if not faulty:
        return column
    texts = sorted(set(faulty.values()))
    codes = column.codes.copy()
    for row, text in faulty.items():
        if row < len(codes):
            codes[row] = len(column.distinct) + texts.index(text)
    return CellColumn([*column.distinct, *texts], codes)


def _sheet_parts(archive: ZipFile) -> Iterator[tuple[str, str]]:
    """Name and part of every sheet, through the relations of the workbook."""
    names = set(archive.namelist())
    workbook = next((name for name in sorted(names) if name.endswith("workbook.xml")), None)
    if workbook is None:
        return
    folder = workbook.removesuffix("workbook.xml")
    relations = ElementTree.fromstring(archive.read(f"{folder}_rels/workbook.xml.rels"))
    targets = {relation.get("Id"): relation.get("Target", "") for relation in relations}
    for element in ElementTree.fromstring(archive.read(workbook)).iter():
        target = targets.get(element.get(RELATION), "")
        part = target.lstrip("/") if target.startswith("/") else f"{folder}{target}"
        if element.tag.endswith("}sheet") and part in names:
            yield element.get("name", ""), part


def _faulty_cells(xml: bytes) -> dict[int, dict[int, str]]:
    faulty: dict[int, dict[int, str]] = {}
    for row, column, text in (*_errors(xml), *_not_calculated(xml)):
        faulty.setdefault(column, {})[row] = text
    return faulty


def _errors(xml: bytes) -> Iterator[tuple[int, int, str]]:
    for found in re.finditer(rb't="e"', xml):
        tag = xml.rfind(b"<", 0, found.start())
        if CELL_TAG.match(xml, tag) and (place := _place(xml, tag)):
            value = ERROR_VALUE.search(xml, tag, xml.find(b"c>", tag))
            yield *place, value[1].decode("ascii", "replace") if value else "#N/A"


def _not_calculated(xml: bytes) -> Iterator[tuple[int, int, str]]:
    """A formula that gives an empty text (`t="str"`) was calculated."""
    if b"f>" not in xml and b"f " not in xml:
        return
    for found in FORMULA_WITHOUT_VALUE.finditer(xml):
        tag = max(xml.rfind(b"<c ", 0, found.start()), xml.rfind(b":c ", 0, found.start()))
        if tag >= 0 and b't="str"' not in xml[tag : xml.find(b">", tag)] and (place := _place(xml, tag)):
            yield *place, NOT_CALCULATED


def _place(xml: bytes, tag: int) -> tuple[int, int] | None:
    """Row and column, counted from 0, of the cell whose tag begins here."""
    found = REFERENCE.search(xml, tag, xml.find(b">", tag))
    if not found:
        return None
    column = 0
    for letter in found[1]:
        column = column * 26 + letter - ord("A") + 1
    return int(found[2]) - 1, column - 1
