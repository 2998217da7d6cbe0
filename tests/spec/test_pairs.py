"""A pair: the value at the start and the last one measured after it, of one person (method, section 3)."""

import pytest

from pipelines.outcomes.question import UnknownMoment
from tests.spec.tables import Project

THREE_MOMENTS = """
    person | moment | date       | value
    1      | 0      | 2025-01-10 | 2
    1      | 1      | 2025-07-10 | 5
    1      | 2      | 2025-12-10 | 3
    2      | 0      | 2025-01-10 | 2
    2      | 1      | 2025-07-10 | 4
    3      | 0      | 2025-01-10 | 4
    3      | 2      | 2025-12-10 | 4
"""


def test_the_follow_up_is_the_last_measured_moment(project: Project):
    project.register(THREE_MOMENTS)
    outcome = project.outcome()
    assert outcome.n_pairs == 3
    assert (outcome.mean_start, outcome.mean_follow_up) == pytest.approx((8 / 3, 11 / 3))


def test_a_moment_can_be_pinned(project: Project):
    project.register(THREE_MOMENTS)
    first, second = project.outcome(moment=1), project.outcome(moment=2)
    assert (first.moment, first.n_pairs, first.mean_follow_up) == (1, 2, 4.5)
    assert (second.moment, second.n_pairs, second.mean_follow_up) == (2, 2, 3.5)


def test_a_moment_nobody_was_measured_at_cannot_be_pinned(project: Project):
    project.register(THREE_MOMENTS)
    for moment in (0, 3, -1):
        with pytest.raises(UnknownMoment):
            project.outcomes(moment=moment)


def test_without_a_start_there_is_no_pair(project: Project):
    project.register("""
        person | moment | date       | value
        1      | 0      | 2025-01-10 | 2
        2      | 1      | 2025-07-10 | 5
        2      | 2      | 2025-12-10 | 3
    """)
    outcome = project.outcome()
    assert (outcome.n_enrolled, outcome.n_start, outcome.n_pairs) == (2, 1, 0)


def test_what_nobody_has_a_start_for_is_no_outcome(project: Project):
    project.register("""
        person | moment | date       | indicator | value
        1      | 0      | 2025-01-10 | finances  | 2
        1      | 1      | 2025-07-10 | finances  | 3
        1      | 1      | 2025-07-10 | housing   | 5
    """)
    assert [outcome.indicator for outcome in project.outcomes()] == ["finances"]


def test_a_follow_up_dated_before_or_on_the_start_is_unusable(project: Project):
    project.register("""
        person | moment | date       | value
        1      | 0      | 2025-01-10 | 2
        1      | 1      | 2024-07-10 | 5
        2      | 0      | 2025-01-10 | 2
        2      | 1      | 2025-01-10 | 5
        3      | 0      | 2025-01-10 | 2
        3      | 1      | 2025-01-11 | 5
    """)
    outcome = project.outcome()
    assert (outcome.n_start, outcome.n_pairs, outcome.missing.unusable) == (3, 1, 2)


def test_a_last_follow_up_with_an_impossible_date_is_not_replaced_by_an_earlier_one(project: Project):
    project.register("""
        person | moment | date       | value
        1      | 0      | 2025-01-10 | 2
        1      | 1      | 2025-07-10 | 3
        1      | 2      | 2024-12-10 | 5
    """)
    assert (project.outcome().n_pairs, project.outcome().missing.unusable) == (0, 1)
    assert project.outcome(moment=1).n_pairs == 1


def test_without_dates_the_order_of_the_moments_counts_and_the_days_are_unknown(project: Project):
    project.register("""
        person | moment | value
        1      | 0      | 2
        1      | 1      | 3
    """)
    outcome = project.outcome()
    assert (outcome.n_pairs, outcome.median_days) == (1, None)


def test_one_date_missing_leaves_the_pair_and_no_days(project: Project):
    project.register("""
        person | moment | date       | value
        1      | 0      | 2025-01-10 | 2
        1      | 1      | 2025-07-10 | 3
        1      | 2      |            | 4
        2      | 0      | 2025-01-10 | 2
        2      | 1      | 2025-01-20 | 3
    """)
    outcome = project.outcome()
    assert (outcome.n_pairs, outcome.mean_follow_up, outcome.median_days) == (2, 3.5, 10)


def test_days_between_are_those_of_the_pairs(project: Project):
    project.register(THREE_MOMENTS)
    assert project.outcome().median_days == 334
    assert project.outcome(moment=1).median_days == 181


def test_the_newest_import_wins(project: Project):
    project.register(THREE_MOMENTS)
    project.register("""
        person | moment | date       | value
        1      | 2      | 2025-12-10 | 5
    """)
    assert project.outcome().mean_follow_up == pytest.approx(13 / 3)


def test_a_removed_import_leaves_no_trace(project: Project):
    project.register(THREE_MOMENTS)
    before = project.outcomes()
    correction = project.register("""
        person | moment | date       | value
        1      | 2      | 2025-12-10 | 5
        9      | 0      | 2025-12-10 | 5
    """)
    assert project.outcomes() != before
    project.remove(correction)
    assert project.outcomes() == before
