"""Draws a spreadsheet as a screen shows it, from the file's own bytes: letters, row numbers, colours, merged cells."""

from collections.abc import Iterator
from datetime import date
from html import escape
from io import BytesIO
from pathlib import Path

import openpyxl
from openpyxl.cell import Cell, MergedCell
from openpyxl.styles.colors import Color
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from pipelines.domain.registration_sheets import registration_sheets
from pipelines.ingest.cells.upload import Upload

STYLE = Path(__file__).with_name("drawing.css").read_text(encoding="utf-8")
MOST_ROWS, MOST_COLUMNS, MOST_LINES = 20, 13, 9
# Excel counts a width in digits of its plain font.
PIXELS_PER_DIGIT, PADDING, USUAL_WIDTH = 7, 9, 9.0


def draw(uploads: list[Upload]) -> str:
    """A page of HTML with every file below the other; of a workbook of many sheets the one with measurements."""
    drawn = "".join(_csv(upload) if upload.name.endswith(".csv") else _workbook(upload) for upload in uploads)
    return f"<!doctype html><html lang='nl'><style>{STYLE}</style><body><main>{drawn}</main></body></html>"


def _csv(upload: Upload) -> str:
    lines = upload.content.decode("cp1252").splitlines()[:MOST_LINES]
    return _window(upload.name, f"<pre>{escape(chr(10).join(lines))}</pre>")


def _workbook(upload: Upload) -> str:
    book = openpyxl.load_workbook(BytesIO(upload.content))
    measurements = registration_sheets()["measurements"].name.nl
    shown = book.worksheets if len(book.worksheets) <= 2 else [book[measurements]]
    return "".join(_window(upload.name, _grid(sheet) + _tabs(book, sheet)) for sheet in shown)


def _window(name: str, content: str) -> str:
    return f"<section><header>{escape(name)}</header>{content}</section>"


def _tabs(book: Workbook, sheet: Worksheet) -> str:
    tabs = (f"<li{' class=open' if name == sheet.title else ''}>{escape(name)}</li>" for name in book.sheetnames)
    return f"<ul>{''.join(tabs)}</ul>"


def _grid(sheet: Worksheet) -> str:
    n_rows, n_columns = min(sheet.max_row, MOST_ROWS), min(sheet.max_column, MOST_COLUMNS)
    columns = range(1, n_columns + 1)
    widths = _widths(sheet)
    cols = "".join(f"<col style='width:{widths.get(column, _pixels(USUAL_WIDTH))}px'>" for column in columns)
    letters = "".join(f"<th>{get_column_letter(column)}</th>" for column in columns)
    rows = "".join(f"<tr><th>{row}</th>{''.join(_cells(sheet, row, n_columns))}</tr>" for row in range(1, n_rows + 1))
    return f"<table><col class=numbers>{cols}<tr><th></th>{letters}</tr>{rows}</table>"


def _widths(sheet: Worksheet) -> dict[int, int]:
    """In pixels, by the number of the column; one entry of the file may stand for several columns."""
    return {
        column: _pixels(found.width)
        for found in sheet.column_dimensions.values()
        if found.width
        for column in range(found.min, found.max + 1)
    }


def _pixels(width: float) -> int:
    return round(width * PIXELS_PER_DIGIT + PADDING)


def _cells(sheet: Worksheet, row: int, n_columns: int) -> Iterator[str]:
    merged = (found for found in sheet.merged_cells.ranges if found.min_row == row)
    spans = {found.min_col: found.max_col - found.min_col + 1 for found in merged}
    for column in range(1, n_columns + 1):
        cell = sheet.cell(row, column)
        if not isinstance(cell, MergedCell):
            span = f" colspan={spans[column]}" if column in spans else ""
            # A long text runs on over empty cells, and stops at one that is filled.
            stops = " stops" if sheet.cell(row, column + 1).value is not None else ""
            yield f"<td{span} class='{_side(cell)}{stops}' style='{_look(cell)}'>{escape(_text(cell))}</td>"


def _side(cell: Cell) -> str:
    """Where the text stands: numbers and days on the right, unless the file says otherwise."""
    if cell.alignment.horizontal in ("left", "center", "right"):
        return cell.alignment.horizontal
    return "right" if isinstance(cell.value, int | float | date) else "left"


def _look(cell: Cell) -> str:
    font, fill = cell.font, cell.fill
    parts = [
        "font-weight:600" if font.bold else "",
        "font-style:italic" if font.italic else "",
        f"font-size:{font.sz / 11:.2f}em" if font.sz and font.sz > 11 else "",
        f"color:{_colour(font.color)}" if _colour(font.color) else "",
        f"background:{_colour(fill.fgColor)}" if fill.fill_type == "solid" and _colour(fill.fgColor) else "",
        "white-space:normal" if cell.alignment.wrap_text else "",
    ]
    return ";".join(filter(None, parts))


def _colour(colour: Color | None) -> str:
    return f"#{colour.rgb[-6:]}" if colour is not None and colour.type == "rgb" else ""


def _text(cell: Cell) -> str:
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, date):
        return f"{value:%d-%m-%Y}"
    return f"{value:g}".replace(".", ",") if isinstance(value, float) else str(value)
