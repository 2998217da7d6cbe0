"""What was done: by life domain, by kind of intervention and by who did it."""

from collections import Counter
from collections.abc import Sequence
from statistics import median
from typing import Any, Literal

from pipelines.domain.intervention_use import InterventionUse
from pipelines.outcomes.reading import read_rows
from pipelines.store.cursor import Cursor

By = Literal["life_domain", "instrument", "done_by"]


def read_interventions(cursor: Cursor, project_id: int, by: Sequence[By]) -> tuple[InterventionUse, ...]:
    """The interventions of participants, those alike in all of `by` counted together; the most frequent first."""
    alike: dict[tuple[str, ...], list[Any]] = {}
    for row in read_rows(cursor, "intervention", project_id=project_id):
        alike.setdefault(tuple(getattr(row, field) for field in by), []).append(row)
    uses = [_use(dict(zip(by, values, strict=True)), rows) for values, rows in alike.items()]
    return tuple(sorted(uses, key=lambda use: -use.n_interventions))


def _use(shared: dict[str, str], rows: Sequence[Any]) -> InterventionUse:
    hours = [row.hours for row in rows if row.hours is not None]
    days = [row.duration_days for row in rows if row.duration_days is not None]
    return InterventionUse(
        **shared,
        n_interventions=len(rows),
        n_participants=len({row.participant_id for row in rows}),
        n_running=sum(row.is_running for row in rows),
        n_with_hours=len(hours),
        hours=sum(hours) if hours else None,
        median_days=float(median(days)) if days else None,
        results=dict(Counter(row.result for row in rows if row.result).most_common()),
    )


def read_instruments_used(cursor: Cursor, project_id: int) -> dict[str, int]:
    """How many participants had each kind of intervention, the most frequent first."""
    return {row.instrument: row.n_participants for row in read_rows(cursor, "instrument_used", project_id=project_id)}
