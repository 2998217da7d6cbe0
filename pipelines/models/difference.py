"""What an upload would change: its observations held against those that are registered now."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.resources import files

import pandas as pd

from pipelines.domain.import_report import ChangedValue, Conflict, Preview
from pipelines.domain.registration import PLACE_COLUMNS, Registration
from pipelines.store.history import read_history
from pipelines.store.store import Cursor

# A preview is to be read: it shows so many changes, and counts them all.
MOST_CHANGES = 200


def read_difference(cursor: Cursor, project_id: int | None, registration: Registration) -> Preview:
    """Counts new, changed and equal observations, and new and known participants; lists what changes. Writes nothing.

    A value that changes gives way because the newest live import wins; each conflict counts those of one import.
    """
    known, uploaded = _known_participants(cursor, project_id), _uploaded_participants(registration)
    with _uploaded(cursor, registration.observations):
        new, changed, same = cursor.execute(_sql("observation_difference"), {"project_id": project_id}).fetchall()[0]
        return Preview(
            n_new_participants=len(uploaded - known),
            n_known_participants=len(uploaded & known),
            n_new_observations=new,
            n_changed_observations=changed,
            n_same_observations=same,
            n_goals=len(registration.goals),
            n_interventions=len(registration.interventions),
            n_narratives=len(registration.narratives),
            n_recognitions=len(registration.recognitions),
            changes=_changes(cursor, project_id) if changed else (),
            conflicts=_conflicts(cursor, project_id) if changed else (),
        )


def _changes(cursor: Cursor, project_id: int | None) -> tuple[ChangedValue, ...]:
    """The first values that change, in the order of the upload; a change of the date alone is not among them."""
    order = 'sheet, "row", moment, instrument, indicator'
    first = f"select * from ({_sql('observation_change')}) where old <> new order by {order} limit {MOST_CHANGES}"
    rows = cursor.execute(first, {"project_id": project_id}).fetchall()
    return tuple(ChangedValue(**dict(zip(ChangedValue.model_fields, row, strict=True))) for row in rows)


def _conflicts(cursor: Cursor, project_id: int | None) -> tuple[Conflict, ...]:
    """By earlier import, newest first, how many of its observations give way."""
    counted = f"select import_id, count(*) from ({_sql('observation_change')}) group by import_id"
    n_values = dict(cursor.execute(counted, {"project_id": project_id}).fetchall())
    return tuple(
        Conflict(
            import_id=record.import_id,
            imported_at=record.imported_at,
            file_names=record.file_names,
            n_values=n_values[record.import_id],
        )
        for record in read_history(cursor)
        if record.import_id in n_values
    )


@contextmanager
def _uploaded(cursor: Cursor, observations: pd.DataFrame) -> Iterator[None]:
    """Lets statements read the observations as the table `uploaded`; without a place they come from row 0."""
    cursor.register("uploaded", observations.assign(**{c: 0 for c in PLACE_COLUMNS if c not in observations}))
    try:
        yield
    finally:
        cursor.unregister("uploaded")


@cache
def _sql(name: str) -> str:
    return files("pipelines.models").joinpath(f"{name}.sql").read_text(encoding="utf-8")


def _known_participants(cursor: Cursor, project_id: int | None) -> set[int]:
    rows = cursor.execute("select participant_id from core.participant where project_id = $id", {"id": project_id})
    return {participant_id for (participant_id,) in rows.fetchall()}


def _uploaded_participants(registration: Registration) -> set[int]:
    """Who was listed, and who was measured without being listed."""
    listed = {participant.participant_id for participant in registration.participants}
    return listed | set(registration.observations["participant_id"].unique().tolist())
