"""What tests of several kinds need."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pipelines.models.opening import open_store
from pipelines.store.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store with a key of its own, gone after the test."""
    store = open_store(tmp_path / "store.duckdb")
    yield store
    store.close()
