"""The road of an edition: composed, looked at, signed by somebody, frozen."""

import re
import tomllib
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from pipelines.domain.project import Project
from pipelines.editions.bundle import digests, files_of, write_bundle
from pipelines.editions.edition import Edition
from pipelines.editions.manifest import METHOD_VERSION, Manifest
from pipelines.publishing.composition import Composition
from pipelines.publishing.draft import Draft, make_draft
from pipelines.publishing.materials import read_materials
from pipelines.publishing.memory import recall, remember
from pipelines.publishing.refusal import PublishingRefused, Reason
from pipelines.store.cursor import Cursor
from pipelines.store.editions import EditionRecord, add_edition, read_editions
from pipelines.store.store import Store

PROJECT_FILE = Path(__file__).parents[2] / "pyproject.toml"
LENGTH_OF_HASH = 8


def draft_edition(store: Store, project: Project, composition: Composition) -> Draft:
    """The edition as it would be read. Raises PublishingRefused with all reasons, UnknownMoment."""
    with store.cursor() as cursor:
        return _draft(cursor, project, composition)


def publish(
    store: Store,
    project: Project,
    composition: Composition,
    folder: Path,
    *,
    composed_by: str,
    signed_by: str,
    replaces: str | None = None,
    seen: str | None = None,
) -> Manifest:
    """Freezes the edition in the editions folder and remembers its counts. Its manifest.

    `seen` is the fingerprint of the draft that was looked at: if it would read otherwise now, nobody saw what would be
    published. Raises PublishingRefused with all reasons, UnknownMoment, EditionExists.
    """
    if not signed_by.strip():
        raise PublishingRefused([Reason(code="not_signed")])
    with store.transaction() as cursor:
        draft = _draft(cursor, project, composition)
        if seen is not None and seen != draft.fingerprint:
            raise PublishingRefused([Reason(code="changed")])
        files = files_of(draft.contents, draft.cells)
        now = datetime.now().replace(microsecond=0)
        manifest = Manifest(
            edition=edition_id(project, now, files),
            project=project.name,
            published_at=now,
            composed_by=composed_by.strip() or signed_by.strip(),
            signed_by=signed_by.strip(),
            method=METHOD_VERSION,
            software=software_version(),
            registrations=draft.digest,
            rules=composition.rules,
            replaces=replaces,
            files=digests(files),
        )
        add_edition(cursor, _record(project, manifest, composition, draft, folder), draft.story_records)
        write_bundle(folder, manifest, files)
    return manifest


def as_seen(draft: Draft, project: Project, composition: Composition) -> Edition:
    """The draft as its readers would see it; of signing and freezing nothing is known yet.

    Its id, under which nothing lies anywhere, tells one draft from another.
    """
    whole = digests({"": f"{composition.model_dump_json()} {draft.digest}".encode()})[""]
    manifest = Manifest(
        edition=f"draft-{whole[:LENGTH_OF_HASH]}",
        project=project.name,
        published_at=datetime.now(),
        composed_by="",
        signed_by="",
        method=METHOD_VERSION,
        software=software_version(),
        registrations=draft.digest,
        rules=composition.rules,
        replaces=None,
        files={},
    )
    return Edition(manifest, draft.contents, draft.cells)


def software_version() -> str:
    """Of the installed package, else of the checkout."""
    try:
        return version("tel-en-vertel")
    except PackageNotFoundError:
        return tomllib.loads(PROJECT_FILE.read_text(encoding="utf-8"))["project"]["version"]


def _draft(cursor: Cursor, project: Project, composition: Composition) -> Draft:
    earlier = [recall(record) for record in read_editions(cursor, project.project_id)]
    return make_draft(read_materials(cursor, project, composition), composition, earlier)


def _record(
    project: Project, manifest: Manifest, composition: Composition, draft: Draft, folder: Path
) -> EditionRecord:
    return EditionRecord(
        edition=manifest.edition,
        project_id=project.project_id,
        published_at=manifest.published_at,
        # Which stories stand in it is kept apart, where it can be forgotten.
        composition=composition.model_copy(update={"stories": {}}).model_dump_json(),
        system=remember(draft.system, dict(draft.hidden), composition.rules),
        registrations=draft.digest,
        place=str((folder / manifest.edition).resolve()),
    )


def edition_id(project: Project, now: datetime, files: dict[str, bytes]) -> str:
    """2026-11-29-achter-de-voordeur-3f2a9c1d: day, project, and the beginning of a hash over moment and contents."""
    name = "-".join(re.findall(r"[a-z0-9]+", project.name.casefold()))[:40].strip("-") or "project"
    whole = digests({"": "".join([now.isoformat(), *digests(files).values()]).encode()})[""]
    return f"{now:%Y-%m-%d}-{name}-{whole[:LENGTH_OF_HASH]}"
