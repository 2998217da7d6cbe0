"""How the workbook looks: colours of the product, and a format per kind of cell."""

from collections.abc import Sequence
from dataclasses import dataclass

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from pipelines.domain.frozen import Language

TEAL, PALE_TEAL, PAPER, INK, QUIET, SAND, WHITE = (
    "#0B6E6E", "#DDEBE9", "#FBF9F5", "#1F2A2B", "#6B6F6C", "#BDB6A8", "#FFFFFF",
)  # fmt: skip
DATE_FORMATS: dict[Language, str] = {"nl": "dd-mm-yyyy", "en": "yyyy-mm-dd"}
# Shown after the heading, not stored in it: the import reads the bare name.
WITH_ASTERISK = '@" *"'
# Keeps the age band 12-17 from becoming a date and participant 007 from becoming 7.
AS_TYPED = "@"


BASE = {"font_color": INK, "valign": "top"}
ON_PAPER = {"bg_color": PAPER, "text_wrap": True}
CELL = {"align": "left", "indent": 1}
HEADING = {"bold": True, "text_wrap": True, "valign": "vcenter", "left": 1, "left_color": WHITE, "indent": 1}
EXAMPLE = ON_PAPER | CELL | {"italic": True, "font_color": QUIET}
ANSWER = CELL | {"bg_color": WHITE, "border": 1, "border_color": SAND, "text_wrap": True, "valign": "vcenter"}
STYLES: dict[str, dict[str, object]] = {
    "page": {"bg_color": PAPER},
    "title": {"bg_color": PAPER, "bold": True, "font_size": 20},
    "section": {
        "bg_color": PAPER, "bold": True, "font_size": 14, "font_color": TEAL, "bottom": 1, "bottom_color": SAND,
    },
    "text": ON_PAPER,
    "strong": ON_PAPER | {"bold": True},
    "quiet": ON_PAPER | {"font_color": QUIET},
    "table_heading": ON_PAPER | {"bold": True, "font_color": QUIET},
    "question": ON_PAPER | {"bold": True, "valign": "vcenter"},
    "meaning": ON_PAPER | {"font_color": QUIET, "valign": "vcenter", "indent": 1},
    "required_heading": HEADING | {"bg_color": TEAL, "font_color": WHITE, "num_format": WITH_ASTERISK},
    "optional_heading": HEADING | {"bg_color": PALE_TEAL},
    "cell": CELL,
    "literal": CELL | {"num_format": AS_TYPED},
    "prose": CELL | {"text_wrap": True},
    "date": CELL,
    "example": EXAMPLE,
    "example_literal": EXAMPLE | {"num_format": AS_TYPED},
    "example_date": EXAMPLE,
    "answer": ANSWER,
    "answer_date": ANSWER,
}  # fmt: skip
# As far as a screen is wide: a format on all columns would make the sheet 16,384 columns large.
LAST_PAPER_COLUMN = 25
A4 = 9
DATE_STYLES = {"date", "example_date", "answer_date"}


@dataclass(frozen=True)
class Look:
    """The formats of one workbook."""

    page: Format
    title: Format
    section: Format
    text: Format
    strong: Format
    quiet: Format
    table_heading: Format
    question: Format
    meaning: Format
    required_heading: Format
    optional_heading: Format
    cell: Format
    literal: Format
    prose: Format
    date: Format
    example: Format
    example_literal: Format
    example_date: Format
    answer: Format
    answer_date: Format


def look(workbook: Workbook, language: Language) -> Look:
    """All formats of the workbook, with dates in the notation of the language."""
    date_format = {"num_format": DATE_FORMATS[language]}
    return Look(
        **{
            name: workbook.add_format(BASE | style | (date_format if name in DATE_STYLES else {}))
            for name, style in STYLES.items()
        }
    )


def lay_out_as_page(worksheet: Worksheet, widths: Sequence[int], look: Look) -> None:
    """A sheet to read: no grid, columns of these widths, the rest blank paper."""
    worksheet.hide_gridlines(2)
    for column, width in enumerate(widths):
        worksheet.set_column(column, column, width, look.page)
    worksheet.set_column(len(widths), LAST_PAPER_COLUMN, None, look.page)


def fit_on_paper(worksheet: Worksheet, *, is_landscape: bool) -> None:
    """Printed as wide as the page and as long as it takes."""
    if is_landscape:
        worksheet.set_landscape()
    worksheet.set_paper(A4)
    worksheet.fit_to_pages(1, 0)
