"""The list of who is due as a workbook: real days, own numbers, and nothing that Excel would run."""

from datetime import date, datetime
from io import BytesIO

import openpyxl
import pytest

from dashboard.language import Words
from dashboard.reports.due_list import write_due_list
from pipelines.due_list import DueLine, DueList

AS_OF = date(2026, 5, 31)
FORMULA = '=HYPERLINK("http://example.org")'


def line(number: str | float, due_on: date | None = date(2026, 5, 1), days_overdue: int | None = 30) -> DueLine:
    return DueLine(number=number, moment=1, due_on=due_on, days_overdue=days_overdue)


def written(*lines: DueLine, language: str = "nl") -> openpyxl.worksheet.worksheet.Worksheet:
    found = DueList(lines=lines, n_without_number=0, n_not_due=0, n_unknown=0)
    workbook = openpyxl.load_workbook(BytesIO(write_due_list(found, AS_OF, Words(language))))
    (sheet,) = workbook.worksheets
    return sheet


def cells(sheet: openpyxl.worksheet.worksheet.Worksheet) -> list[tuple]:
    return list(sheet.iter_rows(values_only=True))


def test_every_line_says_who_which_measurement_and_when():
    sheet = written(line("Q3"), line("007", date(2026, 6, 9), -9))
    assert cells(sheet) == [
        ("Deelnemer", "Meting", "Aan de beurt op", "Dagen te laat"),
        ("Q3", "1-meting", datetime(2026, 5, 1), 30),
        ("007", "1-meting", datetime(2026, 6, 9), None),
    ]
    assert sheet["C2"].is_date


def test_a_number_is_written_as_it_was_a_number_or_a_text():
    sheet = written(line(101.0), line("101"))
    assert [(sheet[cell].data_type, sheet[cell].value) for cell in ("A2", "A3")] == [("n", 101), ("s", "101")]


@pytest.mark.parametrize("number", [FORMULA, "+31612345678", "-1+1", "@SUM(A1)", "http://example.org"])
def test_what_looks_like_a_formula_or_a_link_stays_a_text(number: str):
    sheet = written(line(number))
    assert (sheet["A2"].data_type, sheet["A2"].value, sheet["A2"].quotePrefix) == ("s", number, True)
    assert sheet["A2"].hyperlink is None


def test_a_day_that_is_not_known_is_said():
    assert cells(written(line("Q3", None, None)))[1] == ("Q3", "1-meting", "niet bekend", None)


def test_the_heading_stays_in_sight_and_the_columns_are_wide_enough():
    sheet = written(line("Q3", date(2026, 9, 29)))
    assert (sheet.freeze_panes, sheet.print_title_rows) == ("A2", "$1:$1")
    for column, longest in {"B": "1-meting", "C": "29 september 2026", "D": "Dagen te laat"}.items():
        assert sheet.column_dimensions[column].width > len(longest)


def test_the_list_speaks_english():
    sheet = written(line("Q3"), language="en")
    assert sheet.title == "Due"
    assert cells(sheet)[:2] == [
        ("Participant", "Measurement", "Due on", "Days overdue"),
        ("Q3", "follow-up 1", datetime(2026, 5, 1), 30),
    ]
