"""What was imported before, by project."""

from importlib.resources import files
from typing import TYPE_CHECKING

from pipelines.domain.import_report import ImportRecord, ImportStatus
from pipelines.domain.registration import Tally

if TYPE_CHECKING:
    from pipelines.store.store import Cursor


def find_project(cursor: "Cursor", name: str) -> int | None:
    """The number of the project with this name, or None."""
    rows = cursor.execute("select project_id from registered.project where name = $name", {"name": name}).fetchall()
    return rows[0][0] if rows else None


def find_live_import(cursor: "Cursor", project_id: int, fingerprint: str) -> int | None:
    """The import of the same files, read the same way, that still stands; or None."""
    sql = files("pipelines.store").joinpath("live_import.sql").read_text(encoding="utf-8")
    rows = cursor.execute(sql, {"project_id": project_id, "fingerprint": fingerprint}).fetchall()
    return rows[0][0] if rows else None


def read_history(cursor: "Cursor", project: str | None = None) -> tuple[ImportRecord, ...]:
    """All imports, newest first, of one project or of all."""
    sql = files("pipelines.store").joinpath("import_history.sql").read_text(encoding="utf-8")
    return tuple(_record(*row) for row in cursor.execute(sql, {"project": project}).fetchall())


def _record(import_id, project, imported_at, withdrawn_at, fingerprint, file_names, read, accepted, refused, skipped,
            issue_counts):  # fmt: skip
    return ImportRecord(
        import_id=import_id,
        project=project,
        status=ImportStatus.IMPORTED if withdrawn_at is None else ImportStatus.WITHDRAWN,
        imported_at=imported_at,
        withdrawn_at=withdrawn_at,
        fingerprint=fingerprint,
        file_names=tuple(file_names),
        tally=Tally(read=read, accepted=accepted, refused=refused, skipped=skipped),
        issue_counts=issue_counts or {},
    )
