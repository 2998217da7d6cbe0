"""Rebuilds a project's tables from what is registered. The order is that of the list; each table is one select."""

from functools import cache
from importlib.resources import files

from pipelines.store.cursor import Cursor

TABLES = (
    "core.project",
    "core.indicator",
    "core.same_person",
    "core.observation",
    "core.participant",
    "core.participant_attribute",
    "core.membership",
    "core.goal",
    "core.intervention",
    "core.narrative",
    "core.recognition",
    "core.project_size",
    "outcome.start",
    "outcome.missing",
    "outcome.measured_count",
    "outcome.missing_count",
    "outcome.transition",
    "outcome.participation",
)


def rebuild(cursor: Cursor, project_id: int) -> None:
    """Replaces the project's rows in every table, within the caller's transaction; no other project is touched."""
    for table in TABLES:
        cursor.execute(f"delete from {table} where project_id = $project_id", {"project_id": project_id})
        if "$moment" not in select_of(table):
            _fill(cursor, table, {"project_id": project_id})
            continue
        for moment in (None, *_moments_to_pin(cursor, project_id)):
            _fill(cursor, table, {"project_id": project_id, "moment": moment})


@cache
def select_of(table: str) -> str:
    """The select that fills a table, for all projects."""
    schema, name = table.split(".")
    return files("pipelines.models").joinpath(schema, f"{name}.sql").read_text(encoding="utf-8")


def _fill(cursor: Cursor, table: str, parameters: dict[str, int | None]) -> None:
    # DuckDB pushes the filter on the project down to the scans, so the rest of the store is not read.
    rows_of_project = f"select * from ({select_of(table)}) where project_id = $project_id"
    cursor.execute(f"insert into {table} by name {rows_of_project}", parameters)


def _moments_to_pin(cursor: Cursor, project_id: int) -> list[int]:
    """The follow-up moments that were measured, and the first in any case: somebody may ask who is due for it."""
    measured = "select distinct moment from core.observation where project_id = $project_id and moment > 0"
    rows = cursor.execute(measured, {"project_id": project_id}).fetchall()
    return sorted({1, *(moment for (moment,) in rows)})
