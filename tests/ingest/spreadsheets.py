"""Grids of cells as files: what somebody would have saved from Excel, LibreOffice or another program."""

from collections.abc import Mapping, Sequence
from datetime import date
from io import BytesIO

import openpyxl
import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P

Cell = str | float | int | date | None
Grid = Sequence[Sequence[Cell]]
Book = Mapping[str, Grid]

DUTCH = "{:%d-%m-%Y}"


def grid_of(table: str) -> list[list[str]]:
    """The cells of a table drawn with |; the first line is the heading."""
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]


def xlsx(book: Book) -> bytes:
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)
    for name, grid in book.items():
        sheet = workbook.create_sheet(name)
        for row in grid:
            sheet.append([None if cell == "" else cell for cell in row])
    content = BytesIO()
    workbook.save(content)
    return content.getvalue()


def xls(book: Book) -> bytes:
    workbook = xlwt.Workbook()
    as_date = xlwt.easyxf(num_format_str="DD-MM-YYYY")
    for name, grid in book.items():
        sheet = workbook.add_sheet(name)
        for row, cells in enumerate(grid):
            for column, cell in enumerate(cells):
                if cell not in ("", None):
                    sheet.write(row, column, cell, *[as_date] * isinstance(cell, date))
    content = BytesIO()
    workbook.save(content)
    return content.getvalue()


def ods(book: Book) -> bytes:
    document = OpenDocumentSpreadsheet()
    for name, grid in book.items():
        table = Table(name=name)
        for cells in grid:
            row = TableRow()
            for cell in cells:
                row.addElement(_ods_cell(cell))
            table.addElement(row)
        document.spreadsheet.addElement(table)
    content = BytesIO()
    document.save(content)
    return content.getvalue()


def _ods_cell(cell: Cell) -> TableCell:
    if cell in ("", None):
        return TableCell()
    if isinstance(cell, date):
        return TableCell(valuetype="date", datevalue=cell.isoformat())
    if isinstance(cell, int | float):
        return TableCell(valuetype="float", value=str(cell))
    written = TableCell(valuetype="string")
    written.addElement(P(text=cell))
    return written


def csv(grid: Grid, *, separator: str = ";", encoding: str = "utf-8", line_end: str = "\r\n") -> bytes:
    """Dutch notation: decimal comma, day-month-year."""
    return line_end.join(separator.join(map(_csv_cell, row)) for row in grid).encode(encoding)


def _csv_cell(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, date):
        return DUTCH.format(cell)
    text = f"{cell:g}".replace(".", ",") if isinstance(cell, float) else str(cell)
    return f'"{text.replace(chr(34), chr(34) * 2)}"' if any(sign in text for sign in ',;\t"\n') else text
