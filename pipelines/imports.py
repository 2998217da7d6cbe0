"""The road of one upload: read, preview, rehearse, commit, withdraw, history. Stands above ingest, store and models."""

import hmac
from collections.abc import Sequence

from pipelines.domain.import_report import ImportRecord, ImportReport, ImportStatus, Preview, Rehearsal
from pipelines.domain.registration import Registration, Tally
from pipelines.forgetting import UnknownParticipant as UnknownParticipant
from pipelines.forgetting import erase as erase
from pipelines.forgetting import erasures as erasures
from pipelines.ingest.cells.upload import Upload
from pipelines.ingest.corrections import NO_CORRECTIONS, Corrections
from pipelines.ingest.fingerprint import digest_of, fingerprint_of
from pipelines.ingest.identities.file_name import clean_file_name
from pipelines.ingest.identities.own_names import OwnNames
from pipelines.ingest.identities.pseudonyms import Pseudonyms
from pipelines.ingest.read import read_registration
from pipelines.ingest.tables.mapping import ColumnMapping, known_sets
from pipelines.ingest.tables.merged_mapping import merged
from pipelines.models.build import rebuild
from pipelines.models.difference import read_difference
from pipelines.outcomes.findings import read_outcomes
from pipelines.store.history import find_live_import, find_project, read_history
from pipelines.store.own_names import read_own_names, remember_own_names
from pipelines.store.registering import open_import, register_project, remove_import, write_registration
from pipelines.store.remembering import (
    forget_mapping_of,
    read_mapping_of,
    read_same_people,
    remember_mapping,
    write_same_people,
)
from pipelines.store.store import Cursor, Store

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
    corrections: Corrections = NO_CORRECTIONS,
    names: Sequence[str] = (),
) -> Registration:
    """Reads the files in memory; nothing is written. What is wrong in them stands in the registration's issues.

    What was said of the columns of this project's earlier uploads holds here too, where it fits; `mapping` goes first.
    """
    with store.cursor() as cursor:
        project_id = find_project(cursor, project)
        remembered = read_mapping_of(cursor, project_id)
        pseudonyms = Pseudonyms(store.key, project, read_same_people(cursor, project_id))
        own_names = OwnNames(pseudonyms, names, read_own_names(cursor, project_id))
    return read_registration(
        uploads, pseudonyms, instruments=instruments, mapping=mapping, remembered=remembered, corrections=corrections,
        own_names=own_names,
    )  # fmt: skip


def remembered_mapping(store: Store, project: str) -> ColumnMapping | None:
    """What was said of the columns of this project's uploads, the newest word on each; None if nothing was."""
    with store.cursor() as cursor:
        return read_mapping_of(cursor, find_project(cursor, project))


def preview(store: Store, project: str, registration: Registration) -> Preview:
    """What a commit would add and change, against what is registered now."""
    with store.cursor() as cursor:
        return read_difference(cursor, find_project(cursor, project), registration)


def rehearse(
    store: Store,
    project: str,
    uploads: Sequence[Upload],
    registration: Registration,
    *,
    instruments: Sequence[str] = (),
    mapping: ColumnMapping | None = None,
    corrections: Corrections = NO_CORRECTIONS,
    names: Sequence[str] = (),
    leave_out_refused: bool = False,
) -> Rehearsal:
    """The outcomes as they stand and as a commit would make them; all of it is taken back.

    They are the same where a commit would be refused.
    """
    with store.rehearsal() as cursor:
        project_id = register_project(cursor, project)
        before = read_outcomes(cursor, project_id)
        if not may_be_stored(registration, leave_out_refused):
            return Rehearsal(before=before, after=before)
        kept = _kept_mapping(cursor, project_id, instruments, mapping)
        fingerprint = _fingerprint(store, uploads, instruments, kept, corrections, names)
        if find_live_import(cursor, project_id, fingerprint) is None:
            people = _people(cursor, store, project, corrections)
            _store(
                cursor, project_id, uploads, registration, fingerprint=fingerprint, people=people, names=names,
                imported_by="",
            )  # fmt: skip
        return Rehearsal(before=before, after=read_outcomes(cursor, project_id))


