"""What asks for attention on Monday: who is due, what falls behind, what is not filled in (method, section 6)."""

import calendar
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any, get_args

from pipelines.domain.steering import DueFollowUp, LastRegistered, MissingField, SheetKind, Steering
from pipelines.outcomes.question import Question, read_moments
from pipelines.outcomes.reading import read_rows
from pipelines.outcomes.subgroups import read_knowledge
from pipelines.store.cursor import Cursor

DEFAULT_MONTHS = 6
# A start is measured within so many days after somebody came.
DAYS_TO_START = 30


def read_steering(cursor: Cursor, project_id: int, *, ahead_days: int = 28, as_of: date | None = None) -> Steering:
    """What is due up to `ahead_days` from the day of asking, and what is registered up to that day."""
    day = Question.ask(cursor, project_id, None, as_of).as_of
    courses = read_rows(cursor, "course", project_id=project_id, as_of=day)
    months = _follow_up_months(cursor, project_id)
    last_moment = max((1, *read_moments(cursor, project_id)))
    found = (_due(row, months, last_moment, day) for row in courses)
    soon = day + timedelta(days=ahead_days)
    due = [one for one in found if one is not None and (one.due_on is None or one.due_on <= soon)]
    return Steering(
        due=tuple(sorted(due, key=lambda one: (one.due_on or date.min, one.participant_id))),
        last_registered=tuple(_last_registered(cursor, project_id, day)),
        missing=tuple(_missing(cursor, project_id, day)),
        n_present=len(courses),
        as_of=day,
    )


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or the last of that month."""
    year, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + year, month + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def _due(row: Any, months: int, last_moment: int, as_of: date) -> DueFollowUp | None:
    """The next measurement of somebody who is still here: the start, or a follow-up up to the last moment at which
    anybody in the project was measured. None where nothing is to come.
    """
    if not row.has_start:
        return _due_on(row, 0, row.came_on and row.came_on + timedelta(days=DAYS_TO_START), as_of)
    moment = row.last_moment + 1
    if moment > last_moment:
        return None
    return _due_on(row, moment, row.start_on and months_after(row.start_on, months * moment), as_of)


def _due_on(row: Any, moment: int, due_on: date | None, as_of: date) -> DueFollowUp:
    return DueFollowUp(
        participant_id=row.participant_id,
        moment=moment,
        due_on=due_on,
        days_overdue=None if due_on is None else (as_of - due_on).days,
    )


def _last_registered(cursor: Cursor, project_id: int, as_of: date) -> Iterator[LastRegistered]:
    rows = {row.kind: row for row in read_rows(cursor, "last_registered", project_id=project_id, as_of=as_of)}
    for kind in get_args(SheetKind):
        row = rows.get(kind)
        yield LastRegistered(
            kind=kind, last_on=row.last_on if row else None, n_participants=row.n_participants if row else 0
        )


def _missing(cursor: Cursor, project_id: int, as_of: date) -> Iterator[MissingField]:
    """Fields that are missing somewhere, then attributes that are known of some and not of all."""
    for row in read_rows(cursor, "missing_field", project_id=project_id, as_of=as_of):
        if row.n_missing:
            yield MissingField(field=row.field, n_missing=row.n_missing, n=row.n)
    n_participants = _n_participants(cursor, project_id)
    for attribute, n_known in read_knowledge(cursor, project_id).items():
        if n_known < n_participants:
            yield MissingField(field=f"attribute:{attribute}", n_missing=n_participants - n_known, n=n_participants)


def _follow_up_months(cursor: Cursor, project_id: int) -> int:
    query = "select follow_up_months from core.project where project_id = $project_id"
    rows = cursor.execute(query, {"project_id": project_id}).fetchall()
    return (rows[0][0] if rows else None) or DEFAULT_MONTHS


def _n_participants(cursor: Cursor, project_id: int) -> int:
    rows: Sequence[Any] = read_rows(cursor, "group_size", project_id=project_id, attribute="", crossed=None)
    return sum(row.n_enrolled for row in rows)
