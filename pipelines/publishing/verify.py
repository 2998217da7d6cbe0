"""Does every number of an edition stand? Worked out again from the registrations, cell by cell."""

from dataclasses import dataclass
from pathlib import Path

from pipelines.domain.project import Project
from pipelines.editions.bundle import read_bundle
from pipelines.editions.cell import Cell
from pipelines.editions.edition import Edition
from pipelines.publishing.composition import Composition
from pipelines.publishing.draft import Draft, make_draft
from pipelines.publishing.materials import read_materials
from pipelines.publishing.memory import recall
from pipelines.store.editions import read_editions
from pipelines.store.store import Store


@dataclass(frozen=True)
class Mismatch:
    """A cell as published, and as the registrations give it now; `found` None where it is not there any more."""

    published: Cell
    found: Cell | None


@dataclass(frozen=True)
class Verification:
    """`is_unchanged`: the registrations are those of the day of publishing."""

    edition: Edition
    n_cells: int
    mismatches: tuple[Mismatch, ...]
    is_unchanged: bool

    @property
    def stands(self) -> bool:
        return not self.mismatches


class NotOurEdition(ValueError):
    """These registrations do not remember this edition."""


def verify(store: Store, place: Path, projects: tuple[Project, ...]) -> Verification:
    """Raises EditionUnreadable where the bundle was changed, NotOurEdition, PublishingRefused, UnknownMoment."""
    edition = read_bundle(place)
    draft = _made_again(store, edition, projects)
    published, found = edition.cells.all, {(cell.table, cell.row, cell.column): cell for cell in draft.cells.all}
    mismatches = [
        Mismatch(cell, again) for cell in published if (again := found.get((cell.table, cell.row, cell.column))) != cell
    ]
    return Verification(edition, len(published), tuple(mismatches), draft.digest == edition.manifest.registrations)


def _made_again(store: Store, edition: Edition, projects: tuple[Project, ...]) -> Draft:
    """With the same composition, on the same day, beside the same earlier editions."""
    for project in projects:
        with store.cursor() as cursor:
            records = read_editions(cursor, project.project_id)
            ours = [number for number, record in enumerate(records) if record.edition == edition.id]
            if ours:
                composition = Composition.model_validate_json(records[ours[0]].composition)
                again = composition.model_copy(update={"as_of": edition.contents.as_of})
                earlier = [recall(record) for record in records[: ours[0]]]
                return make_draft(read_materials(cursor, project, again), again, earlier)
    raise NotOurEdition(f"these registrations do not remember the edition {edition.id}")
