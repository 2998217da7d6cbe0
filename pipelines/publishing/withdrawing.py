"""When a teller wants their story told no more: marked at once in every edition, and left out of the one after it."""

import shutil
from datetime import datetime
from pathlib import Path

from pipelines.domain.project import Project
from pipelines.editions.bundle import digests, files_of, read_bundle, write_bundle
from pipelines.editions.edition import Edition
from pipelines.editions.manifest import Manifest
from pipelines.editions.withdrawn import read_withdrawn, write_withdrawn
from pipelines.publishing.publish import edition_id
from pipelines.store.editions import (
    EditionRecord,
    add_edition,
    read_editions,
    read_story_records,
    read_withdrawn_stories,
)
from pipelines.store.store import Store

WRITABLE = 0o755


def mark_withdrawn(store: Store) -> tuple[str, ...]:
    """Sees to it that no edition shows a story whose teller was erased or took back the consent. The editions that
    held one that was still shown.
    """
    with store.cursor() as cursor:
        withdrawn = {place: numbers for place, numbers in read_withdrawn_stories(cursor).items() if place.exists()}
    new = {place: numbers for place, numbers in withdrawn.items() if set(numbers) - read_withdrawn(place)}
    for place, numbers in new.items():
        write_withdrawn(place, {*numbers, *read_withdrawn(place)})
    return tuple(place.name for place in new)


def replace_edition(store: Store, project: Project, place: Path, *, signed_by: str) -> Manifest:
    """The same numbers and words in a new edition, without the stories that were withdrawn; the old one is removed,
    since their words stand in it. Raises EditionUnreadable, and UnknownEdition for one that is not of this project.
    """
    old = read_bundle(place)
    contents = old.contents.model_copy(update={"stories": old.stories})
    files = files_of(contents, old.cells)
    now = datetime.now().replace(microsecond=0)
    update = {
        "edition": edition_id(project, now, files), "published_at": now, "signed_by": signed_by.strip(),
        "replaces": old.id, "files": digests(files),
    }  # fmt: skip
    manifest = old.manifest.model_copy(update=update)
    with store.transaction() as cursor:
        record = _record_of(read_editions(cursor, project.project_id), old)
        of_stories = read_story_records(cursor, old.id)
        kept = {"edition": manifest.edition, "published_at": now, "place": str(place.with_name(manifest.edition))}
        add_edition(cursor, record.model_copy(update=kept), [of_stories[story.number] for story in old.stories])
        write_bundle(place.parent, manifest, files)
    place.chmod(WRITABLE)
    shutil.rmtree(place)
    return manifest


class UnknownEdition(ValueError):
    """These registrations do not remember this edition."""


def _record_of(records: tuple[EditionRecord, ...], edition: Edition) -> EditionRecord:
    for record in records:
        if record.edition == edition.id:
            return record
    raise UnknownEdition(f"these registrations do not remember the edition {edition.id}")