def commit(
    store: Store,
    project: str,
    uploads: Sequence[Upload],
    registration: Registration,
    *,
    instruments: Sequence[str] = (),
    mapping: ColumnMapping | None = None,
    corrections: Corrections = NO_CORRECTIONS,
    names: Sequence[str] = (),
    leave_out_refused: bool = False,
    imported_by: str = "",
    is_sample: bool = False,
) -> ImportReport:
    """Stores the registration as one import and rebuilds the project's tables, in one transaction.

    Refused, with nothing stored, when there are errors; `leave_out_refused` lets the good rows in all the same,
    unless an error concerns a whole sheet or file. Unchanged when these very files stand already. What the mapping
    says is remembered for the project's next upload.
    """
    if not may_be_stored(registration, leave_out_refused):
        return _report(None, project, ImportStatus.REFUSED, registration)
    with store.transaction() as cursor:
        project_id = register_project(cursor, project, is_sample=is_sample)
        kept = _kept_mapping(cursor, project_id, instruments, mapping)
        fingerprint = _fingerprint(store, uploads, instruments, kept, corrections, names)
        earlier = find_live_import(cursor, project_id, fingerprint)
        if earlier is not None:
            return _report(earlier, project, ImportStatus.UNCHANGED, registration)
        people = _people(cursor, store, project, corrections)
        import_id = _store(
            cursor, project_id, uploads, registration, fingerprint=fingerprint, people=people, names=names,
            imported_by=imported_by,
        )  # fmt: skip
        remember_mapping(cursor, project_id, kept or ColumnMapping())
    return _report(import_id, project, ImportStatus.IMPORTED, registration)


def import_files(
    store: Store,
    project: str,
    uploads: Sequence[Upload],
    *,
    instruments: Sequence[str] = (),
    mapping: ColumnMapping | None = None,
    names: Sequence[str] = (),
    leave_out_refused: bool = False,
    imported_by: str = "",
    is_sample: bool = False,
) -> ImportReport:
    """Reads and commits in one go; files that stand already are not even read."""
    earlier = find_unchanged(store, project, uploads, instruments=instruments, mapping=mapping, names=names)
    if earlier is not None:
        return ImportReport(
            import_id=earlier.import_id, project=project, status=ImportStatus.UNCHANGED, tally=earlier.tally, issues=()
        )
    registration = read_upload(store, project, uploads, instruments=instruments, mapping=mapping, names=names)
    return commit(
        store,
        project,
        uploads,
        registration,
        instruments=instruments,
        mapping=mapping,
        names=names,
        leave_out_refused=leave_out_refused,
        imported_by=imported_by,
        is_sample=is_sample,
    )


def withdraw(store: Store, import_id: int) -> ImportRecord:
    """Deletes what an import brought in and rebuilds its project; the line in the history stays. Then the file is
    written anew, so that nothing of it can be read back.

    Raises UnknownImport if there is no such import or it was withdrawn before.
    """
    with store.transaction() as cursor:
        record = _find_record(read_history(cursor), import_id)
        remove_import(cursor, import_id)
        rebuild(cursor, find_project(cursor, record.project))
        withdrawn = _find_record(read_history(cursor), import_id, withdrawn=True)
    store.rewrite()
    return withdrawn


def history(store: Store, project: str | None = None) -> tuple[ImportRecord, ...]:
    """All imports, newest first, withdrawn ones included."""
    with store.cursor() as cursor:
        return read_history(cursor, project)


