"""What is asked: of which project, at which follow-up, on which day."""

from datetime import date
from typing import Self

from pipelines.domain.frozen import Frozen
from pipelines.store.cursor import Cursor


class UnknownMoment(ValueError):
    """The project has no measurement at this moment."""


class Question(Frozen):
    """`moment` is the one that the follow-up is pinned to; None for the last measured one."""

    project_id: int
    moment: int | None
    as_of: date

    @classmethod
    def ask(cls, cursor: Cursor, project_id: int, moment: int | None, as_of: date | None) -> Self:
        """The day of asking is `as_of`, else the project's reference date, else today.

        Raises UnknownMoment for a moment that is no follow-up of this project.
        """
        if moment is not None and moment != 1 and moment not in read_moments(cursor, project_id)[1:]:
            raise UnknownMoment(f"nobody in this project was measured at moment {moment}")
        day = as_of or _read_reference_day(cursor, project_id) or date.today()
        return cls(project_id=project_id, moment=moment, as_of=day)


def read_moments(cursor: Cursor, project_id: int) -> tuple[int, ...]:
    """All moments at which somebody was measured, in order."""
    measured = "select distinct moment from core.observation where project_id = $project_id order by moment"
    return tuple(moment for (moment,) in cursor.execute(measured, {"project_id": project_id}).fetchall())


def _read_reference_day(cursor: Cursor, project_id: int) -> date | None:
    query = "select reference_on from core.project where project_id = $project_id"
    rows = cursor.execute(query, {"project_id": project_id}).fetchall()
    return rows[0][0] if rows else None
