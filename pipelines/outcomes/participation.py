"""Who is in it: enrolled, with a start, with a follow-up, and why the others are missing."""

from datetime import date

from pipelines.domain.outcome import Missing, Participation
from pipelines.outcomes.question import Question, read_moments
from pipelines.outcomes.reading import read_rows, read_rows_left_out
from pipelines.store.cursor import Cursor


def read_participation(
    cursor: Cursor, project_id: int, *, moment: int | None = None, as_of: date | None = None
) -> Participation:
    """Participants only; the comparison group is counted beside them. Raises UnknownMoment."""
    question = Question.ask(cursor, project_id, moment, as_of)
    (row,) = read_rows(cursor, "participation", **question.model_dump())
    return Participation(
        n_enrolled=row.n_enrolled,
        n_with_start=row.n_with_start,
        n_with_follow_up=row.n_with_follow_up,
        missing=Missing(not_due=row.not_due, overdue=row.overdue, left=row.left, unusable=row.unusable),
        first_measured_on=row.first_measured_on,
        last_measured_on=row.last_measured_on,
        as_of=question.as_of,
        n_comparison=row.n_comparison,
        moments=read_moments(cursor, project_id),
        n_rows_left_out=read_rows_left_out(cursor, project_id),
    )
