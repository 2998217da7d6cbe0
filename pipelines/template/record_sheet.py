"""Writes a sheet with records: heading, one example row, and rules for the rows to come."""

from datetime import date

from xlsxwriter.worksheet import Worksheet

from pipelines.domain.registration_sheets import CellType
from pipelines.template.columns import TemplateColumn
from pipelines.template.look import SAND, TEAL, Look

HEADING_ROW, EXAMPLE_ROW, FIRST_OWN_ROW = 0, 1, 2
OWN_ROWS = 500
HEADING_HEIGHT = 36
EXAMPLE_HEIGHT = 32


def write_records(worksheet: Worksheet, columns: tuple[TemplateColumn, ...], look: Look, *, is_required: bool) -> None:
    """The rules hold for the example row too: people type over it."""
    worksheet.set_tab_color(TEAL if is_required else SAND)
    worksheet.set_row(HEADING_ROW, HEADING_HEIGHT)
    worksheet.set_row(EXAMPLE_ROW, EXAMPLE_HEIGHT)
    for position, column in enumerate(columns):
        _write_column(worksheet, position, column, look)
    worksheet.freeze_panes(FIRST_OWN_ROW - 1, 1)
    worksheet.set_selection(FIRST_OWN_ROW, 0, FIRST_OWN_ROW, 0)
    worksheet.set_landscape()
    worksheet.set_paper(9)
    worksheet.fit_to_pages(1, 0)
    worksheet.repeat_rows(HEADING_ROW)


def _write_column(worksheet: Worksheet, position: int, column: TemplateColumn, look: Look) -> None:
    worksheet.set_column(position, position, column.width, _own_format(column, look))
    heading_format = look.required_heading if column.required else look.optional_heading
    worksheet.write_string(HEADING_ROW, position, column.heading, heading_format)
    if isinstance(column.example, date):
        worksheet.write_datetime(EXAMPLE_ROW, position, column.example, look.example_date)
    else:
        worksheet.write(EXAMPLE_ROW, position, column.example, look.example)
    worksheet.data_validation(EXAMPLE_ROW, position, EXAMPLE_ROW + OWN_ROWS, position, column.validation)


def _own_format(column: TemplateColumn, look: Look) -> object:
    formats = {CellType.DATE: look.date, CellType.FREE_TEXT: look.prose}
    return formats.get(column.type, look.cell)
