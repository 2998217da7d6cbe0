"""Goals, interventions, narratives, recognition, participants and facts: what stands in the small sheets."""

from datetime import date

import pytest

from pipelines.domain.records import Goal, Intervention, Narrative, Participant, ProjectFacts, Recognition
from pipelines.instruments.catalogue import shipped_sets
from pipelines.template.workbook import write_template
from tests.ingest.reading import codes, only_issue, participant, read_book, read_files
from tests.ingest.spreadsheets import grid_of

BOOK = {
    "Project": [
        ["Buurt", "Rivierenbuurt"], ["Doel van het project", "meer rust"], ["Startdatum", date(2025, 1, 1)],
        ["Meetinstrument", "zrm_2017"], ["Maanden tussen metingen", 6], ["Peildatum", "31-12-2025"],
    ],
    "Deelnemers": [
        ["Deelnemer", "Groep", "Instroomdatum", "Uitstroomdatum", "Reden uitstroom", "Huishouden", "Leeftijdsgroep",
         "Soort woning"],
        [1, "deelnemer", date(2025, 1, 15), "", "", "H1", "35-49", "flat"],
        [2, "wachtlijst", date(2025, 2, 1), date(2025, 6, 1), "verhuisd", "H1", "50-64", ""],
    ],
    "Doelen": [
        ["Deelnemer", "Leefgebied", "Doel", "Afgesproken op", "Streefdatum", "Gewicht", "Bereikt (-2 tot 2)"],
        [1, "Geldzaken", "post openen", "20-01-2025", "20-07-2027", "", -1],
    ],
    "Interventies": [
        ["Deelnemer", "Leefgebied", "Interventie", "Uitgevoerd door", "Van", "Tot en met", "Uren", "Resultaat"],
        [1, "", "budgetcoaching", "vrijwilliger", "01-02-2025", "01-05-2025", "7,5", "regeling rond"],
    ],
    "Verhalen": [
        ["ID", "Verteller", "Verteld op", "Leefgebieden", "Verhaal", "Richting", "Toestemming", "Toestemming op"],
        ["", "bewoner", "10-07-2025", "Werk & opleiding; Wonen", "Ik slaap weer.", "beter", "openbaar", "10-07-2025"],
    ],
    "Herkenning": [["Wie", "Leefgebied", "Herkent u dit? (1-5)"], *[["professional", "Financiën", 4]] * 2],
}  # fmt: skip


@pytest.fixture(scope="module")
def registration():
    return read_book(BOOK)


def test_nothing_is_wrong_with_it(registration):
    assert codes(registration) == []
    assert registration.tally.read == registration.tally.accepted == 7


def test_the_project_is_described(registration):
    assert registration.project_facts == ProjectFacts(
        neighbourhood="Rivierenbuurt", aim="meer rust", started_on=date(2025, 1, 1), instrument="zrm_2017",
        follow_up_months=6, reference_on=date(2025, 12, 31),
    )  # fmt: skip


def test_the_participants_are_listed_with_what_is_known_of_them(registration):
    one, two = registration.participants
    assert one == Participant(
        participant_id=participant("1"), enrolled_on=date(2025, 1, 15), household_id=two.household_id,
        attributes={"age_band": "35-49", "soort_woning": "flat"},
    )  # fmt: skip
    assert (two.participation, two.exit_reason, two.left_on) == ("comparison", "moved", date(2025, 6, 1))
    assert two.household_id is not None


def test_a_goal(registration):
    (goal,) = registration.goals
    assert goal == Goal(
        record_id=goal.record_id, participant_id=participant("1"), life_domain="finances", description="post openen",
        set_on=date(2025, 1, 20), due_on=date(2027, 7, 20), weight=1, attained=-1,
    )  # fmt: skip


def test_an_intervention(registration):
    (done,) = registration.interventions
    assert done == Intervention(
        record_id=done.record_id, participant_id=participant("1"), instrument="budgetcoaching", done_by="volunteer",
        started_on=date(2025, 2, 1), ended_on=date(2025, 5, 1), hours=7.5, result="regeling rond",
    )  # fmt: skip


