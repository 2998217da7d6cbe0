"""The keyed numbers by which the names of a project's own list are known again. The names themselves lie nowhere."""

from collections.abc import Collection

import pandas as pd

from pipelines.store.cursor import Cursor
from pipelines.store.frames import insert_frame


def read_own_names(cursor: Cursor, project_id: int | None) -> frozenset[int]:
    """The digests remembered for a project."""
    remembered = "select digest from registered.own_name_digest where project_id = $id"
    return frozenset(digest for (digest,) in cursor.execute(remembered, {"id": project_id}).fetchall())


def remember_own_names(cursor: Cursor, project_id: int, digests: Collection[int]) -> None:
    """Adds the digests that are not there yet."""
    if new := sorted(set(digests) - read_own_names(cursor, project_id)):
        insert_frame(cursor, "own_name_digest", pd.DataFrame({"digest": new}).assign(project_id=project_id))
