"""Draws the sheet Explanation from its lines."""

from math import ceil

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from pipelines.domain.frozen import Language
from pipelines.domain.registration_sheets import EXPLANATION_SHEET
from pipelines.template.explanation_lines import Line, LineStyle
from pipelines.template.look import TEAL, Look, fit_on_paper, lay_out_as_page

COLUMN_WIDTHS = (40, 20, 84)
LINE_HEIGHT = 18
# Excel counts a width in digits; letters are a little narrower on average.
LETTERS_PER_CHARACTER = 1.1


def write_explanation(worksheet: Worksheet, lines: tuple[Line, ...], look: Look) -> None:
    """A page to read, line by line."""
    lay_out_as_page(worksheet, COLUMN_WIDTHS, look)
    fit_on_paper(worksheet, is_landscape=False)
    worksheet.set_tab_color(TEAL)
    worksheet.set_default_row(LINE_HEIGHT)
    for row, line in enumerate(lines):
        _write_line(worksheet, row, line, look)


def domain_range(lines: tuple[Line, ...], language: Language) -> str:
    """Where the life domains stand, as the formula of a drop-down."""
    rows = [row + 1 for row, line in enumerate(lines) if line.style is LineStyle.DOMAIN]
    return f"={EXPLANATION_SHEET.to(language)}!$A${rows[0]}:$A${rows[-1]}"


def _write_line(worksheet: Worksheet, row: int, line: Line, look: Look) -> None:
    match line.style:
        case LineStyle.TITLE:
            worksheet.set_row(row, 1.7 * LINE_HEIGHT)
            worksheet.write_string(row, 0, line.cells[0], look.title)
        case LineStyle.SECTION:
            worksheet.set_row(row, 1.3 * LINE_HEIGHT)
            _write_cells(worksheet, row, (line.cells[0], "", ""), look.section, look.section)
        case LineStyle.TEXT | LineStyle.QUIET:
            _write_sentence(worksheet, row, line.cells[0], look.quiet if line.style is LineStyle.QUIET else look.text)
        case LineStyle.TABLE_HEADING:
            _write_cells(worksheet, row, line.cells, look.table_heading, look.table_heading)
        case LineStyle.TABLE_ROW:
            worksheet.set_row(row, _height(line.cells[-1], COLUMN_WIDTHS[-1]))
            _write_cells(worksheet, row, line.cells, look.strong, look.text)
        case LineStyle.LEVEL | LineStyle.DOMAIN:
            _write_cells(worksheet, row, line.cells, look.text, look.text)


def _write_sentence(worksheet: Worksheet, row: int, sentence: str, format: Format) -> None:
    worksheet.set_row(row, _height(sentence, sum(COLUMN_WIDTHS)))
    worksheet.merge_range(row, 0, row, len(COLUMN_WIDTHS) - 1, sentence, format)


def _write_cells(worksheet: Worksheet, row: int, cells: tuple[str, ...], first: Format, others: Format) -> None:
    for column, cell in enumerate(cells):
        worksheet.write(row, column, cell or None, others if column else first)


def _height(words: str, width: int) -> float:
    """Rows do not grow with their text by themselves."""
    return LINE_HEIGHT * max(1, ceil(len(words) / (LETTERS_PER_CHARACTER * width)))
