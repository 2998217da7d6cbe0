"""The user's own workbook back, with the wrong cells coloured and explained: to mend in Excel and upload again."""

from dashboard.language import Words
from pipelines.domain.registration import Registration
from pipelines.marking import MarkTexts, Upload, write_marked

COLUMNS = ("sheet", "cell", "value", "wrong", "right")


def mark_workbook(upload: Upload, registration: Registration, words: Words) -> bytes:
    """An .xlsx with a list of what is to mend before the sheets of `upload`, whatever kind of spreadsheet it was.

    `registration` is what was read of all files of which this upload is one. Raises nothing for bad input: of a file
    that could not be read there is only the list.
    """
    texts = MarkTexts(
        language=words.language,
        explanation=words("marked_workbook.explanation"),
        more=words("marked_workbook.more"),
        headings=tuple(words(f"marked_workbook.heading.{column}") for column in COLUMNS),
    )
    return write_marked(upload, registration, texts)
