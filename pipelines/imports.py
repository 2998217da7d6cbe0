"""The road of one upload: read, preview, commit, withdraw, history. Stands above ingest, store and models."""

import hashlib
from collections.abc import Sequence

from pipelines.domain.import_report import ImportRecord, ImportReport, ImportStatus, Preview
from pipelines.domain.registration import Registration, Tally
from pipelines.ingest.cells.upload import Upload
from pipelines.ingest.identities.pseudonyms import Pseudonyms
from pipelines.ingest.read import read_registration
from pipelines.ingest.tables.mapping import ColumnMapping
from pipelines.models.build import rebuild
from pipelines.models.difference import read_difference
from pipelines.store.history import find_live_import, find_project, read_history
from pipelines.store.registering import open_import, register_project, remove_import, write_registration
from pipelines.store.store import Store

NOTHING_READ = Tally(read=0, accepted=0, refused=0, skipped=0)


class UnknownImport(ValueError):
    """There is no live import with this number."""


def read_upload(
    store: Store,
    project: str,
    uploads: Sequence[Upload],
    *,
    instruments: Sequence[str] = (),
    mapping: ColumnMapping | None = None,
) -> Registration:
    """Reads the files in memory; nothing is written. What is wrong in them stands in the registration's issues."""
    return read_registration(uploads, Pseudonyms(store.key, project), instruments=instruments, mapping=mapping)


def preview(store: Store, project: str, registration: Registration) -> Preview:
    """What a commit would add and change, against what is registered now."""
    with store.cursor() as cursor:
        return read_difference(cursor, find_project(cursor, project), registration)


def commit(
    store: Store,
    project: str,
    uploads: Sequence[Upload],
    registration: Registration,
    *,
    instruments: Sequence[str] = (),
    mapping: ColumnMapping | None = None,
    leave_out_refused: bool = False,
    is_sample: bool = False,
) -> ImportReport:
    """Stores the registration as one import and rebuilds the project's tables, in one transaction.

    Refused, with nothing stored, when there are errors; `leave_out_refused` lets the good rows in all the same,
    unless an error concerns a whole sheet or file. Unchanged when these very files stand already.
    """
    fingerprint = fingerprint_of(uploads, instruments, mapping)
    if not may_be_stored(registration, leave_out_refused):
        return _report(None, project, ImportStatus.REFUSED, registration)
    with store.transaction() as cursor:
        project_id = register_project(cursor, project, is_sample=is_sample)
        earlier = find_live_import(cursor, project_id, fingerprint)
        if earlier is not None:
            return _report(earlier, project, ImportStatus.UNCHANGED, registration)
        import_id = open_import(
            cursor,
            project_id,
            fingerprint=fingerprint,
            file_names=[upload.name for upload in uploads],
            tally=registration.tally,
            issues=registration.issues,
        )
        write_registration(cursor, project_id, import_id, registration)
        rebuild(cursor, project_id)
    return _report(import_id, project, ImportStatus.IMPORTED, registration)


def import_files(
    store: Store,
    project: str,
    uploads: Sequence[Upload],
    *,
    instruments: Sequence[str] = (),
    mapping: ColumnMapping | None = None,
    leave_out_refused: bool = False,
    is_sample: bool = False,
) -> ImportReport:
    """Reads and commits in one go; files that stand already are not even read."""
    earlier = _find_unchanged(store, project, fingerprint_of(uploads, instruments, mapping))
    if earlier is not None:
        return ImportReport(
            import_id=earlier.import_id, project=project, status=ImportStatus.UNCHANGED, tally=earlier.tally, issues=()
        )
    registration = read_upload(store, project, uploads, instruments=instruments, mapping=mapping)
    return commit(
        store,
        project,
        uploads,
        registration,
        instruments=instruments,
        mapping=mapping,
        leave_out_refused=leave_out_refused,
        is_sample=is_sample,
    )


def withdraw(store: Store, import_id: int) -> ImportRecord:
    """Deletes what an import brought in and rebuilds its project; the line in the history stays.

    Raises UnknownImport if there is no such import or it was withdrawn before.
    """
    with store.transaction() as cursor:
        record = _find_record(read_history(cursor), import_id)
        remove_import(cursor, import_id)
        rebuild(cursor, find_project(cursor, record.project))
        return _find_record(read_history(cursor), import_id, withdrawn=True)


def history(store: Store, project: str | None = None) -> tuple[ImportRecord, ...]:
    """All imports, newest first, withdrawn ones included."""
    with store.cursor() as cursor:
        return read_history(cursor, project)


def may_be_stored(registration: Registration, leave_out_refused: bool) -> bool:
    """Errors stop an import; those that sit in one row can be left out with it by choice."""
    if not registration.tally.accepted:
        return False
    errors = registration.errors
    return not errors or (leave_out_refused and all(issue.row is not None for issue in errors))


def fingerprint_of(uploads: Sequence[Upload], instruments: Sequence[str], mapping: ColumnMapping | None) -> str:
    """SHA-256, in hexadecimal, over the files' contents and over what was said about how to read them."""
    digest = hashlib.sha256()
    for content_digest in sorted(hashlib.sha256(upload.content).digest() for upload in uploads):
        digest.update(content_digest)
    digest.update("\n".join(sorted(instruments)).encode())
    digest.update(mapping.model_dump_json().encode() if mapping else b"")
    return digest.hexdigest()


def _find_unchanged(store: Store, project: str, fingerprint: str) -> ImportRecord | None:
    with store.cursor() as cursor:
        project_id = find_project(cursor, project)
        earlier = None if project_id is None else find_live_import(cursor, project_id, fingerprint)
        return None if earlier is None else _find_record(read_history(cursor), earlier)


def _find_record(records: Sequence[ImportRecord], import_id: int, *, withdrawn: bool = False) -> ImportRecord:
    for record in records:
        if record.import_id == import_id and (record.withdrawn_at is not None) == withdrawn:
            return record
    raise UnknownImport(f"there is no import {import_id} that can be withdrawn")


def _report(import_id: int | None, project: str, status: ImportStatus, registration: Registration) -> ImportReport:
    return ImportReport(
        import_id=import_id, project=project, status=status, tally=registration.tally, issues=registration.issues
    )
