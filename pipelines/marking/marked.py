"""An upload and what was found in it → the same workbook, its wrong cells coloured and explained, a list before it."""

from io import BytesIO

from openpyxl import Workbook

from pipelines.domain.frozen import Frozen, Language
from pipelines.domain.registration import Registration
from pipelines.domain.registration_sheets import MENDING_SHEET
from pipelines.ingest.cells.upload import Upload


class MarkTexts(Frozen):
    """The words of the list: what to do, and the headings of its columns. `language` is that of the comments."""

    language: Language
    explanation: str
    more: str
    headings: tuple[str, str, str, str, str]


def write_marked(upload: Upload, registration: Registration, texts: MarkTexts) -> bytes:
    """An .xlsx in which the issues of this upload stand where they are. Raises nothing for bad input."""
    workbook = Workbook()
    sheet = workbook.active
    sheet.title = MENDING_SHEET.to(texts.language)
    sheet.append(texts.headings)
    for issue in registration.issues:
        sheet.append([issue.sheet, issue.row, issue.column, issue.wrong(texts.language), issue.right(texts.language)])
    content = BytesIO()
    workbook.save(content)
    return content.getvalue()
