"""What somebody mends on the page counts as if it had been typed in the file."""

from pipelines.ingest.corrections import CellCorrection, Corrections, LeftOutRows, SamePerson
from tests.ingest.reading import codes, only_issue, participant, read_book, read_table, scores
from tests.ingest.spreadsheets import grid_of

SHEET = "metingen.csv"
WRONG = """
    Deelnemer | Meetmoment | Datum      | Financiën
    1         | 0-meting   | 20-01-2025 | 7
    2         | 0-meting   | 31-02-2025 | 4
"""


def corrected(*cells: tuple[int, str, str], table: str = WRONG, **options):
    said = tuple(CellCorrection(sheet=SHEET, row=row, column=column, value=value) for row, column, value in cells)
    return read_table(table, corrections=Corrections(cells=said), **options)


def test_a_corrected_cell_is_read_as_if_it_was_typed_there():
    registration = corrected((2, "Financiën", "2"), (3, "Datum", "28-02-2025"))
    assert codes(registration) == []
    assert scores(registration) == {(participant("1"), "finances", 0): 2, (participant("2"), "finances", 0): 4}


def test_a_correction_is_checked_like_any_cell():
    assert codes(corrected((2, "Financiën", "8"), (3, "Datum", "28-02-2025"))) == ["value_out_of_range"]


def test_nothing_in_its_place_means_not_measured():
    registration = corrected((2, "Financiën", ""), (3, "Datum", "28-02-2025"))
    assert codes(registration) == ["row_without_scores"]
    assert set(scores(registration)) == {(participant("2"), "finances", 0)}


def test_only_the_one_cell_changes():
    table = "Deelnemer | Meetmoment | Datum | Financiën\n1 | 0 | 20-01-2025 | 7\n2 | 0 | 20-01-2025 | 7"
    assert only_issue(corrected((2, "Financiën", "3"), table=table), "value_out_of_range").row == 3


def test_a_column_without_a_heading_goes_by_its_letter():
    table = "Deelnemer | Meetmoment | Datum | Financiën |\n1 | 0 | 20-01-2025 | 3 | x"
    assert "correction_without_place" not in codes(corrected((2, "E", "y"), table=table))


def test_a_correction_of_a_cell_that_is_not_there_is_told():
    assert only_issue(corrected((2, "Wonen", "3")), "correction_without_place").column == "Wonen"


def test_rows_are_left_out_by_choice_and_counted():
    chosen = Corrections(left_out=(LeftOutRows(sheet=SHEET, rows=(2,)),))
    registration = read_table(WRONG.replace("31-02", "28-02"), corrections=chosen)
    assert codes(registration) == ["row_left_out"]
    assert (registration.tally.accepted, registration.tally.refused) == (1, 1)
    assert set(scores(registration)) == {(participant("2"), "finances", 0)}


def test_a_row_that_is_left_out_doubles_nobody():
    people = "Deelnemer | Groep\n1 | deelnemer\n1 | controle"
    rows = "Deelnemer | Meetmoment | Datum | Financiën\n1 | 0 | 20-01-2025 | 3"
    chosen = Corrections(left_out=(LeftOutRows(sheet="Deelnemers", rows=(2,)),))
    registration = read_book({"Deelnemers": grid_of(people), "Metingen": grid_of(rows)}, corrections=chosen)
    assert codes(registration) == ["row_left_out"]
    assert [person.participation for person in registration.participants] == ["comparison"]


def test_two_numbers_that_are_one_person_are_one():
    table = """
        Deelnemer | Meetmoment | Datum      | Financiën
        12        | 0-meting   | 20-01-2025 | 2
        K12       | 1-meting   | 20-07-2025 | 4
    """
    said = Corrections(same_people=(SamePerson(number="k12", same_as="12"),))
    registration = read_table(table, corrections=said)
    assert codes(registration) == []
    assert scores(registration) == {(participant("12"), "finances", 0): 2, (participant("12"), "finances", 1): 4}


def test_one_person_with_two_numbers_cannot_be_measured_twice_at_one_moment():
    table = "Deelnemer | Meetmoment | Datum | Financiën\n12 | 0 | 20-01-2025 | 2\nK12 | 0 | 20-01-2025 | 4"
    said = Corrections(same_people=(SamePerson(number="K12", same_as="12"),))
    assert codes(read_table(table, corrections=said)) == ["duplicate_measurement"]


def test_one_person_leads_to_the_next():
    table = "Deelnemer | Meetmoment | Datum | Financiën\n1 | 0 | 20-01-2025 | 2\n3 | 1 | 20-07-2025 | 4"
    pairs = (SamePerson(number="1", same_as="2"), SamePerson(number="2", same_as="3"))
    registration = read_table(table, corrections=Corrections(same_people=pairs))
    assert {who for who, _, _ in scores(registration)} == {participant("3")}


def test_a_number_does_not_show_in_a_correction():
    said = repr(Corrections(cells=(CellCorrection(sheet="a", row=1, column="b", value="geheim"),),
                            same_people=(SamePerson(number="geheim", same_as="geheim"),)))  # fmt: skip
    assert "geheim" not in said
