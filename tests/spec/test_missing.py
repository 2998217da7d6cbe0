"""Nobody disappears: who has a start and no pair is counted, with the reason (method, section 3)."""

from datetime import date

import pytest

from pipelines.domain.outcome import Missing
from tests.spec.tables import Project

FOUR_WITH_A_START = """
    person | moment | date       | value
    1      | 0      | 2025-01-10 | 2
    1      | 1      | 2025-07-10 | 5
    2      | 0      | 2025-01-10 | 2
    3      | 0      | 2025-09-10 | 2
    4      | 0      | 2025-01-10 | 2
"""
ONE_LEFT = """
    person | left
    1      |
    4      | 2025-03-01
"""


def test_every_start_is_a_pair_or_missing_for_one_reason(project: Project):
    project.register(FOUR_WITH_A_START, ONE_LEFT)
    outcome = project.outcome(as_of=date(2026, 1, 1))
    assert outcome.missing == Missing(not_due=1, overdue=1, left=1, unusable=0)
    assert outcome.n_start == outcome.n_pairs + outcome.missing.total == 4


def test_a_follow_up_is_due_after_six_months(project: Project):
    project.register("""
        person | moment | date       | value
        1      | 0      | 2025-01-10 | 2
    """)
    assert project.outcome(as_of=date(2025, 7, 9)).missing == Missing(not_due=1)
    assert project.outcome(as_of=date(2025, 7, 10)).missing == Missing(overdue=1)


def test_a_project_may_measure_at_another_pace(project: Project):
    project.register(FOUR_WITH_A_START, follow_up_months=12)
    assert project.outcome(as_of=date(2026, 1, 1)).missing == Missing(not_due=3)


def test_the_second_follow_up_is_due_after_twice_the_time(project: Project):
    project.register("""
        person | moment | date       | value
        1      | 0      | 2025-01-10 | 2
        2      | 0      | 2025-01-10 | 2
        2      | 2      | 2026-01-10 | 4
    """)
    as_of = date(2025, 12, 1)
    assert project.outcome(moment=2, as_of=as_of).missing == Missing(not_due=1)
    assert project.outcome(moment=1, as_of=as_of).missing == Missing(overdue=2)


def test_a_month_without_that_day_is_due_on_its_last_day(project: Project):
    project.register(
        """
        person | moment | date       | value
        1      | 0      | 2025-01-31 | 2
        """,
        follow_up_months=1,
    )
    assert project.outcome(as_of=date(2025, 2, 27)).missing == Missing(not_due=1)
    assert project.outcome(as_of=date(2025, 2, 28)).missing == Missing(overdue=1)


def test_a_start_without_a_date_is_overdue(project: Project):
    project.register("""
        person | moment | value
        1      | 0      | 2
    """)
    assert project.outcome().missing == Missing(overdue=1)


def test_whoever_left_after_the_follow_up_is_a_pair(project: Project):
    project.register(
        FOUR_WITH_A_START,
        """
        person | left
        1      | 2025-08-01
        """,
    )
    assert (project.outcome().n_pairs, project.outcome().missing.left) == (1, 0)


def test_an_unusable_follow_up_weighs_more_than_having_left(project: Project):
    project.register(
        """
        person | moment | date       | value
        1      | 0      | 2025-01-10 | 2
        1      | 1      | 2025-01-01 | 4
        """,
        """
        person | left
        1      | 2025-08-01
        """,
    )
    assert project.outcome().missing == Missing(unusable=1)


def test_the_day_of_asking_is_the_reference_date_unless_another_is_given(project: Project):
    project.register(FOUR_WITH_A_START, reference_on=date(2025, 3, 1))
    assert project.outcome(as_of=None).missing == Missing(not_due=3)
    assert project.outcome(as_of=date(2030, 1, 1)).missing == Missing(overdue=3)
    assert project.participation(as_of=None).as_of == date(2025, 3, 1)


def test_without_a_reference_date_the_day_of_asking_is_today(project: Project):
    project.register(FOUR_WITH_A_START)
    assert project.participation(as_of=None).as_of == date.today()


def test_being_in_it_counts_people_and_not_indicators(project: Project):
    project.register(
        """
        person | moment | date       | indicator | value
        1      | 0      | 2025-01-10 | finances  | 2
        1      | 0      | 2025-01-10 | housing   | 2
        1      | 1      | 2025-07-10 | housing   | 3
        2      | 0      | 2025-01-10 | finances  | 2
        2      | 0      | 2025-01-10 | housing   | 2
        3      | 1      | 2025-07-12 | housing   | 2
        """,
        """
        person | participation
        4      | participant
        5      | comparison
        """,
    )
    participation = project.participation()
    assert (participation.n_enrolled, participation.n_with_start, participation.n_with_follow_up) == (4, 2, 1)
    assert participation.missing == Missing(overdue=1)
    assert participation.n_comparison == 1
    assert (participation.first_measured_on, participation.last_measured_on) == (date(2025, 1, 10), date(2025, 7, 12))
    assert participation.moments == (0, 1)


@pytest.mark.parametrize("moment", [None, 1])
def test_a_project_without_measurements_counts_its_people(project: Project, moment: int | None):
    project.register("person | moment | value", "person\n1\n2")
    assert project.outcomes(moment=moment) == ()
    participation = project.participation(moment=moment)
    assert (participation.n_enrolled, participation.n_with_start, participation.missing.total) == (2, 0, 0)
