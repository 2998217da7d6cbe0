"""The published cells as a workbook: one sheet of numbers, one that says whose they are and how to read them."""

from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from dashboard.impact.downloads.lines import headings, lines
from dashboard.impact.downloads.plain_cell import as_text
from dashboard.impact.sentences.approximate import hidden
from dashboard.impact.sentences.colophon import colophon_lines, disclosure_sentence, hidden_sentence
from dashboard.impact.sentences.people import measured_note
from dashboard.language import Words
from pipelines.editions.edition import Edition

WIDTHS = (18, 28, 26, 18, 16, 22, 22, 30, 44)
AS_TEXT = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def write_workbook(edition: Edition, words: Words) -> bytes:
    content = BytesIO()
    with Workbook(content, AS_TEXT) as workbook:
        workbook.set_properties({"title": edition.contents.project})
        numbers = workbook.add_worksheet(words("impact.download.sheet.numbers"))
        _write_numbers(numbers, edition, words)
        _write_headings(numbers, workbook, words)
        notes = workbook.add_worksheet(words("impact.download.sheet.notes"))
        _write_notes(notes, workbook, edition, words)
    return content.getvalue()


def _write_headings(sheet: Worksheet, workbook: Workbook, words: Words) -> None:
    bold = workbook.add_format({"bold": True, "bottom": 1})
    for column, (heading, width) in enumerate(zip(headings(words), WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, heading, bold)
    sheet.freeze_panes(1, 0)


def _write_numbers(sheet: Worksheet, edition: Edition, words: Words) -> None:
    """A hidden cell holds words, so that no sum takes it for nothing."""
    for row, line in enumerate(lines(edition, words), start=1):
        for column, text in enumerate(line[:7]):
            sheet.write_string(row, column, as_text(text))
        if line.value is None:
            sheet.write_string(row, 7, hidden(words))
        else:
            sheet.write_number(row, 7, line.value)
        sheet.write_string(row, 8, as_text(line.table))


def _write_notes(sheet: Worksheet, workbook: Workbook, edition: Edition, words: Words) -> None:
    wrapped = workbook.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 100)
    marks = [words("sentences.participation.sample")] if edition.contents.is_sample else []
    said = [
        edition.contents.project, *marks, measured_note(edition, words), disclosure_sentence(edition, words),
        hidden_sentence(edition, words), *colophon_lines(edition, words),
    ]  # fmt: skip
    for row, text in enumerate(filter(None, said)):
        sheet.write_string(row, 0, as_text(text), wrapped)
