"""What was published, as the store remembers it: true counts, and which stories stand in which edition."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from pipelines.domain.frozen import Frozen
from pipelines.store.cursor import Cursor
from pipelines.store.statement import statement


class EditionRecord(Frozen):
    """`composition` and `system` are JSON of the models with which the edition was made."""

    edition: str
    project_id: int
    published_at: datetime
    composition: str
    system: str
    registrations: str
    place: str


class Proposal(Frozen):
    """An edition that waits for a signature. `digest` is the fingerprint of what the proposer looked at.

    `proposer` is a code of the login, empty where nobody logs in.
    """

    proposed_at: datetime
    proposed_by: str
    proposer: str
    composition: str
    digest: str


def add_edition(cursor: Cursor, record: EditionRecord, stories: Sequence[int | None]) -> None:
    """Remembers an edition, with the record_ids of its stories in order of their numbers."""
    fields = ", ".join(f"${field}" for field in EditionRecord.model_fields)
    cursor.execute(f"insert into registered.edition values ({fields})", record.model_dump())
    for number, record_id in enumerate(stories, start=1):
        line = [record.edition, record.project_id, number, record_id]
        cursor.execute("insert into registered.edition_story values ($1, $2, $3, $4)", line)


def read_editions(cursor: Cursor, project_id: int) -> tuple[EditionRecord, ...]:
    """All editions of a project, oldest first."""
    fields = tuple(EditionRecord.model_fields)
    query = f"select {', '.join(fields)} from registered.edition where project_id = $id order by published_at"
    rows = cursor.execute(query, {"id": project_id}).fetchall()
    return tuple(EditionRecord(**dict(zip(fields, row, strict=True))) for row in rows)


def read_story_records(cursor: Cursor, edition: str) -> dict[int, int | None]:
    """The record_id of every story of an edition, by its number; None once its teller was erased."""
    query = "select number, record_id from registered.edition_story where edition = $edition order by number"
    return dict(cursor.execute(query, {"edition": edition}).fetchall())


def read_withdrawn_stories(cursor: Cursor) -> Mapping[Path, list[int]]:
    """By the place of an edition, the numbers of its stories that may not be shown any more."""
    withdrawn = defaultdict(list)
    for _, place, number in cursor.execute(statement("withdrawn_story")).fetchall():
        withdrawn[Path(place)].append(number)
    return withdrawn


def put_proposal(cursor: Cursor, project_id: int, proposal: Proposal | None) -> None:
    """The newest word: in the place of an earlier proposal, or None to take it back."""
    cursor.execute("delete from registered.edition_proposal where project_id = $id", {"id": project_id})
    if proposal is not None:
        values = [project_id, *proposal.model_dump().values()]
        cursor.execute("insert into registered.edition_proposal values ($1, $2, $3, $4, $5, $6)", values)


def read_proposal(cursor: Cursor, project_id: int) -> Proposal | None:
    """What waits for a signature in this project, or None."""
    fields = tuple(Proposal.model_fields)
    query = f"select {', '.join(fields)} from registered.edition_proposal where project_id = $id"
    rows = cursor.execute(query, {"id": project_id}).fetchall()
    return Proposal(**dict(zip(fields, rows[0], strict=True))) if rows else None


def forget_stories(cursor: Cursor, project_id: int, participant_ids: Collection[int]) -> tuple[str, ...]:
    """Lets go of which stories in editions were somebody's; the editions that held one."""
    whose = {"project_id": project_id, "participant_ids": list(participant_ids)}
    forgotten = cursor.execute(statement("forget_story"), whose).fetchall()
    return tuple(dict.fromkeys(edition for (edition,) in forgotten))
