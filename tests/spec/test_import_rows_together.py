"""What is held against what over the rows and tables of one upload. An error stops, a warning is told and counted."""

import pytest

from pipelines.ingest.mapping.column_mapping import read_mapping
from tests.ingest.reading import codes, only_issue, participant, read_book, read_table, scores
from tests.ingest.spreadsheets import grid_of


def test_an_attribute_may_change_and_what_was_said_first_counts():
    registration = read_table("""
        Deelnemer | Meetmoment | Datum      | Buurt | Financiën
        1         | 0-meting   | 20-01-2025 | Noord | 2
        1         | 1-meting   | 20-07-2025 | Zuid  | 3
    """)
    issue = only_issue(registration, "attribute_changed")
    assert (issue.row, issue.expected) == (3, "metingen.csv!2")
    assert [person.attributes for person in registration.participants] == [{"neighbourhood": "Noord"}]
    assert len(scores(registration)) == 2


@pytest.mark.parametrize(("heading", "first", "second"), [("Groep", "deelnemer", "controle"),
                                                          ("Instroomdatum", "01-01-2025", "02-01-2025")])  # fmt: skip
def test_group_and_days_of_coming_and_going_do_not_change(heading, first, second):
    registration = read_table(f"""
        Deelnemer | Meetmoment | Datum      | {heading} | Financiën
        1         | 0-meting   | 20-01-2025 | {first}   | 2
        1         | 1-meting   | 20-07-2025 | {second}  | 3
    """)
    assert codes(registration) == ["participant_conflict"]


def test_a_measurement_before_enrolment_is_told_and_kept():
    registration = read_book({
        "Deelnemers": grid_of("Deelnemer | Instroomdatum\n1 | 21-01-2025\n2 | 20-01-2025"),
        "Metingen": grid_of("""
            Deelnemer | Meetmoment | Datum      | Financiën
            1         | 0-meting   | 20-01-2025 | 3
            2         | 0-meting   | 20-01-2025 | 3
        """),
    })  # fmt: skip
    issue = only_issue(registration, "measured_before_enrolment")
    assert (issue.row, issue.value, issue.expected) == (2, "2025-01-20", "2025-01-21")
    assert len(scores(registration)) == 2


def test_one_moment_on_two_days_in_two_sheets_is_told():
    first = "Deelnemer | Meetmoment | Datum | Financiën\n1 | 0 | 20-01-2025 | 3\n2 | 0 | 20-01-2025 | 3"
    second = "Deelnemer | Meetmoment | Datum | Huisvesting\n1 | 0 | 20-02-2025 | 3\n2 | 0 | 20-01-2025 | 3"
    registration = read_book({"Geld": grid_of(first), "Wonen": grid_of(second)})
    issue = only_issue(registration, "moment_on_two_days")
    assert (issue.sheet, issue.row, issue.value, issue.expected) == ("Wonen", 2, "2025-02-20", "2025-01-20")
    assert len(scores(registration)) == 4


EVERYBODY_EQUAL = """
    Deelnemer | Meetmoment | Datum      | Financiën | Huisvesting | Sociaal netwerk
    1         | 0-meting   | 20-01-2025 | 3         | 3           | 3
    2         | 0-meting   | 20-01-2025 | 4         | 4           | 4
    3         | 0-meting   | 20-01-2025 | 3         | 3           | 3
    1         | 1-meting   | 20-07-2025 | 3         | 4           | 3
"""


def test_one_score_for_every_domain_for_everybody_is_told_per_moment():
    issue = only_issue(read_table(EVERYBODY_EQUAL), "all_scores_equal")
    assert (issue.sheet, issue.row, issue.expected) == ("metingen.csv", None, "0")


def test_one_person_with_different_scores_is_enough_to_believe_the_others():
    assert (
        codes(read_table(EVERYBODY_EQUAL.replace("4         | 4           | 4", "4         | 4           | 2"))) == []
    )


def test_a_long_list_is_looked_at_per_person_too():
    rows = "\n".join(
        f"{person} | 0 | 20-01-2025 | {domain} | 3"
        for person in (1, 2, 3)
        for domain in ("Financiën", "Huisvesting", "Justitie")
    )
    assert "all_scores_equal" in codes(read_table(f"Deelnemer | Meetmoment | Datum | Leefgebied | Score\n{rows}"))


