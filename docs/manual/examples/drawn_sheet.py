"""A spreadsheet as somebody in a project would have made it: rows, headings that span columns, a little colour."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from io import BytesIO, StringIO

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

Value = str | float | date | None
Row = tuple[Value, ...]
Merge = tuple[int, int, int]  # row, first and last column, counted from 0

CREATED = datetime(2025, 12, 1, 9, 0)
PAPER = {"font_name": "Calibri", "font_size": 11}
HEADING = {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1}
STYLES: dict[str, dict[str, object]] = {
    "plain": {},
    "title": {"bold": True, "font_size": 14, "font_color": "#1F4E79"},
    "quiet": {"italic": True, "font_color": "#6B6F6C"},
    "heading": HEADING | {"bg_color": "#DDEBF7", "border_color": "#9BB7D4"},
    "moments": {"bold": True, "bg_color": "#FCE4D6", "align": "center", "bottom": 1, "border_color": "#D9A98B"},
    "total": {"bold": True, "bg_color": "#F2F2F2", "top": 1, "border_color": "#A6A6A6"},
}
NARROWEST, WIDEST = 6, 13


@dataclass(frozen=True)
class DrawnSheet:
    """`styles` by row; a row that is not in it is plain."""

    name: str
    rows: tuple[Row, ...]
    styles: Mapping[int, str] = field(default_factory=dict)
    merges: tuple[Merge, ...] = ()


def workbook_bytes(sheets: Sequence[DrawnSheet]) -> bytes:
    """An .xlsx, the same bytes every time."""
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as workbook:
        workbook.set_properties({"created": CREATED, "title": "Verzonnen voorbeeld bij de handleiding"})
        formats = {
            (style, is_day): workbook.add_format(PAPER | look | ({"num_format": "dd-mm-yyyy"} if is_day else {}))
            for style, look in STYLES.items()
            for is_day in (False, True)
        }
        for sheet in sheets:
            _write(workbook.add_worksheet(sheet.name), sheet, formats)
    return buffer.getvalue()


def csv_bytes(rows: Sequence[Row]) -> bytes:
    """As a Dutch program exports it: semicolons, Windows-1252, decimal comma, dd-mm-yyyy."""
    text = StringIO(newline="")
    csv.writer(text, delimiter=";", lineterminator="\r\n").writerows([_as_text(cell) for cell in row] for row in rows)
    return text.getvalue().encode("cp1252")


def _write(worksheet: Worksheet, sheet: DrawnSheet, formats: Mapping[tuple[str, bool], Format]) -> None:
    _set_widths(worksheet, sheet)
    for number, row in enumerate(sheet.rows):
        style = sheet.styles.get(number, "plain")
        for column, cell in enumerate(row):
            look = formats[style, isinstance(cell, date)]
            if isinstance(cell, date):
                worksheet.write_datetime(number, column, datetime(cell.year, cell.month, cell.day), look)
            else:
                worksheet.write(number, column, cell, look)
    for number, first, last in sheet.merges:
        look = formats[sheet.styles.get(number, "plain"), False]
        worksheet.merge_range(number, first, number, last, sheet.rows[number][first], look)


def _set_widths(worksheet: Worksheet, sheet: DrawnSheet) -> None:
    """As wide as the longest cell of a row that spans the table; titles and notes run over."""
    tables = [row for row in sheet.rows if sum(cell is not None for cell in row) > 1]
    for column in range(max(map(len, sheet.rows))):
        longest = max((len(_as_text(row[column])) for row in tables if column < len(row)), default=0)
        worksheet.set_column(column, column, min(max(longest + 2, NARROWEST), WIDEST))


def _as_text(cell: Value) -> str:
    if cell is None:
        return ""
    if isinstance(cell, date):
        return f"{cell:%d-%m-%Y}"
    return str(cell).replace(".", ",") if isinstance(cell, float) else str(cell)
