"""Who is due under the project's own numbers: matched in memory, whatever the file looks like, and kept nowhere."""

from datetime import date

import pytest

from pipelines import imports
from pipelines.due_list import DueList, UnusableFile, write_out_due
from pipelines.ingest.cells.upload import Upload
from pipelines.ingest.corrections import Corrections, SamePerson
from pipelines.ingest.mapping.column_mapping import ColumnMapping
from pipelines.outcomes.steering import read_steering
from pipelines.store.store import Store
from tests.ingest.spreadsheets import csv, grid_of, xls, xlsx

PROJECT = "Rivierenbuurt"
AS_OF = date(2026, 1, 1)
# 8 was measured again, 007 and Q3 not: a follow-up is due after half a year.
MEASURED = """
Deelnemer | Meetmoment | Datum      | Financiën | Huisvesting
8         | 0          | 2025-01-10 | 2         | 3
8         | 1          | 2025-07-10 | 3         | 3
007       | 0          | 2025-02-10 | 2         | 3
Q3        | 0          | 2025-01-20 | 2         | 3
"""
EXPECTED = [("Q3", 1, date(2025, 7, 20), 165), ("007", 1, date(2025, 8, 10), 144)]


def upload(content: bytes, name: str = "lijst.csv") -> Upload:
    return Upload(name=name, content=content)


def text(table: str) -> Upload:
    return upload(csv(grid_of(table)))


def brought_in(store: Store, file: Upload, **options: object) -> None:
    report = imports.import_files(store, PROJECT, [file], instruments=["zrm_2017"], **options)
    assert report.import_id, report.issues


@pytest.fixture
def project(store: Store) -> Store:
    brought_in(store, text(MEASURED))
    return store


def written(store: Store, file: Upload) -> DueList:
    with store.cursor() as cursor:
        due = read_steering(cursor, 1, as_of=AS_OF).due
    return write_out_due(store, PROJECT, file, due)


def lines(found: DueList) -> list[tuple]:
    return [(line.number, line.moment, line.due_on, line.days_overdue) for line in found.lines]


def test_the_list_speaks_in_the_projects_own_numbers_the_longest_overdue_first(project: Store):
    found = written(project, text(MEASURED))
    assert lines(found) == EXPECTED
    assert (found.n_without_number, found.n_not_due, found.n_unknown) == (0, 1, 0)


def test_a_number_without_its_leading_zeros_is_another_one(project: Store):
    found = written(project, text("Deelnemer | Naam\n7 | Ans\n007 | Bep"))
    assert [line.number for line in found.lines] == ["007"]
    assert found.n_unknown == 1


def test_numbers_that_do_not_match_are_counted_both_ways(project: Store):
    found = written(project, text("Deelnemer | Naam\nQ3 | Ans\n8 | Bep\n88 | Cor\n89 | Dik"))
    assert [line.number for line in found.lines] == ["Q3"]
    assert (found.n_without_number, found.n_not_due, found.n_unknown) == (1, 1, 2)


@pytest.mark.parametrize(
    "table",
    [
        "Deelnemer\nQ3\n007",
        "Deelnemer | Naam | Telefoon\nQ3 | Ans de Wit | 06-12345678\n007 | Bep Kok | 06-87654321",
        "Cliëntnummer | Adres\nq3 | Kerkstraat 1\n007 | Dorpsstraat 2",
    ],
    ids=["bare", "addresses", "another name"],
)
def test_a_list_with_nothing_to_import_will_do(project: Store, table: str):
    assert [str(line.number).upper() for line in written(project, text(table)).lines] == ["Q3", "007"]


@pytest.mark.parametrize(("save", "name"), [(xlsx, "lijst.xlsx"), (xls, "lijst.xls")])
def test_a_workbook_is_searched_sheet_by_sheet(project: Store, save, name: str):
    book = {"Toelichting": [["Lees mij"]], "Adressen": [["Deelnemer", "Naam"], ["Q3", "Ans"], ["007", "Bep"]]}
    assert lines(written(project, upload(save(book), name))) == EXPECTED


