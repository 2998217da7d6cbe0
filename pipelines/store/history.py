"""What was imported before, by project."""

from datetime import datetime

from pipelines.domain.erasure import ErasureRecord
from pipelines.domain.import_report import ImportRecord, ImportStatus
from pipelines.domain.registration import Tally
from pipelines.store.cursor import Cursor
from pipelines.store.statement import statement


def find_project(cursor: Cursor, name: str) -> int | None:
    """The number of the project with this name, or None."""
    rows = cursor.execute("select project_id from registered.project where name = $name", {"name": name}).fetchall()
    return rows[0][0] if rows else None


def find_live_import(cursor: Cursor, project_id: int, fingerprint: str) -> int | None:
    """The import of the same files, read the same way, that still stands; or None."""
    asked = {"project_id": project_id, "fingerprint": fingerprint}
    rows = cursor.execute(statement("live_import"), asked).fetchall()
    return rows[0][0] if rows else None


def read_version(cursor: Cursor, project_id: int) -> str:
    """Differs whenever something was imported into the project, withdrawn or erased from it."""
    return ".".join(map(str, cursor.execute(statement("version"), {"project_id": project_id}).fetchall()[0]))


def read_erasures(cursor: Cursor, project: str | None = None) -> tuple[ErasureRecord, ...]:
    """All erasures, newest first, of one project or of all."""
    rows = cursor.execute(statement("erasures"), {"project": project}).fetchall()
    return tuple(ErasureRecord(project=name, erased_at=at, n_rows=n_rows) for name, at, n_rows in rows)


def read_history(cursor: Cursor, project: str | None = None) -> tuple[ImportRecord, ...]:
    """All imports, newest first, of one project or of all."""
    return tuple(_record(*row) for row in cursor.execute(statement("import_history"), {"project": project}).fetchall())


def _record(
    import_id: int,
    project: str,
    imported_at: datetime,
    withdrawn_at: datetime | None,
    fingerprint: str,
    file_names: list[str],
    read: int,
    accepted: int,
    refused: int,
    skipped: int,
    issue_counts: dict[str, int] | None,
    file_digests: list[str],
    imported_by: str,
) -> ImportRecord:
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
        file_digests=tuple(file_digests),
        imported_by=imported_by,
    )
