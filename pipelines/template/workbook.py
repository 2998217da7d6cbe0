"""Builds the registration workbook of one instrument in one language."""

from datetime import datetime
from io import BytesIO

from xlsxwriter import Workbook

from pipelines.domain.frozen import Language
from pipelines.domain.indicator import IndicatorSet
from pipelines.domain.registration_sheets import EXPLANATION_SHEET, RegistrationSheet, registration_sheets
from pipelines.template.columns import MEASUREMENTS, template_columns
from pipelines.template.explanation_lines import Line, explanation_lines
from pipelines.template.explanation_sheet import domain_range, write_explanation
from pipelines.template.look import Look, look
from pipelines.template.project_sheet import write_project
from pipelines.template.record_sheet import write_records
from pipelines.template.texts import text

SHEETS = ("project", "participants", MEASUREMENTS, "goals", "interventions", "narratives", "recognition")
# Fixed, so that the same workbook is the same bytes.
CREATED_AT = datetime(2025, 1, 1)
# What stands in a cell is what was written: no text becomes a formula, a link or a number.
CELLS_AS_WRITTEN = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def write_template(language: Language, indicator_set: IndicatorSet) -> bytes:
    """An .xlsx to register with: explanation, project facts and a sheet per kind of record, with drop-downs."""
    content = BytesIO()
    sheets = tuple(registration_sheets()[id] for id in SHEETS)
    lines = explanation_lines(language, indicator_set, sheets)
    with Workbook(content, {"in_memory": True, **CELLS_AS_WRITTEN}) as workbook:
        workbook.set_properties({"title": text("explanation.title", language), "created": CREATED_AT})
        formats = look(workbook, language)
        write_explanation(workbook.add_worksheet(EXPLANATION_SHEET.to(language)), lines, formats)
        for sheet in sheets:
            _write_sheet(workbook, sheet, language, indicator_set, lines, formats)
    return content.getvalue()


def _write_sheet(
    workbook: Workbook,
    sheet: RegistrationSheet,
    language: Language,
    indicator_set: IndicatorSet,
    lines: tuple[Line, ...],
    formats: Look,
) -> None:
    worksheet = workbook.add_worksheet(sheet.name.to(language))
    if sheet.id == "project":
        write_project(worksheet, sheet, language, indicator_set, formats)
        return
    columns = template_columns(sheet, language, indicator_set, domain_range(lines, language))
    write_records(worksheet, columns, formats, is_required=sheet.id == MEASUREMENTS)
