"""Tables as bytes, the same bytes every time: a workbook, or a csv as Dutch Excel saves it."""

import csv
from collections.abc import Sequence
from datetime import date, datetime
from io import BytesIO, StringIO

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from sample_data.making.tables import Cell, Table

CREATED = datetime(2026, 7, 1, 9, 0)
WIDEST, NARROWEST = 60, 10
# Formulas that may stand in a table, and what the file keeps as their result: an error, or nothing at all.
FORMULA_RESULTS = {"=NA()": "#N/A", "=J11": ""}


def workbook_bytes(tables: Sequence[Table]) -> bytes:
    """An xlsx with a sheet per table; numbers and dates are real numbers and dates."""
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True, "default_date_format": "dd-mm-yyyy"}) as workbook:
        workbook.set_properties({"created": CREATED, "title": "Verzonnen voorbeeldgegevens"})
        heading = workbook.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        for table in tables:
            sheet = workbook.add_worksheet(table.name)
            _write_rows(sheet, table)
            if table.is_hidden:
                sheet.hide()
            if table.has_headings:
                sheet.set_row(0, None, heading)
                sheet.freeze_panes(1, 1)
    return buffer.getvalue()


def csv_bytes(table: Table) -> bytes:
    """Semicolons, Windows-1252, decimal comma, dd-mm-yyyy."""
    text = StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerows([_as_text(cell) for cell in row] for row in table.rows)
    return text.getvalue().encode("cp1252")


def _write_rows(sheet: Worksheet, table: Table) -> None:
    for place, cells in enumerate(zip(*_even(table), strict=True)):
        longest = max(len(_as_text(cell)) for cell in cells)
        sheet.set_column(place, place, min(max(longest + 2, NARROWEST), WIDEST))
        for row, cell in enumerate(cells):
            if cell in FORMULA_RESULTS:
                sheet.write_formula(row, place, cell, value=FORMULA_RESULTS[cell])
            elif cell is not None:
                sheet.write(row, place, _as_stored(cell))


def _even(table: Table) -> list[tuple[Cell, ...]]:
    width = max(len(row) for row in table.rows)
    return [(*row, *(None,) * (width - len(row))) for row in table.rows]


def _as_stored(cell: Cell) -> Cell:
    """A number that somebody types becomes a number, also where it names a participant."""
    return int(cell) if isinstance(cell, str) and cell.isdecimal() else cell


def _as_text(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, date):
        return f"{cell:%d-%m-%Y}"
    return f"{cell:.10g}".replace(".", ",") if isinstance(cell, int | float) else cell
