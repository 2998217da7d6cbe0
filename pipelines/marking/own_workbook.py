"""The workbook to mark: the user's own with its formulas and looks, or a new one with the cells as they were read."""

import re
import warnings
from collections.abc import Sequence
from datetime import date, datetime, time
from io import BytesIO
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile

import openpyxl
from openpyxl.cell import Cell as WrittenCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from pipelines.ingest.cells.sheet import Cell, Sheet, is_empty
from pipelines.ingest.cells.upload import Upload

ZIP = b"PK\x03\x04"
# What openpyxl raises where a workbook is made otherwise than it expects.
FAULTS = (
    AttributeError, BadZipFile, IndexError, InvalidFileException, KeyError, OSError, ParseError, TypeError, ValueError,
)  # fmt: skip
AS_TEXT, AS_DAY, AS_TIME = "@", "DD-MM-YYYY", "DD-MM-YYYY HH:MM"
NOT_IN_A_TITLE = re.compile(r"[\\*?:/\[\]]")
LONGEST_TITLE = 31
EARLIEST_DAY = date(1904, 1, 2)
LONGEST_TEXT = 32_767


def workbook_to_mark(upload: Upload, sheets: Sequence[Sheet]) -> tuple[Workbook, list[Worksheet]]:
    """A workbook, and in it the worksheet of each sheet."""
    own = _own(upload.content) if sheets and upload.content.startswith(ZIP) else None
    if own is not None and all(sheet.name in own.sheetnames for sheet in sheets):
        return own, [own[sheet.name] for sheet in sheets]
    return _rebuilt(sheets)


def _own(content: bytes) -> Workbook | None:
    """The workbook as it is, macros apart; None where openpyxl cannot read it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return openpyxl.load_workbook(BytesIO(content), rich_text=True)
        except FAULTS:
            return None


def _rebuilt(sheets: Sequence[Sheet]) -> tuple[Workbook, list[Worksheet]]:
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    if any(column.counts_from_1904 for sheet in sheets for column in sheet.columns):
        workbook.epoch = CALENDAR_MAC_1904
    return workbook, [_write_sheet(workbook, sheet) for sheet in sheets]


def _write_sheet(workbook: Workbook, sheet: Sheet) -> Worksheet:
    """Titles may not be as long, nor hold the signs, that other programs allow."""
    title = NOT_IN_A_TITLE.sub(" ", sheet.name).strip().strip("'")[:LONGEST_TITLE] or "1"
    worksheet = workbook.create_sheet(title)
    for position, column in enumerate(sheet.columns, start=1):
        for row, code in enumerate(column.codes.tolist(), start=1):
            cell = column.distinct[code]
            if not is_empty(cell):
                _write(worksheet.cell(row, position), cell)
    return worksheet


def _write(written: WrittenCell, cell: Cell) -> None:
    """A text stays what it says: no formula, no number, also when it is mended in Excel."""
    if isinstance(cell, date) and _is_day(cell):
        written.value = cell
        written.number_format = AS_TIME if isinstance(cell, datetime) and cell.time() != time() else AS_DAY
    elif isinstance(cell, float) and abs(cell) < float("inf"):
        written.value = cell
    else:
        written.value = ILLEGAL_CHARACTERS_RE.sub("", str(cell))[:LONGEST_TEXT]
        written.data_type = "s"
        written.number_format = AS_TEXT
        written.quotePrefix = True


def _is_day(cell: date) -> bool:
    """Whether a workbook can hold it as a day."""
    return (cell.date() if isinstance(cell, datetime) else cell) >= EARLIEST_DAY
