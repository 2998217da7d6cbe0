"""Participants are what a project is judged on; the comparison group stands beside them (method, section 1)."""

import pytest

from pipelines.outcomes.projects import read_attributes, read_project_size, read_projects
from tests.spec.tables import Project

MEASUREMENTS = """
    person | moment | date       | value
    1      | 0      | 2025-01-10 | 2
    1      | 1      | 2025-07-10 | 4
    2      | 0      | 2025-01-10 | 2
    2      | 1      | 2025-07-10 | 3
    3      | 0      | 2025-01-10 | 3
    3      | 1      | 2025-07-10 | 3
    4      | 0      | 2025-01-10 | 3
"""
PEOPLE = """
    person | participation | neighbourhood
    1      | participant   | east
    2      | participant   | west
    3      | comparison    | east
    5      | participant   | north
"""


def test_the_comparison_group_is_not_counted(project: Project):
    project.register(MEASUREMENTS, PEOPLE)
    outcome = project.outcome()
    assert (outcome.n_enrolled, outcome.n_start, outcome.n_pairs, outcome.mean_change) == (4, 3, 2, 1.5)
    assert (outcome.attribute, outcome.group) == (None, None)


def test_by_group_both_are_counted_apart(project: Project):
    project.register(MEASUREMENTS, PEOPLE)
    counted = {outcome.group: (outcome.n_enrolled, outcome.n_pairs) for outcome in project.outcomes(attribute="group")}
    assert counted == {"comparison": (1, 1), "participant": (4, 2)}


def test_an_attribute_breaks_down_participants_only(project: Project):
    project.register(MEASUREMENTS, PEOPLE)
    outcomes = project.outcomes(attribute="neighbourhood")
    counted = [(outcome.group, outcome.n_enrolled, outcome.n_start, outcome.n_pairs) for outcome in outcomes]
    assert counted == [("east", 1, 1, 1), ("north", 1, 0, 0), ("west", 1, 1, 1)]


def test_whoever_was_only_measured_takes_part(project: Project):
    project.register(MEASUREMENTS)
    assert project.outcome().n_enrolled == 4


def test_an_attribute_nobody_has_gives_no_outcomes(project: Project):
    project.register(MEASUREMENTS, PEOPLE)
    assert project.outcomes(attribute="colour") == ()


def test_a_person_of_whom_something_new_is_said_is_still_one_person(project: Project):
    project.register(MEASUREMENTS, PEOPLE)
    project.register(
        "person | moment | value",
        """
        person | neighbourhood
        1      | west
        3      |
        """,
    )
    outcomes = project.outcomes(attribute="neighbourhood")
    assert [(outcome.group, outcome.n_enrolled) for outcome in outcomes] == [("east", 1), ("north", 1), ("west", 2)]


def test_a_project_can_be_broken_down_by_what_it_registered(project: Project):
    project.register(MEASUREMENTS)
    assert project.read(read_attributes) == {}
    project.register(MEASUREMENTS, PEOPLE)
    assert project.read(read_attributes) == {
        "group": ("comparison", "participant"),
        "neighbourhood": ("east", "north", "west"),
    }


@pytest.mark.parametrize("attribute", ["group", "neighbourhood", None])
def test_in_every_group_each_start_is_a_pair_or_missing(project: Project, attribute: str | None):
    project.register(MEASUREMENTS, PEOPLE)
    outcomes = project.outcomes(attribute=attribute)
    assert outcomes
    assert all(outcome.n_start == outcome.n_pairs + outcome.missing.total for outcome in outcomes)


def test_a_fact_that_is_not_filled_in_leaves_an_earlier_one_standing(project: Project, store):
    project.register(MEASUREMENTS, neighbourhood="East", follow_up_months=3)
    project.register(MEASUREMENTS, neighbourhood="West", aim="less debt")
    with store.cursor() as cursor:
        (found,) = read_projects(cursor)
        size = read_project_size(cursor, found.project_id)
    assert (found.facts.neighbourhood, found.facts.aim, found.facts.follow_up_months) == ("West", "less debt", 3)
    assert (size.n_participants, size.n_observations, size.n_narratives) == (4, 7, 0)