def test_a_number_stays_a_number_and_a_text_a_text(store: Store):
    grid = [["Deelnemer", "Meetmoment", "Datum", "Financiën", "Huisvesting"]]
    grid += [[101, 0, date(2025, 1, 10), 2, 3], [102, 0, date(2025, 1, 11), 2, 3], [102, 1, date(2025, 8, 1), 2, 3]]
    brought_in(store, upload(xlsx({"Metingen": grid}), "m.xlsx"))
    as_numbers = written(store, upload(xlsx({"Adressen": [["Deelnemer", "Naam"], [101, "Ans"]]}), "a.xlsx"))
    as_texts = written(store, text("Deelnemer | Naam\n101 | Ans"))
    assert [as_numbers.lines[0].number, as_texts.lines[0].number] == [101.0, "101"]


def test_an_example_row_is_nobody(project: Store):
    book = {"Deelnemers": [["Deelnemer", "Groep"], ["VOORBEELD", "deelnemer"], ["Q3", "deelnemer"]]}
    assert written(project, upload(xlsx(book), "lijst.xlsx")).n_unknown == 0


def test_of_two_numbers_of_one_person_the_one_that_was_kept_is_written(store: Store):
    delivery = imports.Delivery(
        project=PROJECT, uploads=(text(MEASURED),), instruments=("zrm_2017",),
        corrections=Corrections(same_people=(SamePerson(number="Q3", same_as="P3"),)),
    )  # fmt: skip
    imports.commit(store, delivery, imports.read_upload(store, delivery))
    assert written(store, text("Deelnemer | Naam\nQ3 | Ans\nP3 | Ans\n007 | Bep")).lines[0].number == "P3"
    assert written(store, text("Deelnemer | Naam\nQ3 | Ans\n007 | Bep")).lines[0].number == "Q3"


def test_what_was_said_of_the_columns_at_an_import_holds_here_too(store: Store):
    table = MEASURED.replace("Deelnemer", "Bewonersnr")
    brought_in(store, text(table), mapping=ColumnMapping(participant="Bewonersnr"))
    assert lines(written(store, text("Bewonersnr | Naam\nQ3 | Ans\n007 | Bep"))) == EXPECTED


def test_a_number_of_several_columns_is_put_together_as_at_the_import(store: Store):
    table = """
    Locatie | Nr | Meetmoment | Datum      | Financiën | Huisvesting
    Noord   | 1  | 0          | 2025-01-10 | 2         | 3
    Noord   | 1  | 1          | 2025-07-10 | 2         | 3
    Zuid    | 1  | 0          | 2025-01-20 | 2         | 3
    """
    brought_in(store, text(table), mapping=ColumnMapping(participant=("Locatie", "Nr")))
    found = written(store, text("Locatie | Nr | Naam\nNoord | 1 | Ans\nZuid | 1 | Bep"))
    assert [line.number for line in found.lines] == ["Zuid · 1"]


@pytest.mark.parametrize("table", ["Naam | Adres\nAns | Kerkstraat 1", "Bewonersnr | Naam\nQ3 | Ans"])
def test_a_file_without_a_column_of_numbers_says_so(project: Store, table: str):
    with pytest.raises(UnusableFile) as fault:
        written(project, text(table))
    assert fault.value.issue is None


@pytest.mark.parametrize(("content", "code"), [(b"", "empty_file"), (b"%PDF-1.7", "unknown_file_type")])
def test_a_file_that_cannot_be_read_says_why(project: Store, content: bytes, code: str):
    with pytest.raises(UnusableFile) as fault:
        written(project, upload(content))
    assert fault.value.issue.code == code


def test_nothing_of_the_file_reaches_the_disk(project: Store):
    before = project.path.read_bytes()
    written(project, text("Deelnemer | Naam\nQ3 | Xanthoria Qoppelstra"))
    assert project.path.read_bytes() == before


def test_a_line_does_not_show_whose_it_is_when_it_is_logged(project: Store):
    assert "Q3" not in repr(written(project, text(MEASURED)))
