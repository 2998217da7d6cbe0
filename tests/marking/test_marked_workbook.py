"""The workbook comes back as it was, its wrong cells coloured and explained; mended, it is imported without a fault."""

from io import BytesIO

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from dashboard.language import Words
from dashboard.reports.marked_workbook import mark_workbook
from pipelines.domain.registration import Registration
from pipelines.ingest.cells import limits
from pipelines.ingest.cells.upload import Upload
from pipelines.ingest.read import read_registration
from tests.ingest.reading import PSEUDONYMS, TODAY, ZRM, keep
from tests.ingest.spreadsheets import csv, grid_of, ods, xls, xlsx

GRID = grid_of("""
Deelnemer | Meetmoment | Datum | Beoordelaar | Financiën | Huisvesting | Iets
007 | 0-meting | 20-01-2025 | professional | 6 | goed | =1+1
008 | 0-meting | 31-02-2025 | professional | 2 | 3 | +31
""")
WRITERS = {"xlsx": xlsx, "ods": ods, "xls": xls, "csv": lambda book: csv(book["Metingen"])}
TEXTS_ONLY = {"Metingen": [[cell.replace("=1+1", "-1+1") for cell in row] for row in GRID]}
MENDED = {"E2": "5", "F2": "3", "C3": "28-02-2025"}


def read(*uploads: Upload) -> Registration:
    return read_registration(uploads, PSEUDONYMS, instruments=ZRM, clean=keep, today=TODAY)


def marked(upload: Upload, *others: Upload, language: str = "nl") -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(mark_workbook(upload, read(upload, *others), Words(language))))


def saved(workbook: openpyxl.Workbook) -> bytes:
    content = BytesIO()
    workbook.save(content)
    return content.getvalue()


def coloured(sheet: Worksheet) -> set[str]:
    return {cell.coordinate for row in sheet.iter_rows() for cell in row if cell.fill.patternType == "solid"}


def a_file(kind: str) -> Upload:
    return Upload(name=f"metingen.{kind}", content=WRITERS[kind](TEXTS_ONLY))


@pytest.mark.parametrize("kind", WRITERS)
def test_the_wrong_cells_are_coloured_and_explained(kind):
    workbook = marked(a_file(kind))
    sheet = workbook.worksheets[1]
    assert coloured(sheet) == {"E2", "F2", "C3", "G1"}
    assert "schaal" in sheet["E2"].comment.text
    assert sheet["A2"].comment is None


@pytest.mark.parametrize("kind", WRITERS)
def test_a_mended_workbook_is_imported_without_a_fault(kind):
    workbook = marked(a_file(kind))
    for place, value in MENDED.items():
        workbook.worksheets[1][place] = value
    registration = read(Upload(name="terug.xlsx", content=saved(workbook)))
    assert [issue.code for issue in registration.errors] == []
    assert len(registration.observations) == 4
    assert "unknown_sheet" not in {issue.code for issue in registration.issues}


def test_the_list_leads_to_each_cell():
    workbook = marked(a_file("xlsx"))
    assert workbook.sheetnames == ["Verbeterlijst", "Metingen"]
    sheet = workbook["Verbeterlijst"]
    lines = {sheet.cell(row, 2).value: sheet.cell(row, 2).hyperlink for row in range(4, sheet.max_row + 1)}
    assert set(lines) == {"E2", "F2", "C3", "G1"}
    assert {link.location for link in lines.values()} == {f"'Metingen'!{place}" for place in lines}


def test_it_speaks_the_language_of_the_reader():
    workbook = marked(a_file("xlsx"), language="en")
    assert workbook.sheetnames[0] == "To mend"
    assert "scale" in workbook["Metingen"]["E2"].comment.text


