"""What tests of several kinds need."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pipelines.store.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store with a key of its own, gone after the test."""
    store = Store.open(tmp_path / "store.duckdb")
    yield store
    store.close()
