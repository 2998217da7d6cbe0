"""The list of issues to download: complete, in the reader's language, and harmless in a spreadsheet."""

from io import BytesIO

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from dashboard.language import LANGUAGES, Words
from dashboard.reports.issue_list import write_issue_list
from pipelines.domain.frozen import Language
from pipelines.domain.issue import Issue, catalogue

OUT_OF_RANGE = Issue(code="value_out_of_range", sheet="Metingen", row=12, column="Financiën", value="7", expected="1-5")


def sheet_of(issues: list[Issue], language: Language = "nl") -> Worksheet:
    return load_workbook(BytesIO(write_issue_list(issues, Words(language)))).active


def test_an_issue_stands_in_one_row_with_its_place_and_both_sentences():
    headings, row = sheet_of([OUT_OF_RANGE]).iter_rows(values_only=True)
    assert headings == ("Soort", "Blad", "Rij", "Kolom", "Staat er nu", "Wat klopt er niet", "Wat is wel goed", "Code")
    assert row[:5] == ("fout", "Metingen", 12, "Financiën", "7")
    assert row[5] == OUT_OF_RANGE.wrong("nl")
    assert row[6] == OUT_OF_RANGE.right("nl")


@pytest.mark.parametrize("value", ["=1+1", "+31612345678", "-2", "@SUM(A1)", '=HYPERLINK("http://x")', "http://x.nl"])
def test_no_cell_of_the_user_becomes_a_formula_or_a_link(value: str):
    cell = sheet_of([OUT_OF_RANGE.model_copy(update={"value": value})]).cell(row=2, column=5)
    assert cell.value == value
    assert cell.data_type == "s"
    assert cell.quotePrefix
    assert cell.hyperlink is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_issue_has_a_name_and_two_sentences_in_the_list(language: Language):
    issues = [Issue(code=code, sheet="S", row=1, column="C", value="v", expected="e") for code in catalogue()]
    rows = list(sheet_of(issues, language).iter_rows(min_row=2, values_only=True))
    assert [row[7] for row in rows] == list(catalogue())
    for code in catalogue():
        assert Words(language)(f"import_issues.kind.{code}")


def test_a_cell_that_is_only_noticed_is_called_so():
    noticed = Issue(code="identifying_column", sheet="Deelnemers", column="Achternaam")
    assert sheet_of([noticed]).cell(row=2, column=1).value == "let op"
