"""What asks for attention on Monday."""

from datetime import date

from pipelines.domain.records import Intervention
from pipelines.outcomes.steering import read_steering
from tests.spec.tables import Project

MEASUREMENTS = """
    person | moment | date       | value
    1      | 0      | 2025-01-10 | 2
    1      | 1      | 2025-07-12 | 3
    2      | 0      | 2025-06-20 | 2
    3      | 0      | 2025-12-20 | 2
    4      | 0      | 2025-01-10 | 2
    6      | 0      |            | 2
"""
PEOPLE = """
    person | enrolled   | left
    1      | 2025-01-02 |
    2      | 2025-06-12 |
    3      | 2025-12-12 |
    4      | 2025-01-02 | 2025-05-01
    5      | 2025-11-01 |
    6      | 2025-11-01 |
"""
AS_OF = date(2026, 1, 1)


def due(project: Project, ahead_days: int = 28) -> list[tuple]:
    found = project.read(read_steering, ahead_days=ahead_days, as_of=AS_OF).due
    return [(one.participant_id, one.moment, one.due_on, one.days_overdue) for one in found]


def test_who_is_due_or_overdue_is_listed_the_longest_overdue_first(project: Project):
    """4 has left; 3 is due in half a year; 1 was measured again, and nobody was ever measured a second time."""
    project.register(MEASUREMENTS, PEOPLE)
    assert due(project) == [
        (6, 1, None, None),
        (5, 0, date(2025, 12, 1), 31),
        (2, 1, date(2025, 12, 20), 12),
    ]


def test_what_is_due_soon_is_listed_as_far_as_one_looks_ahead(project: Project):
    project.register(MEASUREMENTS, PEOPLE)
    assert (3, 1, date(2026, 6, 20), -170) in due(project, ahead_days=180)


def test_a_second_follow_up_is_due_once_somebody_had_one(project: Project):
    project.register(MEASUREMENTS + "    2      | 2      | 2025-12-30 | 4\n", PEOPLE)
    assert (1, 2, date(2026, 1, 10), -9) in due(project)


def test_the_newest_of_every_sheet_tells_what_falls_behind(project: Project):
    done = Intervention(record_id=1, participant_id=1, instrument="a buddy", done_by="family",
                        started_on=date(2025, 2, 1))  # fmt: skip
    project.register(MEASUREMENTS, PEOPLE, interventions=[done])
    newest = {one.kind: (one.last_on, one.n_participants) for one in project.read(read_steering, as_of=AS_OF)
              .last_registered}  # fmt: skip
    assert newest["measurements"] == (date(2025, 12, 20), 5)
    assert newest["interventions"] == (date(2025, 2, 1), 1)
    assert newest["goals"] == (None, 0)


def test_what_is_not_filled_in_is_counted(project: Project):
    people = "person | enrolled | left | reason | area\n1 | | 2025-05-01 | | east\n2 | 2025-01-01 | | | "
    project.register("person | moment | value\n1 | 0 | 2", people)
    missing = {one.field: (one.n_missing, one.n) for one in project.read(read_steering, as_of=AS_OF).missing}
    assert missing == {
        "enrolled_on": (1, 2), "exit_reason": (1, 1), "measured_on": (1, 1), "attribute:area": (1, 2),
    }  # fmt: skip
