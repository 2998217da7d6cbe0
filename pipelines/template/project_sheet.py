"""Writes the sheet Project: a row per fact, its name in A, the answer in B, what is meant in C."""

from xlsxwriter.worksheet import Worksheet

from pipelines.domain.frozen import Language
from pipelines.domain.indicator import IndicatorSet
from pipelines.domain.registration_sheets import CellType, RegistrationSheet
from pipelines.template.columns import TemplateColumn, template_columns
from pipelines.template.look import SAND, Look, fit_on_paper, lay_out_as_page

COLUMN_WIDTHS = (30, 46, 70)
ROW_HEIGHT = 24


def write_project(
    worksheet: Worksheet, sheet: RegistrationSheet, language: Language, indicator_set: IndicatorSet, look: Look
) -> None:
    """The instrument is filled in; everything else is for the project."""
    lay_out_as_page(worksheet, COLUMN_WIDTHS, look)
    fit_on_paper(worksheet, is_landscape=True)
    worksheet.set_tab_color(SAND)
    worksheet.set_selection("B1")
    columns = template_columns(sheet, language, indicator_set, domain_range="")
    for row, (fact, column) in enumerate(zip(sheet.column, columns, strict=True)):
        worksheet.set_row(row, ROW_HEIGHT)
        worksheet.write_string(row, 0, column.heading, look.question)
        worksheet.write_string(row, 2, fact.explanation.to(language), look.meaning)
        _write_answer(worksheet, row, column, indicator_set.id if fact.field == "instrument" else None, look)


def _write_answer(worksheet: Worksheet, row: int, column: TemplateColumn, answer: str | None, look: Look) -> None:
    worksheet.write(row, 1, answer, look.answer_date if column.type is CellType.DATE else look.answer)
    worksheet.data_validation(row, 1, row, 1, column.validation)
