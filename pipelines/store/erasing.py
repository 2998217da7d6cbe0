"""Removes a person from everything that was registered: under every number that is known to be theirs."""

from collections.abc import Collection, Mapping
from datetime import datetime

from pipelines.store.cursor import Cursor
from pipelines.store.rewriting import note_deletion
from pipelines.store.statement import statement

# Every table that says something of a participant. What is derived from them is built again.
TABLES_OF_A_PERSON = (
    "participant", "participant_attribute", "observation", "goal", "intervention", "narrative", "same_person",
)  # fmt: skip


def numbers_of(cursor: Cursor, project_id: int, participant_id: int) -> frozenset[int]:
    """The pseudonyms of one person: those that somebody said to be the same, directly or by way of others."""
    pairs = cursor.execute(statement("same_people"), {"project_id": project_id}).fetchall()
    known = {participant_id}
    while found := {number for pair in pairs if known & set(pair) for number in pair} - known:
        known |= found
    return frozenset(known)


def remove_person(cursor: Cursor, project_id: int, participant_ids: Collection[int]) -> Mapping[str, int]:
    """Deletes all rows of somebody and notes that it was done; how many rows, by table that had any."""
    whose = {"project_id": project_id, "participant_ids": list(participant_ids)}
    removed = {table: _remove(cursor, table, whose) for table in TABLES_OF_A_PERSON}
    removed = {table: n for table, n in removed.items() if n}
    if removed:
        line = {"project_id": project_id, "now": datetime.now(), "n_rows": sum(removed.values())}
        cursor.execute("insert into registered.erasure values ($project_id, $now, $n_rows)", line)
        note_deletion(cursor)
    return removed


def _remove(cursor: Cursor, table: str, whose: Mapping[str, object]) -> int:
    is_theirs = "list_contains($participant_ids, participant_id)"
    if table == "same_person":
        is_theirs = f"({is_theirs} or list_contains($participant_ids, same_as))"
    deleted = cursor.execute(f"delete from registered.{table} where project_id = $project_id and {is_theirs}", whose)
    return deleted.fetchall()[0][0]
