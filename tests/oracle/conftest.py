"""What the oracles share."""

from collections.abc import Iterator

import pytest

from pipelines.models.opening import open_store
from pipelines.store.store import Store


@pytest.fixture(scope="module")
def shared_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """One store for all examples; each is a project of its own, so the others are there to be left out."""
    store = open_store(tmp_path_factory.mktemp("oracle") / "oracle.duckdb")
    yield store
    store.close()
