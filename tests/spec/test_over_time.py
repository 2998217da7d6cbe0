"""All moments, not the first and the last alone: who was measured, does it last, how soon did it come?"""

from datetime import date

import pytest

from pipelines.domain.trajectory import CalendarPoint, Trajectory
from pipelines.outcomes.trajectory import read_trajectories
from tests.spec.tables import Project

MEASUREMENTS = """
    person | moment | date       | value
    1      | 0      | 2025-01-10 | 2
    1      | 1      | 2025-04-10 | 3
    1      | 2      | 2025-07-10 | 4
    2      | 0      | 2025-01-10 | 2
    2      | 1      | 2025-05-10 | 3
    2      | 2      | 2025-08-10 | 2
    3      | 0      | 2025-01-10 | 3
    3      | 1      | 2025-04-10 | 3
    3      | 2      | 2025-07-10 | 5
    4      | 0      | 2025-01-10 | 4
    4      | 1      | 2025-04-10 | 3
    5      | 0      | 2025-01-10 | 5
    5      | 1      | 2025-04-10 | 5
    6      | 1      | 2025-04-10 | 1
"""


def course_of(project: Project, **asked: object) -> Trajectory:
    (course,) = project.read(read_trajectories, **asked)
    return course


def test_at_every_moment_everybody_counts_who_was_measured_then(project: Project):
    project.register(MEASUREMENTS)
    points = course_of(project).points
    assert [(point.moment, point.n, point.n_pairs) for point in points] == [(0, 5, 0), (1, 6, 5), (2, 3, 3)]
    assert points[1].counts == {1: 1, 3: 4, 5: 1}
    assert [point.mean for point in points] == [16 / 5, 18 / 6, 11 / 3]


def test_change_is_since_the_start_of_the_same_people(project: Project):
    project.register(MEASUREMENTS)
    _, first, second = course_of(project).points
    assert (first.n_improved, first.n_same, first.n_declined, first.mean_change) == (2, 2, 1, 1 / 5)
    assert (second.n_improved, second.n_same, second.n_declined, second.mean_change) == (2, 1, 0, 4 / 3)


def test_improved_and_still_better_at_the_next_moment(project: Project):
    project.register(MEASUREMENTS)
    (lasting,) = course_of(project).lasting
    assert (lasting.moment, lasting.next_moment, lasting.n) == (1, 2, 3)
    assert (lasting.n_improved, lasting.n_kept, lasting.n_relapsed, lasting.n_later) == (2, 1, 1, 1)


def test_where_less_is_better_a_fall_lasts(project: Project):
    project.register("""
        person | moment | instrument | indicator     | value
        1      | 0      | support    | professionals | 5
        1      | 1      | support    | professionals | 3
        1      | 2      | support    | professionals | 4
    """)
    (lasting,) = course_of(project).lasting
    assert (lasting.n_improved, lasting.n_kept) == (1, 1)


def test_time_to_the_first_improvement_counts_who_is_still_under_way(project: Project):
    """Persons 1 and 2 improved at 90 and 120 days, 3 at 181; 4 was last seen at 90; 5 stood at the best level."""
    project.register(MEASUREMENTS)
    found = course_of(project).first_improvement
    assert (found.n, found.n_improved, found.n_undated) == (4, 3, 0)
    assert [(point.days, point.n_at_risk) for point in found.curve] == [(90, 4), (120, 2), (181, 1)]
    assert [point.share_improved for point in found.curve] == pytest.approx([0.25, 0.625, 1])
    assert found.median_days == 120


def test_without_dates_no_time_to_improvement_can_be_told(project: Project):
    project.register("person | moment | value\n1 | 0 | 2\n1 | 1 | 3")
    found = course_of(project).first_improvement
    assert (found.n, found.n_undated, found.curve, found.median_days) == (0, 1, (), None)


def test_follow_ups_by_quarter_of_the_year(project: Project):
    project.register(MEASUREMENTS)
    assert course_of(project).calendar == (
        CalendarPoint(first_day=date(2025, 4, 1), n_pairs=5, n_improved=2, n_same=2, n_declined=1),
        CalendarPoint(first_day=date(2025, 7, 1), n_pairs=3, n_improved=2, n_same=1, n_declined=0),
    )


def test_a_moment_dated_on_or_before_the_start_is_no_pair(project: Project):
    project.register("""
        person | moment | date       | value
        1      | 0      | 2025-01-10 | 2
        1      | 1      | 2025-01-10 | 3
        1      | 2      | 2025-07-10 | 4
    """)
    assert [(point.n, point.n_pairs) for point in course_of(project).points] == [(1, 0), (1, 0), (1, 1)]


def test_the_comparison_group_goes_its_own_way(project: Project):
    project.register(MEASUREMENTS, "person | participation\n1 | comparison\n2 | participant")
    assert course_of(project).points[0].n == 4
    groups = project.read(read_trajectories, attribute="group")
    assert [(one.group, one.points[0].n) for one in groups] == [("comparison", 1), ("participant", 4)]