def test_texts_of_a_csv_do_not_become_formulas_or_numbers():
    dangerous = [["Deelnemer", "Meetmoment", "Datum", "Financiën", "Iets"], *(
        [f"00{n}", "0-meting", "20-01-2025", "9", text] for n, text in enumerate(["=1+1", "+1", "-1", "@SUM(A1)"])
    )]  # fmt: skip
    sheet = marked(Upload(name="metingen.csv", content=csv(dangerous))).worksheets[1]
    assert [sheet.cell(row, 5).value for row in range(2, 6)] == ["=1+1", "+1", "-1", "@SUM(A1)"]
    assert {sheet.cell(row, 5).data_type for row in range(2, 6)} == {"s"}
    assert sheet["A2"].value == "000"


def test_formulas_and_looks_of_ones_own_workbook_stay():
    own = openpyxl.load_workbook(BytesIO(xlsx({"Metingen": TEXTS_ONLY["Metingen"]})))
    own["Metingen"]["H1"], own["Metingen"]["H2"] = "som", "=SUM(E2:F2)"
    own["Metingen"]["D2"].font = openpyxl.styles.Font(bold=True)
    own["Metingen"].column_dimensions["B"].width = 33
    sheet = marked(Upload(name="eigen.xlsx", content=saved(own)))["Metingen"]
    assert sheet["H2"].value == "=SUM(E2:F2)"
    assert sheet["D2"].font.bold
    assert sheet.column_dimensions["B"].width == 33


def test_somebodys_own_comment_stays_before_ours():
    own = openpyxl.load_workbook(BytesIO(xlsx(TEXTS_ONLY)))
    own["Metingen"]["E2"].comment = openpyxl.comments.Comment("nabellen", "Anna")
    assert marked(Upload(name="eigen.xlsx", content=saved(own)))["Metingen"]["E2"].comment.text.startswith("nabellen\n")


def test_marks_of_an_earlier_round_are_gone():
    once = marked(a_file("xlsx"))
    once["Metingen"]["E2"] = "5"
    again = marked(Upload(name="terug.xlsx", content=saved(once)))
    assert coloured(again["Metingen"]) == {"F2", "C3", "G1"}
    assert again.sheetnames == ["Verbeterlijst", "Metingen"]


def test_of_several_files_each_gets_its_own_marks():
    good = Upload(name="goed.xlsx", content=xlsx({"Metingen": [GRID[0][:6], ["1", "0", "20-01-2025", "", "3", "3"]]}))
    bad = a_file("xlsx")
    assert coloured(marked(good, bad)["Metingen"]) == set()
    assert {"E2", "F2", "C3"} < coloured(marked(bad, good)["Metingen"])


def test_an_answer_on_the_sheet_project_is_marked_beside_its_name():
    book = {"Project": [["", ""], ["Startdatum", "ooit"]], "Metingen": GRID}
    sheet = marked(Upload(name="alles.xlsx", content=xlsx(book)))["Project"]
    assert coloured(sheet) == {"B2"}


def test_of_a_file_that_cannot_be_read_there_is_only_the_list():
    workbook = marked(Upload(name="kapot.xlsx", content=xlsx(TEXTS_ONLY)[:900]))
    assert workbook.sheetnames == ["Verbeterlijst"]
    assert "beschadigd" in workbook["Verbeterlijst"]["D4"].value


def test_a_workbook_of_very_many_cells_is_not_written_again(monkeypatch):
    monkeypatch.setattr("pipelines.marking.marked.MAX_CELLS_TO_MARK", 10)
    workbook = marked(a_file("xlsx"))
    assert workbook.sheetnames == ["Verbeterlijst"]
    assert {workbook["Verbeterlijst"].cell(row, 2).value for row in range(4, 8)} == {"E2", "F2", "C3", "G1"}
    assert limits.MAX_CELLS_TO_MARK > 100_000


def test_sheet_names_that_excel_does_not_know_are_shortened():
    upload = Upload(name="a: b?[c] zrm 0-meting met een heel lange naam.csv", content=csv(GRID))
    assert len(marked(upload).worksheets[1].title) <= 31
