"""What an upload would change: its observations held against those that are registered now."""

from importlib.resources import files

from pipelines.domain.import_report import Preview
from pipelines.domain.registration import Registration
from pipelines.store.store import Cursor


def read_difference(cursor: Cursor, project_id: int | None, registration: Registration) -> Preview:
    """Counts new, changed and equal observations, and new and known participants. Nothing is written."""
    new, changed, same = _compare_observations(cursor, project_id, registration)
    known = _known_participants(cursor, project_id)
    uploaded = _uploaded_participants(registration)
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
    )


def _compare_observations(cursor: Cursor, project_id: int | None, registration: Registration) -> tuple[int, int, int]:
    sql = files("pipelines.models").joinpath("observation_difference.sql").read_text(encoding="utf-8")
    cursor.register("uploaded", registration.observations)
    try:
        return cursor.execute(sql, {"project_id": project_id}).fetchall()[0]
    finally:
        cursor.unregister("uploaded")


def _known_participants(cursor: Cursor, project_id: int | None) -> set[int]:
    rows = cursor.execute("select participant_id from core.participant where project_id = $id", {"id": project_id})
    return {participant_id for (participant_id,) in rows.fetchall()}


def _uploaded_participants(registration: Registration) -> set[int]:
    """Who was listed, and who was measured without being listed."""
    listed = {participant.participant_id for participant in registration.participants}
    return listed | set(registration.observations["participant_id"].unique().tolist())
