"""A hash of all that stands registered of a project: equal hashes, equal results."""

import hashlib

from pipelines.outcomes.reading import read_rows
from pipelines.store.cursor import Cursor


def read_digest(cursor: Cursor, project_id: int) -> str:
    """SHA-256, the same however the registrations came in. People stand in it as pseudonyms."""
    digest = hashlib.sha256()
    for row in read_rows(cursor, "registered_line", project_id=project_id):
        digest.update(row.line.encode() + b"\n")
    return digest.hexdigest()
