"""The first sheet of a marked workbook: what is to mend, with a link to each cell."""

from collections.abc import Sequence

from openpyxl.cell import Cell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.hyperlink import Hyperlink

from pipelines.domain.frozen import Frozen, Language
from pipelines.domain.issue import Issue
from pipelines.domain.registration_sheets import MENDING_SHEET
from pipelines.ingest.cells.limits import MAX_ISSUES_LISTED
from pipelines.marking.places import Place

LIST_TITLES = (MENDING_SHEET.nl, MENDING_SHEET.en)
WIDTHS = (22, 10, 22, 56, 64)
LINK = Font(color="0B6E6E", underline="single")
HEADING_ROW = 3
CELL_COLUMN = 2


class MarkTexts(Frozen):
    """The words of the list: what to do, and the headings of its columns. `language` is that of the comments."""

    language: Language
    explanation: str
    more: str
    headings: tuple[str, str, str, str, str]


def write_list(
    workbook: Workbook, issues: Sequence[Issue], links: Sequence[tuple[str, Place] | None], texts: MarkTexts
) -> None:
    """The list before all other sheets, in place of an earlier one. `links` lead from each issue to its cell."""
    for title in LIST_TITLES:
        if title in workbook.sheetnames:
            del workbook[title]
    sheet = workbook.create_sheet(MENDING_SHEET.to(texts.language), 0)
    for position, (heading, width) in enumerate(zip(texts.headings, WIDTHS, strict=True), start=1):
        sheet.column_dimensions[get_column_letter(position)].width = width
        _write(sheet.cell(HEADING_ROW, position), heading)
        sheet.cell(HEADING_ROW, position).font = Font(bold=True)
    _write(sheet.cell(1, 1), texts.explanation)
    for row, (issue, link) in enumerate(zip(issues[:MAX_ISSUES_LISTED], links, strict=False), start=HEADING_ROW + 1):
        for position, text in enumerate(_line(issue, link, texts.language), start=1):
            _write(sheet.cell(row, position), text)
        if link and link[0] in workbook.sheetnames:
            _lead(sheet.cell(row, CELL_COLUMN), *link)
    if len(issues) > MAX_ISSUES_LISTED:
        _write(sheet.cell(HEADING_ROW + MAX_ISSUES_LISTED + 1, 1), texts.more)
    sheet.freeze_panes = sheet.cell(HEADING_ROW + 1, 1)


def _line(issue: Issue, link: tuple[str, Place] | None, language: Language) -> tuple[str, ...]:
    sheet = link[0] if link else issue.sheet or ""
    cell = _coordinate(link[1]) if link else ""
    return (sheet, cell, issue.value or "", issue.wrong(language), issue.right(language))


def _write(cell: Cell, text: str) -> None:
    """As text that no program takes for a formula."""
    cell.value = ILLEGAL_CHARACTERS_RE.sub("", text)
    cell.data_type = "s"
    cell.quotePrefix = True
    cell.alignment = Alignment(vertical="top", wrap_text=cell.row > HEADING_ROW)


def _lead(cell: Cell, title: str, place: Place) -> None:
    quoted = title.replace("'", "''")
    cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"'{quoted}'!{_coordinate(place)}")
    cell.font = LINK


def _coordinate(place: Place) -> str:
    return f"{get_column_letter(place.column)}{place.row}"
