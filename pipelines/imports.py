"""The road of one upload: read, preview, rehearse, commit, withdraw, history. Stands above ingest, store and models."""

from collections.abc import Sequence

from pipelines.delivery import Delivery, find_standing, write_delivery
from pipelines.domain.import_report import ImportRecord, ImportReport, ImportStatus, Preview, Rehearsal
from pipelines.domain.registration import Registration
from pipelines.forgetting import UnknownParticipant as UnknownParticipant
from pipelines.forgetting import erase as erase
from pipelines.forgetting import erasures as erasures
from pipelines.ingest.cells.upload import Upload
from pipelines.ingest.fingerprint import fingerprint_of as fingerprint_of
from pipelines.ingest.identities.own_names import OwnNames
from pipelines.ingest.identities.pseudonyms import Pseudonyms
from pipelines.ingest.mapping.column_mapping import ColumnMapping
from pipelines.ingest.read import read_registration
from pipelines.models.difference import read_difference
from pipelines.models.settling import settle
from pipelines.outcomes.findings import read_outcomes
from pipelines.publishing.withdrawing import mark_withdrawn
from pipelines.store.history import find_project, read_history
from pipelines.store.own_names import read_own_names
from pipelines.store.registering import register_project, remove_import
from pipelines.store.remembering import forget_mapping_of, read_mapping_of, read_same_people
from pipelines.store.store import Store


class UnknownImport(ValueError):
    """There is no live import with this number."""


def read_upload(store: Store, delivery: Delivery) -> Registration:
    """Reads the files in memory; nothing is written. What is wrong in them stands in the registration's issues.

    What was said of the columns of this project's earlier uploads holds here too, where it fits; its own mapping goes
    first.
    """
    with store.cursor() as cursor:
        project_id = find_project(cursor, delivery.project)
        remembered = read_mapping_of(cursor, project_id)
        pseudonyms = Pseudonyms(store.key, delivery.project, read_same_people(cursor, project_id))
        own_names = OwnNames(pseudonyms, delivery.names, read_own_names(cursor, project_id))
    return read_registration(
        delivery.uploads, pseudonyms, instruments=delivery.instruments, mapping=delivery.mapping,
        remembered=remembered, corrections=delivery.corrections, own_names=own_names,
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
    store: Store, delivery: Delivery, registration: Registration, *, leave_out_refused: bool = False
) -> Rehearsal:
    """The outcomes as they stand and as a commit would make them; all of it is taken back.

    They are the same where a commit would be refused.
    """
    with store.rehearsal() as cursor:
        project_id = register_project(cursor, delivery.project)
        before = read_outcomes(cursor, project_id)
        if not may_be_stored(registration, leave_out_refused):
            return Rehearsal(before=before, after=before)
        if find_standing(cursor, store.key, project_id, delivery) is None:
            write_delivery(cursor, store.key, project_id, delivery, registration)
        return Rehearsal(before=before, after=read_outcomes(cursor, project_id))


def commit(
    store: Store,
    delivery: Delivery,
    registration: Registration,
    *,
    leave_out_refused: bool = False,
    imported_by: str = "",
    is_sample: bool = False,
) -> ImportReport:
    """Stores the registration as one import, in one transaction.

    Refused, with nothing stored, when there are errors; `leave_out_refused` lets the good rows in all the same,
    unless an error concerns a whole sheet or file. Unchanged when these very files stand already. What the mapping
    says is remembered for the project's next upload.
    """
    if not may_be_stored(registration, leave_out_refused):
        return _report(None, delivery.project, ImportStatus.REFUSED, registration)
    with store.transaction() as cursor:
        project_id = register_project(cursor, delivery.project, is_sample=is_sample)
        earlier = find_standing(cursor, store.key, project_id, delivery)
        if earlier is not None:
            return _report(earlier, delivery.project, ImportStatus.UNCHANGED, registration)
        import_id = write_delivery(cursor, store.key, project_id, delivery, registration, imported_by)
    mark_withdrawn(store)
    return _report(import_id, delivery.project, ImportStatus.IMPORTED, registration)


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
    delivery = Delivery(
        project=project, uploads=tuple(uploads), instruments=tuple(instruments), mapping=mapping, names=tuple(names)
    )
    earlier = find_unchanged(store, delivery)
    if earlier is not None:
        return ImportReport(
            import_id=earlier.import_id, project=project, status=ImportStatus.UNCHANGED, tally=earlier.tally, issues=()
        )
    return commit(
        store, delivery, read_upload(store, delivery), leave_out_refused=leave_out_refused, imported_by=imported_by,
        is_sample=is_sample,
    )  # fmt: skip


def withdraw(store: Store, import_id: int) -> ImportRecord:
    """Deletes what an import brought in; the line in the history stays. Then the file is written anew, so that nothing
    of it can be read back.

    Raises UnknownImport if there is no such import or it was withdrawn before.
    """
    with store.transaction() as cursor:
        record = _find_record(read_history(cursor), import_id)
        remove_import(cursor, import_id)
        settle(cursor, find_project(cursor, record.project))
        withdrawn = _find_record(read_history(cursor), import_id, withdrawn=True)
    mark_withdrawn(store)
    store.rewrite()
    return withdrawn


def history(store: Store, project: str | None = None) -> tuple[ImportRecord, ...]:
    """All imports, newest first, withdrawn ones included."""
    with store.cursor() as cursor:
        return read_history(cursor, project)


def find_unchanged(store: Store, delivery: Delivery) -> ImportRecord | None:
    """The live import of these very files, read in this very way; None if there is none."""
    with store.cursor() as cursor:
        project_id = find_project(cursor, delivery.project)
        if project_id is None:
            return None
        earlier = find_standing(cursor, store.key, project_id, delivery)
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


def _find_record(records: Sequence[ImportRecord], import_id: int, *, withdrawn: bool = False) -> ImportRecord:
    for record in records:
        if record.import_id == import_id and (record.withdrawn_at is not None) == withdrawn:
            return record
    raise UnknownImport(f"there is no import {import_id} that can be withdrawn")


def _report(import_id: int | None, project: str, status: ImportStatus, registration: Registration) -> ImportReport:
    return ImportReport(
        import_id=import_id, project=project, status=status, tally=registration.tally, issues=registration.issues
    )
