"""A project told in small tables."""

import pytest

from pipelines.store.store import Store
from tests.spec.tables import Project


@pytest.fixture
def project(store: Store) -> Project:
    return Project(store)