def test_a_follow_up_by_another_rater_than_the_start_is_told():
    registration = read_table("""
        Deelnemer | Meetmoment | Datum      | Beoordelaar  | Financiën
        1         | 0-meting   | 20-01-2025 | professional | 2
        1         | 1-meting   | 20-07-2025 | deelnemer    | 3
        2         | 0-meting   | 20-01-2025 | professional | 2
        2         | 1-meting   | 20-07-2025 | professional | 3
        3         | 1-meting   | 20-07-2025 | deelnemer    | 3
    """)
    assert only_issue(registration, "rater_changes").row == 3
    assert codes(registration) == ["rater_changes"]


def test_a_follow_up_with_another_version_than_the_start_is_told():
    registration = read_table(
        """
        Deelnemer | Meetmoment | Datum      | Meetinstrument | Financiën
        1         | 0-meting   | 20-01-2025 | ZRM 2013       | 2
        1         | 1-meting   | 20-07-2025 | ZRM 2017       | 3
        2         | 0-meting   | 20-01-2025 | ZRM 2017       | 2
        2         | 1-meting   | 20-07-2025 | ZRM 2017       | 3
        """,
        instruments=(),
    )
    issue = only_issue(registration, "instrument_changes")
    assert (issue.row, issue.expected) == (3, "zrm_2013")
    assert codes(registration) == ["instrument_changes"]


def couple(second: str, household: str = "h1") -> list[str]:
    people = f"Deelnemer | Huishouden\n1 | h1\n2 | {household}"
    heading = "Deelnemer | Meetmoment | Datum | Financiën | Huisvesting | Justitie"
    rows = f"{heading}\n1 | 0 | 20-01-2025 | 2 | 3 | 4\n2 | 0 | 20-01-2025 | {second}"
    return codes(read_book({"Deelnemers": grid_of(people), "Metingen": grid_of(rows)}))


def test_two_of_one_household_with_the_same_scores_are_told():
    assert couple("2 | 3 | 4") == ["household_counted_twice"]
    assert couple("2 | 3 | 5") == []
    assert couple("2 | 3 | 4", household="h2") == []


RESTARTING = """
    Wijk  | Deelnemer | Meetmoment | Datum      | Financiën
    Noord | 1         | 0-meting   | 20-01-2025 | 2
    Noord | 2         | 0-meting   | 20-01-2025 | 3
    Zuid  | 1         | 0-meting   | 20-01-2025 | 4
    Zuid  | 2         | 0-meting   | 20-01-2025 | 5
"""


def test_numbers_that_begin_again_at_each_site_are_asked_about_as_one_thing():
    registration = read_table(RESTARTING)
    issue = only_issue(registration, "number_restarts")
    assert (issue.column, issue.expected, issue.row) == ("Wijk", "Deelnemer", None)
    assert "duplicate_measurement" not in codes(registration)
    assert registration.observations.empty


def test_site_and_number_together_make_them_different_people():
    registration = read_table(RESTARTING, mapping=read_mapping('participant = ["Wijk", "Deelnemer"]'))
    assert [issue.code for issue in registration.errors] == []
    assert len({who for who, _, _ in scores(registration)}) == 4


def test_one_row_twice_is_no_site_that_begins_again():
    once = "\n".join(RESTARTING.strip().splitlines()[:4])
    assert "number_restarts" not in codes(read_table(once))


def test_a_remark_is_no_site():
    remarks = RESTARTING.replace("Wijk ", "Opmerking")
    for place, word in enumerate(("Noord", "Noord", "Zuid", "Zuid")):
        remarks = remarks.replace(word, f"nr {place}", 1)
    assert codes(read_table(remarks)).count("duplicate_measurement") == 2


def test_follow_ups_alone_are_told():
    table = "Deelnemer | Meetmoment | Datum | Financiën\n1 | {} | 20-07-2025 | {}"
    assert codes(read_table(table.format(1, 3))) == ["no_start_in_upload"]
    assert codes(read_table(table.format(0, 3))) == []


def test_a_start_that_was_refused_is_a_start():
    registration = read_table("""
        Deelnemer | Meetmoment | Datum      | Financiën
        1         | 0-meting   | 20-01-2025 | 7
        1         | 1-meting   | 20-07-2025 | 3
    """)
    assert codes(registration) == ["value_out_of_range"]
    assert set(scores(registration)) == {(participant("1"), "finances", 1)}
