"""What asks for attention now: who is due, what goes back, what falls behind, and what is not registered."""

from datetime import date
from typing import Literal

from pipelines.domain.frozen import Frozen

SheetKind = Literal["measurements", "goals", "interventions", "narratives", "recognition"]


class DueFollowUp(Frozen):
    """A measurement of one participant that is due on `due_on`; None where the day cannot be told.

    `participant_id` is a pseudonym: it never leaves the project. `moment` 0 is a start that was not measured yet.
    """

    participant_id: int
    moment: int
    due_on: date | None
    days_overdue: int | None


class LastRegistered(Frozen):
    """The newest day that a kind of sheet speaks of, and how many participants it speaks of; no day, no record."""

    kind: SheetKind
    last_on: date | None
    n_participants: int


class MissingField(Frozen):
    """A field that is not filled in for `n_missing` of `n` records. What cannot be answered without it is told by its
    name: enrolled_on, exit_reason, measured_on, goal_attained, intervention_ended_on, intervention_hours,
    attribute:<name>.
    """

    field: str
    n_missing: int
    n: int


class Steering(Frozen):
    due: tuple[DueFollowUp, ...]
    last_registered: tuple[LastRegistered, ...]
    missing: tuple[MissingField, ...]
    n_present: int
    as_of: date
