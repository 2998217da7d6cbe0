"""What a project's earlier uploads taught: what its columns are, and which two numbers are one person."""

from collections.abc import Mapping
from datetime import datetime

import pandas as pd

from pipelines.ingest.mapping.column_mapping import ColumnMapping
from pipelines.store.cursor import Cursor
from pipelines.store.frames import insert_frame
from pipelines.store.statement import statement


def read_mapping_of(cursor: Cursor, project_id: int | None) -> ColumnMapping | None:
    """The mapping remembered last, None where there is none."""
    rows = cursor.execute(statement("newest_mapping"), {"project_id": project_id}).fetchall()
    return ColumnMapping.model_validate_json(rows[0][0]) if rows else None


def remember_mapping(cursor: Cursor, project_id: int, mapping: ColumnMapping) -> None:
    """Notes the mapping unless it is the one that was remembered last."""
    if mapping not in (ColumnMapping(), read_mapping_of(cursor, project_id)):
        _note_mapping(cursor, project_id, mapping)


def forget_mapping_of(cursor: Cursor, project_id: int) -> None:
    """From now on nothing is known of the project's columns."""
    if read_mapping_of(cursor, project_id) not in (None, ColumnMapping()):
        _note_mapping(cursor, project_id, ColumnMapping())


def _note_mapping(cursor: Cursor, project_id: int, mapping: ColumnMapping) -> None:
    line = {"project_id": project_id, "now": datetime.now(), "mapping": mapping.model_dump_json()}
    cursor.execute("insert into registered.project_mapping values ($project_id, $now, $mapping)", line)


def read_same_people(cursor: Cursor, project_id: int | None) -> dict[int, int]:
    """By pseudonym, whose other number it is."""
    pairs = "select participant_id, same_as from core.same_person where project_id = $id"
    return dict(cursor.execute(pairs, {"id": project_id}).fetchall())


def write_same_people(cursor: Cursor, project_id: int, import_id: int, same_people: Mapping[int, int]) -> None:
    """Notes with the import which pseudonyms are one person; withdrawing the import takes it back."""
    if same_people:
        pairs = {"participant_id": list(same_people), "same_as": list(same_people.values())}
        insert_frame(cursor, "same_person", pd.DataFrame(pairs).assign(project_id=project_id, import_id=import_id))