def find_unchanged(
    store: Store,
    project: str,
    uploads: Sequence[Upload],
    *,
    instruments: Sequence[str] = (),
    mapping: ColumnMapping | None = None,
    corrections: Corrections = NO_CORRECTIONS,
    names: Sequence[str] = (),
) -> ImportRecord | None:
    """The live import of these very files, read in this very way; None if there is none."""
    with store.cursor() as cursor:
        project_id = find_project(cursor, project)
        if project_id is None:
            return None
        kept = _kept_mapping(cursor, project_id, instruments, mapping)
        earlier = find_live_import(
            cursor, project_id, _fingerprint(store, uploads, instruments, kept, corrections, names)
        )
        return None if earlier is None else _find_record(read_history(cursor), earlier)


def forget_mapping(store: Store, project: str) -> None:
    """What was said of the columns of earlier uploads does not hold for the next one."""
    with store.transaction() as cursor:
        if (project_id := find_project(cursor, project)) is not None:
            forget_mapping_of(cursor, project_id)


def may_be_stored(registration: Registration, leave_out_refused: bool) -> bool:
    """Errors stop an import; those that sit in one row can be left out with it by choice."""
    if not registration.tally.accepted:
        return False
    errors = registration.errors
    return not errors or (leave_out_refused and all(issue.row is not None for issue in errors))


def _store(
    cursor: Cursor,
    project_id: int,
    uploads: Sequence[Upload],
    registration: Registration,
    *,
    fingerprint: str,
    people: Pseudonyms,
    names: Sequence[str],
    imported_by: str,
) -> int:
    """Writes the import and rebuilds the project, within the caller's transaction; the number of the import."""
    own_names = OwnNames(people, names, read_own_names(cursor, project_id))
    import_id = open_import(
        cursor,
        project_id,
        fingerprint=fingerprint,
        file_names=[clean_file_name(upload.name, own_names) for upload in uploads],
        file_digests=[digest_of(upload) for upload in uploads],
        imported_by=imported_by,
        tally=registration.tally,
        issues=registration.issues,
    )
    write_registration(cursor, project_id, import_id, registration)
    write_same_people(cursor, project_id, import_id, people.same_people)
    remember_own_names(cursor, project_id, own_names.digests)
    rebuild(cursor, project_id)
    return import_id


def _fingerprint(
    store: Store,
    uploads: Sequence[Upload],
    instruments: Sequence[str],
    mapping: ColumnMapping | None,
    corrections: Corrections,
    names: Sequence[str],
) -> str:
    """What an upload is known by, keyed: names and corrected cells are in it, and nobody may try out which."""
    said = fingerprint_of(uploads, instruments, mapping, corrections, names)
    return hmac.new(store.key, said.encode(), "sha256").hexdigest()


def _kept_mapping(
    cursor: Cursor, project_id: int, instruments: Sequence[str], mapping: ColumnMapping | None
) -> ColumnMapping | None:
    """What is known of the project's files from now on, its instruments with it; None if nothing is."""
    kept = merged(mapping, read_mapping_of(cursor, project_id))
    if known := tuple(id for id in instruments if id in known_sets(kept)):
        kept = kept.model_copy(update={"instrument": known})
    return None if kept == ColumnMapping() else kept


def _people(cursor: Cursor, store: Store, project: str, corrections: Corrections) -> Pseudonyms:
    """The project's pseudonyms, with the numbers that were said to be one person, now and before."""
    known = Pseudonyms(store.key, project, read_same_people(cursor, find_project(cursor, project)))
    return known.with_same_people((pair.number, pair.same_as) for pair in corrections.same_people)


def _find_record(records: Sequence[ImportRecord], import_id: int, *, withdrawn: bool = False) -> ImportRecord:
    for record in records:
        if record.import_id == import_id and (record.withdrawn_at is not None) == withdrawn:
            return record
    raise UnknownImport(f"there is no import {import_id} that can be withdrawn")


def _report(import_id: int | None, project: str, status: ImportStatus, registration: Registration) -> ImportReport:
    return ImportReport(
        import_id=import_id, project=project, status=status, tally=registration.tally, issues=registration.issues
    )
