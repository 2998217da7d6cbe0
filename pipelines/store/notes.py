"""What people wrote about outcomes in the program itself, kept with the project."""

from collections.abc import Mapping
from datetime import datetime

import pandas as pd

from pipelines.domain.note import Attribution, Explanation, GivenRecognition, KeptNote, Lesson, Note
from pipelines.store.cursor import Cursor
from pipelines.store.frames import frame_of, insert_frame
from pipelines.store.rewriting import note_deletion

TABLES: Mapping[type[Note], str] = {
    GivenRecognition: "given_recognition", Explanation: "explanation", Attribution: "attribution", Lesson: "lesson",
}  # fmt: skip


def add_note(cursor: Cursor, project_id: int, note: Note) -> int:
    """Keeps the note; its number."""
    ((note_id,),) = cursor.execute("select nextval('registered.note_number')").fetchall()
    owner = pd.DataFrame({"note_id": [note_id], "project_id": [project_id], "noted_at": [datetime.now()]})
    insert_frame(cursor, TABLES[type(note)], owner.join(frame_of([note])))
    return note_id


def read_notes(cursor: Cursor, project_id: int, kind: type[Note]) -> tuple[KeptNote, ...]:
    """The notes of one kind, newest first."""
    fields = ", ".join(kind.model_fields)
    query = f"select note_id, {fields} from registered.{TABLES[kind]} where project_id = $id order by note_id desc"
    rows = cursor.execute(query, {"id": project_id}).fetchall()
    return tuple(
        KeptNote(note_id=note_id, note=kind(**dict(zip(kind.model_fields, row, strict=True)))) for note_id, *row in rows
    )


def remove_note(cursor: Cursor, kind: type[Note], note_id: int) -> bool:
    """Deletes the note; False when there is none of this number."""
    removed = f"delete from registered.{TABLES[kind]} where note_id = $note_id returning project_id"
    rows = cursor.execute(removed, {"note_id": note_id}).fetchall()
    if rows:
        remember_removal(cursor, rows[0][0])
        note_deletion(cursor)
    return bool(rows)


def remember_removal(cursor: Cursor, project_id: int) -> None:
    """So that what was read of the project before is known to be old."""
    now = {"project_id": project_id, "now": datetime.now()}
    cursor.execute("insert into registered.removed_note values ($project_id, $now)", now)