def test_a_narrative_of_somebody_unnamed(registration):
    (told,) = registration.narratives
    assert told == Narrative(
        record_id=told.record_id, teller="participant", told_on=date(2025, 7, 10), direction="better",
        life_domains=("work_education", "housing"), words="Ik slaap weer.", consent="public",
        consented_on=date(2025, 7, 10),
    )  # fmt: skip


def test_two_people_who_say_the_same_are_two(registration):
    first, second = registration.recognitions
    assert isinstance(first, Recognition)
    assert first.record_id != second.record_id


def test_the_same_row_uploaded_again_is_the_same_record(registration):
    again = read_book(BOOK)
    assert [goal.record_id for goal in again.goals] == [goal.record_id for goal in registration.goals]
    assert [answer.record_id for answer in again.recognitions] == [
        answer.record_id for answer in registration.recognitions
    ]


def test_a_goal_that_was_reached_since_is_the_same_goal(registration):
    heading, goal = BOOK["Doelen"]
    (later,) = read_book({**BOOK, "Doelen": [heading, [*goal[:-1], 2]]}).goals
    assert later.record_id == registration.goals[0].record_id
    assert later.attained == 2


def test_a_due_date_may_lie_ahead_and_a_story_may_not():
    heading, story = BOOK["Verhalen"]
    told = [cell if cell != "10-07-2025" else "10-07-2026" for cell in story]
    assert codes(read_book({"Verhalen": [heading, told]})) == ["date_in_future", "date_in_future"]


def test_facts_that_are_not_understood_say_where():
    registration = read_book(
        {"Project": [["Startdatum", "ergens in mei"], ["Leus", "samen sterk"]], "Doelen": BOOK["Doelen"]}
    )
    issue = only_issue(registration, "date_not_understood")
    assert (issue.sheet, issue.row, issue.column, issue.value) == ("Project", 1, "Startdatum", "ergens in mei")
    assert only_issue(registration, "unknown_column").column == "Leus"


def test_who_is_only_measured_is_not_listed():
    """An earlier upload may say more of them, and must not be overruled."""
    registration = read_book(
        {"Metingen": grid_of("Deelnemer | Meetmoment | Datum | Financiën\n1 | 0 | 20-01-2025 | 3")}
    )
    assert registration.participants == ()


def test_whoever_was_never_measured_is_listed_all_the_same():
    table = "Deelnemer | Groep | Financiën T0 | Financiën T1\n1 | deelnemer | 3 | 4\n2 | deelnemer | | "
    registration = read_book({"Metingen": grid_of(table)})
    assert len(registration.participants) == 2
    assert registration.tally.accepted == 2


def test_whoever_is_listed_in_a_refused_row_is_not_listed():
    registration = read_book({"Deelnemers": grid_of("Deelnemer | Instroomdatum\n1 | ooit\n2 | 01-02-2025")})
    assert [person.participant_id for person in registration.participants] == [participant("2")]
    assert registration.tally.refused == 1


def test_stray_columns_beside_participants_are_attributes():
    book = {"Deelnemers": grid_of("Deelnemer | Buurt | Wijk | Taal\n1 | Noord | A | Frans\n2 | Zuid | B | ")}
    one, two = read_book(book).participants
    assert one.attributes == {"neighbourhood": "Noord", "wijk": "A", "taal": "Frans"}
    assert two.attributes == {"neighbourhood": "Zuid", "wijk": "B"}


def test_every_column_is_accounted_for():
    book = {"Deelnemers": grid_of("Deelnemer | Naam | Taal\n1 | Jan | Frans")}
    found = [(column.column, column.role) for column in read_book(book).found]
    assert found == [("Deelnemer", "participant"), ("Naam", None), ("Taal", "attribute:taal")]


@pytest.mark.parametrize("instrument", shipped_sets())
@pytest.mark.parametrize("language", ["nl", "en"])
def test_an_untouched_template_holds_nothing_to_import_and_no_other_fault(instrument, language):
    content = write_template(language, shipped_sets()[instrument])
    registration = read_files({"template.xlsx": content})
    assert codes(registration) == ["no_records"]
    assert registration.tally.read == registration.tally.skipped
    assert [column.column for column in registration.found if column.role is None] == []
    assert registration.observations.empty
