"""Who is due, in words: how many are overdue, how many are coming, and what became of the list."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from dashboard.language import Words
from dashboard.sentences.marks import plain
from dashboard.sentences.steering_due import (
    agenda,
    agenda_alternative,
    days_ahead,
    due_by_moment,
    due_rules,
    due_sentences,
    list_notes,
    list_sentences,
    unusable_sentence,
)
from pipelines.domain.issue import Issue
from pipelines.domain.project import Project
from pipelines.domain.records import ProjectFacts
from pipelines.domain.steering import DueFollowUp, Steering
from pipelines.due_list import DueLine, DueList, UnusableFile

NL, EN = Words("nl"), Words("en")
AS_OF = date(2026, 5, 31)


def due(moment: int, days_overdue: int | None, participant_id: int = 1) -> DueFollowUp:
    day = None if days_overdue is None else AS_OF - timedelta(days=days_overdue)
    return DueFollowUp(participant_id=participant_id, moment=moment, due_on=day, days_overdue=days_overdue)


def steering(*found: DueFollowUp, n_present: int = 36) -> Steering:
    return Steering(due=found, last_registered=(), missing=(), n_present=n_present, as_of=AS_OF)


def said(found: Steering, words: Words = NL, weeks: int = 4) -> str:
    return plain(" ".join(filter(None, due_sentences(found, weeks, words))))


SITUATIONS = [
    ([due(2, 214), due(1, 87), due(2, 0), due(0, -19)],
     "Bij 2 van de 36 deelnemers die er nu zijn is een meting te laat. Wie het langst wacht, wacht al 214 dagen. "
     "In de komende 4 weken zijn er 2 aan de beurt. Van deze mensen heeft er 1 nog geen 0-meting.",
     "For 2 of the 36 participants who are here now a measurement is overdue. The longest wait is 214 days so far. "
     "In the next 4 weeks 2 are due. Of these people 1 has no start yet."),
    ([due(1, 1)],
     "Bij 1 van de 36 deelnemers die er nu zijn is een meting te laat, al 1 dag. "
     "In de komende 4 weken komt er geen bij.",
     "For 1 of the 36 participants who are here now a measurement is overdue, by 1 day so far. "
     "None comes up in the next 4 weeks."),
    ([due(1, -3)],
     "Geen enkele meting is te laat. In de komende 4 weken is er 1 aan de beurt.",
     "No measurement is overdue. In the next 4 weeks 1 is due."),
    ([due(0, None), due(0, -1)],
     "Geen enkele meting is te laat. In de komende 4 weken is er 1 aan de beurt. Bij 1 deelnemer is de dag niet te "
     "zeggen: de dag van instroom of van de 0-meting ontbreekt. Van deze mensen hebben er 2 nog geen 0-meting.",
     "No measurement is overdue. In the next 4 weeks 1 is due. For 1 participant the day cannot be told: the day of "
     "enrolment or of the start is missing. Of these people 2 have no start yet."),
    ([],
     "Er is niemand aan de beurt: geen meting is te laat, en in de komende 4 weken komt er geen bij.",
     "Nobody is due: no measurement is overdue, and none comes up in the next 4 weeks."),
]  # fmt: skip


@pytest.mark.parametrize(("found", "dutch", "english"), SITUATIONS, ids=range(len(SITUATIONS)))
def test_who_is_due(found: Sequence[DueFollowUp], dutch: str, english: str):
    assert said(steering(*found)) == dutch
    assert said(steering(*found), EN) == english


def test_where_nobody_takes_part_nobody_is_due():
    assert said(steering(n_present=0)) == "Op deze dag doet niemand mee. Dan is er ook niemand aan de beurt."


def test_what_is_due_today_is_not_overdue():
    assert said(steering(due(1, 0))).startswith("Geen enkele meting is te laat.")


def test_each_moment_is_counted_apart_with_its_longest():
    found = due_by_moment([due(2, 10), due(2, 30), due(2, -5), due(0, -1), due(1, None)])
    assert [(one.moment, one.n_overdue, one.n_coming, one.n_undated, one.longest) for one in found] == [
        (0, 0, 1, 0, None), (1, 0, 0, 1, None), (2, 2, 1, 0, 30),
    ]  # fmt: skip


def test_the_weeks_begin_on_the_day_of_asking_and_hold_all_that_is_coming():
    found = steering(due(1, 40), due(1, 2), due(1, 0), due(1, -6), due(1, -7), due(1, -days_ahead(2)), due(0, None))
    entries = agenda(found, 2, NL)
    assert entries == [
        ("Al te laat", 2),
        ("31 mei 2026 tot en met 6 juni 2026", 2),
        ("7 juni 2026 tot en met 13 juni 2026", 2),
    ]
    assert agenda_alternative(entries, NL).startswith("Metingen per week. Al te laat: 2; 31 mei 2026")


def test_the_rule_follows_the_months_of_the_project():
    def rule(months: int | None) -> str:
        facts = ProjectFacts(follow_up_months=months)
        return due_rules(Project(project_id=1, name="P", facts=facts, is_sample=False), steering(), NL)[0]

    assert "om de 6 maanden een vervolgmeting" in rule(None)
    assert "elke maand een vervolgmeting" in rule(1)


def test_where_nobody_is_due_it_is_said_when_a_next_round_would_show():
    project = Project(project_id=1, name="P", facts=ProjectFacts(), is_sample=False)
    assert "Komt er nog een ronde?" in due_rules(project, steering(), NL)[1]
    assert "afspraak" in due_rules(project, steering(due(1, 3)), NL)[1]


def due_list(n_lines: int, **counts: int) -> DueList:
    line = DueLine(number="Q3", moment=1, due_on=AS_OF, days_overdue=0)
    return DueList(lines=(line,) * n_lines, **{"n_without_number": 0, "n_not_due": 0, "n_unknown": 0, **counts})


def test_the_list_says_how_many_stand_on_it_and_which_numbers_do_not_match():
    found = due_list(15, n_without_number=1, n_not_due=33, n_unknown=2)
    assert plain(list_sentences(found, NL)[0]) == "De lijst is klaar: 15 metingen, onder uw eigen nummers."
    assert list_notes(found, EN) == [
        "Of 1 participant who is due the number is not in your file. So that one is missing from the list.",
        "33 other numbers of your file are of people who are not due now.",
        "2 numbers of your file are not known in this project.",
    ]


def test_a_file_of_another_project_is_suspected_only_when_nobody_in_it_is_known():
    assert "Is het wel het bestand van dit project?" in list_sentences(due_list(0, n_unknown=8), NL)[0]
    assert list_sentences(due_list(0, n_not_due=8), NL) == ["Geen enkel nummer uit dit bestand staat op de lijst."]


def test_an_unusable_file_is_told_what_is_wrong_and_what_to_do():
    assert "In adressen.csv vonden wij geen kolom" in unusable_sentence(UnusableFile(None), "adressen.csv", NL)
    locked = UnusableFile(Issue(code="password_protected", sheet="adressen.xlsx"))
    assert "wachtwoord" in unusable_sentence(locked, "adressen.xlsx", NL)
    assert "password" in unusable_sentence(locked, "adressen.xlsx", EN)
