"""Writes a sheet with records: heading, one example row, and rules for the rows to come."""

from datetime import date

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_range
from xlsxwriter.worksheet import Worksheet

from pipelines.domain.registration_sheets import CellType
from pipelines.template.columns import TemplateColumn
from pipelines.template.look import SAND, TEAL, Look, fit_on_paper

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
    # Participants may well be numbers, and those columns keep what is typed: no marks in the corner of every cell.
    worksheet.ignore_errors(
        {"number_stored_as_text": xl_range(EXAMPLE_ROW, 0, EXAMPLE_ROW + OWN_ROWS, len(columns) - 1)}
    )
    worksheet.freeze_panes(FIRST_OWN_ROW - 1, 1)
    worksheet.set_selection(FIRST_OWN_ROW, 0, FIRST_OWN_ROW, 0)
    fit_on_paper(worksheet, is_landscape=True)
    worksheet.repeat_rows(HEADING_ROW)


def _write_column(worksheet: Worksheet, position: int, column: TemplateColumn, look: Look) -> None:
    own, example = _formats(column, look)
    worksheet.set_column(position, position, column.width, own)
    heading = look.required_heading if column.required else look.optional_heading
    worksheet.write_string(HEADING_ROW, position, column.heading, heading)
    if isinstance(column.example, date):
        worksheet.write_datetime(EXAMPLE_ROW, position, column.example, example)
    else:
        worksheet.write(EXAMPLE_ROW, position, column.example, example)
    worksheet.data_validation(EXAMPLE_ROW, position, EXAMPLE_ROW + OWN_ROWS, position, column.validation)


def _formats(column: TemplateColumn, look: Look) -> tuple[Format, Format]:
    """For the rows of the project's own, and for the example."""
    match column.type:
        case CellType.DATE:
            return look.date, look.example_date
        case CellType.PARTICIPANT | CellType.TEXT:
            return look.literal, look.example_literal
        case CellType.FREE_TEXT:
            return look.prose, look.example
        case _:
            return look.cell, look.example
