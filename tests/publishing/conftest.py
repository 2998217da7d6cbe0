"""A project in a real store, and the road to an edition of it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from pipelines.editions.bundle import read_bundle
from pipelines.editions.edition import Edition
from pipelines.outcomes.projects import read_projects
from pipelines.publishing.composition import Composition
from pipelines.publishing.draft import Draft
from pipelines.publishing.publish import draft_edition, publish
from pipelines.store.store import Store
from tests.spec.tables import Project

# 20 improved, 15 same, 12 declined in one place; 12, 10, 3 in the other.
TWO_PLACES = {
    "North": {"improved": 20, "same": 15, "declined": 12},
    "South": {"improved": 12, "same": 10, "declined": 3},
}


@pytest.fixture
def project(store: Store) -> Project:
    return Project(store)


def the_project(store: Store):
    with store.cursor() as cursor:
        (project,) = read_projects(cursor)
    return project


@pytest.fixture
def draft(store: Store) -> Callable[..., Draft]:
    return lambda **chosen: draft_edition(store, the_project(store), Composition(**chosen))


@pytest.fixture
def publish_it(store: Store, tmp_path: Path) -> Callable[..., Edition]:
    """Publishes what was chosen, signed by somebody, and reads it back from disk."""

    def road(signed_by: str = "M. de Boer", **chosen: object) -> Edition:
        manifest = publish(
            store, the_project(store), Composition(**chosen), tmp_path / "editions", composed_by="", signed_by=signed_by
        )
        return read_bundle(tmp_path / "editions" / manifest.edition)

    return road
