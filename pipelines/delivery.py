"""What somebody delivers as one import, and how it is written: the inside of the road that imports.py lays."""

import hmac

from pydantic import Field

from pipelines.domain.frozen import Frozen
from pipelines.domain.registration import Registration
from pipelines.ingest.cells.upload import Upload
from pipelines.ingest.corrections import NO_CORRECTIONS, Corrections
from pipelines.ingest.fingerprint import digest_of, fingerprint_of
from pipelines.ingest.identities.file_name import clean_file_name
from pipelines.ingest.identities.own_names import OwnNames
from pipelines.ingest.identities.pseudonyms import Pseudonyms
from pipelines.ingest.mapping.column_mapping import ColumnMapping, known_sets
from pipelines.ingest.mapping.merging import merged
from pipelines.models.settling import settle_if_contested
from pipelines.store.history import find_live_import
from pipelines.store.own_names import read_own_names, remember_own_names
from pipelines.store.registering import open_import, write_registration
from pipelines.store.remembering import read_mapping_of, read_same_people, remember_mapping, write_same_people
from pipelines.store.store import Cursor


class Delivery(Frozen):
    """The files of one import, and what was said of how to read them."""

    project: str
    uploads: tuple[Upload, ...]
    instruments: tuple[str, ...] = ()
    mapping: ColumnMapping | None = None
    corrections: Corrections = NO_CORRECTIONS
    names: tuple[str, ...] = Field(default=(), repr=False)

    @property
    def fingerprint(self) -> str:
        """The same for the same files, read the same way."""
        return fingerprint_of(self.uploads, self.instruments, self.mapping, self.corrections, self.names)


def find_standing(cursor: Cursor, key: bytes, project_id: int, delivery: Delivery) -> int | None:
    """The import of these very files, read in this very way, that still stands; None if there is none."""
    return find_live_import(cursor, project_id, _fingerprint(cursor, key, project_id, delivery))


def write_delivery(
    cursor: Cursor,
    key: bytes,
    project_id: int,
    delivery: Delivery,
    registration: Registration,
    imported_by: str = "",
) -> int:
    """Writes the import and remembers what was said, within the caller's transaction. The number of the import."""
    known = Pseudonyms(key, delivery.project, read_same_people(cursor, project_id))
    people = known.with_same_people((pair.number, pair.same_as) for pair in delivery.corrections.same_people)
    own_names = OwnNames(people, delivery.names, read_own_names(cursor, project_id))
    import_id = open_import(
        cursor,
        project_id,
        fingerprint=_fingerprint(cursor, key, project_id, delivery),
        file_names=[clean_file_name(upload.name, own_names) for upload in delivery.uploads],
        file_digests=[digest_of(upload) for upload in delivery.uploads],
        imported_by=imported_by,
        tally=registration.tally,
        issues=registration.issues,
    )
    write_registration(cursor, project_id, import_id, registration)
    write_same_people(cursor, project_id, import_id, people.same_people)
    remember_own_names(cursor, project_id, own_names.digests)
    remember_mapping(cursor, project_id, _kept_mapping(cursor, project_id, delivery))
    settle_if_contested(cursor, project_id)
    return import_id


def _fingerprint(cursor: Cursor, key: bytes, project_id: int, delivery: Delivery) -> str:
    """What an upload is known by, keyed: names and corrected cells are in it, and nobody may try out which."""
    kept = _kept_mapping(cursor, project_id, delivery)
    known = None if kept == ColumnMapping() else kept
    said = delivery.model_copy(update={"mapping": known}).fingerprint
    return hmac.new(key, said.encode(), "sha256").hexdigest()


def _kept_mapping(cursor: Cursor, project_id: int, delivery: Delivery) -> ColumnMapping:
    """What is known of the project's files from now on, its instruments with it."""
    kept = merged(delivery.mapping, read_mapping_of(cursor, project_id))
    known = tuple(id for id in delivery.instruments if id in known_sets(kept))
    return kept.model_copy(update={"instrument": known}) if known else kept
