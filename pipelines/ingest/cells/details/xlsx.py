"""The details of .xlsx and .xlsm: searched for in the XML of each sheet, which is too large to take apart."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree
from zipfile import ZipFile

from pipelines.ingest.cells.details.sheet_details import (
    NOT_CALCULATED,
    NotReadable,
    Range,
    SheetDetails,
    WorkbookDetails,
    no_details,
    note_faulty,
    note_hidden,
)
from pipelines.ingest.cells.details.zipped import RELATION, targets_of

REFERENCE = re.compile(rb"""\br=["']([A-Z]{1,3})([0-9]{1,7})["']""")
CELL_TAG = re.compile(rb"<(?:\w+:)?c\s")
ERROR_TYPE = re.compile(rb"""\st=["']e["']""")
ERROR_VALUE = re.compile(rb"<(?:\w+:)?v>([^<]*)<")
TEXT_TYPE = re.compile(rb"""\st=["']str["']""")
FORMULA_WITHOUT_VALUE = re.compile(
    rb"(?:</(?:\w+:)?f>|<(?:\w+:)?f\b[^>]*/>)\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
HIDDEN = re.compile(rb"""\shidden=["'](?:1|true)["']""")
ROW_TAG, COLUMN_TAG = re.compile(rb"<(?:\w+:)?row\s"), re.compile(rb"<(?:\w+:)?col\s")
ROW_NUMBER = re.compile(rb"""\sr=["']([0-9]{1,7})["']""")
FIRST_COLUMN, LAST_COLUMN = (re.compile(rb"""\s%s=["']([0-9]{1,5})["']""" % end) for end in (b"min", b"max"))
MERGED = re.compile(rb"""<(?:\w+:)?mergeCell\s+ref=["']([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})["']""")
YES = ("1", "true")

# A mere text is looked for before its pattern: that takes a tenth of the time, and most sheets hold none of this.


def xlsx_details(archive: ZipFile, part: str) -> WorkbookDetails:
    """Of the workbook that this part describes."""
    workbook, targets = ElementTree.fromstring(archive.read(part)), targets_of(archive, part)
    there = set(archive.namelist())
    sheets = []
    for element in workbook.iter():
        if element.tag.endswith("}sheet"):
            name, target = element.get("name", ""), targets.get(element.get(RELATION, ""), "")
            sheets.append(_sheet_details(name, archive.read(target)) if target in there else no_details(name))
    properties = next((element for element in workbook.iter() if element.tag.endswith("}workbookPr")), None)
    return WorkbookDetails(sheets, properties is not None and properties.get("date1904") in YES)


def _sheet_details(name: str, xml: bytes) -> SheetDetails:
    details = no_details(name)
    for row, column, text in (*_errors(xml), *_not_calculated(xml)):
        note_faulty(details, row, column, text)
    for found in HIDDEN.finditer(xml) if b"hidden=" in xml else ():
        tag = xml.rfind(b"<", 0, found.start())
        if ROW_TAG.match(xml, tag):
            row = _number(ROW_NUMBER, xml, tag)
            note_hidden(details.hidden_rows, row, row)
        elif COLUMN_TAG.match(xml, tag):
            note_hidden(details.hidden_columns, _number(FIRST_COLUMN, xml, tag), _number(LAST_COLUMN, xml, tag))
    return details._replace(merged=list(_merged(xml)))


def _errors(xml: bytes) -> Iterator[tuple[int, int, str]]:
    if b'="e"' not in xml and b"='e'" not in xml:
        return
    for found in ERROR_TYPE.finditer(xml):
        tag = xml.rfind(b"<", 0, found.start())
        if CELL_TAG.match(xml, tag):
            value = ERROR_VALUE.search(xml, tag, xml.find(b"c>", tag))
            yield *_place(xml, tag), value[1].decode("ascii", "replace") if value else "#N/A"


def _not_calculated(xml: bytes) -> Iterator[tuple[int, int, str]]:
    """A formula that gives an empty text (`t="str"`) was calculated."""
    if b"f>" not in xml and b"f " not in xml:
        return
    for found in FORMULA_WITHOUT_VALUE.finditer(xml):
        tag = max(xml.rfind(b"<c ", 0, found.start()), xml.rfind(b":c ", 0, found.start()))
        if tag >= 0 and not TEXT_TYPE.search(xml, tag, xml.find(b">", tag)):
            yield *_place(xml, tag), NOT_CALCULATED


def _merged(xml: bytes) -> Iterator[Range]:
    if b"mergeCell" not in xml:
        return
    for found in MERGED.finditer(xml):
        first_column, first_row, last_column, last_row = found.groups()
        yield int(first_row) - 1, _position(first_column), int(last_row) - 1, _position(last_column)


def _place(xml: bytes, tag: int) -> tuple[int, int]:
    """Row and column of the cell whose tag begins here. A cell that does not say where it is may be any."""
    found = REFERENCE.search(xml, tag, xml.find(b">", tag))
    if not found:
        raise NotReadable
    return int(found[2]) - 1, _position(found[1])


def _number(attribute: re.Pattern[bytes], xml: bytes, tag: int) -> int:
    """Counted from 0."""
    found = attribute.search(xml, tag, xml.find(b">", tag))
    if not found:
        raise NotReadable
    return int(found[1]) - 1


def _position(letters: bytes) -> int:
    column = 0
    for letter in letters:
        column = column * 26 + letter - ord("A") + 1
    return column - 1
