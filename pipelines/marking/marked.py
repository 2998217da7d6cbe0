"""An upload and what was found in it → the same workbook, its wrong cells coloured and explained, a list before it."""

from collections.abc import Mapping, Sequence
from io import BytesIO

from openpyxl.cell import MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from pipelines.domain.frozen import Language
from pipelines.domain.issue import Issue, Severity
from pipelines.domain.registration import Registration
from pipelines.ingest.cells.limits import MAX_CELLS_TO_MARK, MAX_COMMENTS
from pipelines.ingest.cells.sheet import Sheet
from pipelines.ingest.cells.upload import Upload
from pipelines.ingest.cells.workbook import UnreadableUpload, read_workbook
from pipelines.marking.list_sheet import LIST_TITLES, MarkTexts, write_list
from pipelines.marking.own_workbook import workbook_to_mark
from pipelines.marking.places import Place, PlaceFinder

AUTHOR = "Tel en Vertel"
FILLS = {
    Severity.ERROR: PatternFill("solid", fgColor="F6B8A8"),
    Severity.WARNING: PatternFill("solid", fgColor="FBE6A2"),
}
COMMENT_WIDTH, LINE_HEIGHT, LETTERS_A_LINE = 320, 18, 42
MOST_LINES = 20


def write_marked(upload: Upload, registration: Registration, texts: MarkTexts) -> bytes:
    """An .xlsx in which the issues of this upload stand where they are. Raises nothing for bad input.

    Of a file that cannot be read, or has too many cells to write again, there is only the list.
    """
    sheets = _sheets(upload)
    finder = PlaceFinder(upload.name, sheets, registration)
    issues = [issue for issue in registration.issues if finder.concerns(issue)]
    places = [finder.places(issue) for issue in issues]
    workbook, worksheets = workbook_to_mark(upload, sheets if _is_markable(sheets) else ())
    titles = [worksheet.title for worksheet in worksheets] or [sheet.name for sheet in sheets]
    if worksheets:
        if not set(LIST_TITLES).isdisjoint(titles):
            _remove_earlier_marks(worksheets)
        _mark(worksheets, _by_place(issues, places), texts.language)
    write_list(workbook, issues, [_link(found, titles) for found in places], texts)
    return _saved(workbook)


def _sheets(upload: Upload) -> Sequence[Sheet]:
    try:
        return read_workbook(upload)
    except UnreadableUpload:
        return ()


def _is_markable(sheets: Sequence[Sheet]) -> bool:
    return sum(sheet.n_rows * len(sheet.columns) for sheet in sheets) <= MAX_CELLS_TO_MARK


def _by_place(issues: Sequence[Issue], places: Sequence[Sequence[Place]]) -> dict[Place, list[Issue]]:
    found: dict[Place, list[Issue]] = {}
    for issue, cells in zip(issues, places, strict=True):
        for place in cells:
            found.setdefault(place, []).append(issue)
    return found


def _link(places: Sequence[Place], titles: Sequence[str]) -> tuple[str, Place] | None:
    """Sheet and cell that a line of the list leads to."""
    return (titles[places[0].sheet], places[0]) if places else None


def _remove_earlier_marks(worksheets: Sequence[Worksheet]) -> None:
    """What was marked in an earlier round may be mended by now."""
    for worksheet in worksheets:
        for row in worksheet.iter_rows():
            for cell in row:
                if cell.comment is not None and cell.comment.author == AUTHOR:
                    cell.comment = None
                    cell.fill = PatternFill()


def _mark(worksheets: Sequence[Worksheet], found: Mapping[Place, Sequence[Issue]], language: Language) -> None:
    """Every wrong cell is coloured; the first of them are explained too, as many as a spreadsheet can bear."""
    for nth, (place, issues) in enumerate(found.items()):
        cell = _anchor(worksheets[place.sheet], place)
        is_wrong = any(issue.severity is Severity.ERROR for issue in issues)
        cell.fill = FILLS[Severity.ERROR if is_wrong else Severity.WARNING]
        if nth < MAX_COMMENTS:
            cell.comment = _comment(cell.comment, issues, language)


def _anchor(worksheet: Worksheet, place: Place) -> object:
    """The cell itself, or the first of those it is merged with: the others cannot be marked."""
    cell = worksheet.cell(place.row, place.column)
    if not isinstance(cell, MergedCell):
        return cell
    merged = next(cells for cells in worksheet.merged_cells.ranges if cell.coordinate in cells)
    return worksheet.cell(merged.min_row, merged.min_col)


def _comment(there: Comment | None, issues: Sequence[Issue], language: Language) -> Comment:
    """What is wrong and what would be right; somebody's own comment stays before it."""
    messages = dict.fromkeys(issue.message(language) for issue in issues)
    text = "\n\n".join([*([there.text] if there else []), *messages])
    n_lines = min(MOST_LINES, 2 + len(text) // LETTERS_A_LINE + text.count("\n"))
    return Comment(text, AUTHOR, width=COMMENT_WIDTH, height=n_lines * LINE_HEIGHT)


def _saved(workbook: Workbook) -> bytes:
    """In memory only. The results of formulas are not in it: Excel works them out when it opens the file."""
    workbook.calculation.fullCalcOnLoad = True
    workbook.active = 0
    content = BytesIO()
    workbook.save(content)
    return content.getvalue()
