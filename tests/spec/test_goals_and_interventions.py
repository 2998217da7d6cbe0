"""What was agreed and what was done (method, section 4: goals)."""

from datetime import date

import pytest

from pipelines.domain.records import Goal, Intervention
from pipelines.outcomes.findings import read_outcomes
from pipelines.outcomes.goal_attainment import read_goals
from pipelines.outcomes.interventions import read_instruments_used, read_interventions
from tests.spec.tables import AS_OF, Project


def goal(number: int, person: int, attained: int | None = None, **details: object) -> Goal:
    said = {"life_domain": "finances", "description": "open the post", "set_on": date(2025, 1, 1), **details}
    return Goal(record_id=number, participant_id=person, attained=attained, **said)


def done(number: int, person: int, instrument: str, done_by: str = "volunteer", **details: object) -> Intervention:
    return Intervention(
        record_id=number, participant_id=person, instrument=instrument, done_by=done_by,
        **{"life_domain": "finances", **details},
    )  # fmt: skip


def test_in_what_time_goals_were_attained(project: Project):
    goals = [
        goal(1, 1, attained=0, judged_on=date(2025, 3, 2)),
        goal(2, 2, attained=1, judged_on=date(2025, 5, 1)),
        goal(3, 3, attained=-1, judged_on=date(2025, 1, 11)),
    ]
    project.register(people="person\n1\n2\n3", goals=goals)
    together, _ = project.read(read_goals, as_of=AS_OF)
    assert (together.n_judged, together.n_attained, together.median_days) == (3, 2, 90)


def test_a_goal_that_should_have_been_judged_is_overdue(project: Project):
    goals = [goal(1, 1, due_on=date(2025, 6, 1)), goal(2, 1, due_on=date(2026, 6, 1)), goal(3, 1)]
    project.register(people="person\n1", goals=goals)
    together, _ = project.read(read_goals, as_of=AS_OF)
    assert (together.n_goals, together.n_judged, together.n_overdue) == (3, 0, 1)


def test_which_goals_were_set_and_how_often(project: Project):
    goals = [goal(1, 1, 0), goal(2, 2, -2), goal(3, 3, description="a savings account")]
    project.register(people="person\n1\n2\n3", goals=goals)
    _, finances = project.read(read_goals, as_of=AS_OF)
    told = [(text.description, text.n_goals, text.n_judged, text.n_attained) for text in finances.texts]
    assert told == [("open the post", 2, 2, 1), ("a savings account", 1, 0, 0)]


def test_what_was_done_by_whom_how_long_and_with_what_result(project: Project):
    days = {"started_on": date(2025, 1, 1), "ended_on": date(2025, 1, 31)}
    interventions = [
        done(1, 1, "budget coaching", hours=4, result="arranged", **days),
        done(2, 1, "budget coaching", hours=2.5, **days),
        done(3, 2, "budget coaching", "professional"),
    ]
    project.register(people="person\n1\n2", interventions=interventions)
    (use,) = project.read(read_interventions, by=["instrument"])
    assert (use.instrument, use.n_interventions, use.n_participants, use.n_running) == ("budget coaching", 3, 2, 1)
    assert (use.hours, use.n_with_hours, use.median_days, use.results) == (6.5, 2, 30, {"arranged": 1})
    by_doer = project.read(read_interventions, by=["done_by"])
    assert [(use.done_by, use.n_interventions) for use in by_doer] == [("volunteer", 2), ("professional", 1)]


def test_an_intervention_of_somebody_who_left_no_longer_runs(project: Project):
    project.register(people="person | left\n1 | 2025-03-01", interventions=[done(1, 1, "a buddy")])
    (use,) = project.read(read_interventions, by=["instrument"])
    assert use.n_running == 0


def test_the_comparison_group_has_no_interventions(project: Project):
    project.register(people="person | participation\n1 | comparison", interventions=[done(1, 1, "a buddy")])
    assert project.read(read_interventions, by=["instrument"]) == ()


MEASUREMENTS = """
    person | moment | value
    1      | 0      | 2
    1      | 1      | 3
    2      | 0      | 2
    2      | 1      | 2
    3      | 0      | 2
    3      | 1      | 1
"""


def test_outcomes_of_who_had_something_stand_beside_those_of_who_had_not(project: Project):
    project.register(MEASUREMENTS, interventions=[done(1, 1, "a buddy"), done(2, 1, "a buddy"), done(3, 2, "a course")])
    outcomes = project.outcomes(attribute="intervention:a buddy")
    counted = [(one.group, one.n_enrolled, one.n_pairs, one.n_improved) for one in outcomes]
    assert counted == [("with", 1, 1, 1), ("without", 2, 2, 0)]
    assert project.read(read_instruments_used) == {"a buddy": 1, "a course": 1}


def test_what_nobody_had_tells_no_groups_apart(project: Project):
    project.register(MEASUREMENTS)
    assert project.read(read_outcomes, attribute="intervention:a buddy") == ()


@pytest.mark.parametrize("attribute", ["", "group"])
def test_an_intervention_does_not_disturb_other_groups(project: Project, attribute: str):
    project.register(MEASUREMENTS, interventions=[done(1, 1, "a buddy")])
    assert [one.n_pairs for one in project.outcomes(attribute=attribute or None)] == [3]
