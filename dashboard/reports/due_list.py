"""Who is due, under the project's own numbers, as a workbook: to make appointments by."""

from datetime import date
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from dashboard.language import Words
from dashboard.notation import day
from dashboard.sentences.recognition import moment_name
from pipelines.domain.frozen import Language
from pipelines.due_list import DueLine, DueList

WIDTHS = {"number": 22, "moment": 18, "due_on": 20, "days_overdue": 14}
# Months are written in the language of the list, whatever the language of the reader's Excel.
DATE_FORMATS: dict[Language, str] = {"nl": "[$-413]d mmmm yyyy", "en": "[$-809]d mmmm yyyy"}
A4 = 9


def write_due_list(due: DueList, as_of: date, words: Words) -> bytes:
    """One row a measurement, in the order of the list. A number that looks like a formula stays a text."""
    content = BytesIO()
    with Workbook(content, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as workbook:
        workbook.set_properties({"title": words("steering.list.document")})
        sheet = workbook.add_worksheet(words("steering.list.sheet"))
        _write_headings(sheet, workbook.add_format({"bold": True, "bottom": 1, "text_wrap": True}), words)
        formats = _Formats(workbook, words.language)
        for row, line in enumerate(due.lines, start=1):
            _write_line(sheet, row, line, formats, words)
        _lay_out(sheet, len(due.lines), words("steering.list.printed", day=day(as_of, words.language)))
    return content.getvalue()


class _Formats:
    """How cells look: numbers of people are names, so they stand at the left like a text."""

    def __init__(self, workbook: Workbook, language: Language) -> None:
        self.text: Format = workbook.add_format({"quote_prefix": True, "align": "left"})
        self.whole: Format = workbook.add_format({"num_format": "0", "align": "left"})
        self.other: Format = workbook.add_format({"align": "left"})
        self.date: Format = workbook.add_format({"num_format": DATE_FORMATS[language], "align": "left"})


def _write_headings(sheet: Worksheet, bold: Format, words: Words) -> None:
    for position, (column, width) in enumerate(WIDTHS.items()):
        sheet.set_column(position, position, width)
        sheet.write_string(0, position, words(f"steering.list.heading.{column}"), bold)


def _write_line(sheet: Worksheet, row: int, line: DueLine, formats: _Formats, words: Words) -> None:
    if isinstance(line.number, str):
        sheet.write_string(row, 0, line.number, formats.text)
    else:
        sheet.write_number(row, 0, line.number, formats.whole if line.number.is_integer() else formats.other)
    sheet.write_string(row, 1, moment_name(line.moment, words))
    if line.due_on is None:
        sheet.write_string(row, 2, words("steering.list.day_unknown"))
    else:
        sheet.write_datetime(row, 2, line.due_on, formats.date)
    if line.days_overdue is not None and line.days_overdue > 0:
        sheet.write_number(row, 3, line.days_overdue)


def _lay_out(sheet: Worksheet, n_lines: int, printed: str) -> None:
    """The heading stays in sight, on the screen and on paper."""
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, n_lines, len(WIDTHS) - 1)
    sheet.ignore_errors({"number_stored_as_text": f"A2:A{n_lines + 1}"})
    sheet.repeat_rows(0)
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_header(f"&L{printed.replace('&', '&&')}")
