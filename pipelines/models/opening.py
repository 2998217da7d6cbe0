"""Opens a store with this version's views over it."""

from pathlib import Path

from pipelines.models.views import lay_views
from pipelines.store.store import Store


def open_store(path: Path, key_file: Path | None = None) -> Store:
    """The store, its views laid anew: they may be those of an earlier version. Raises what Store.open raises."""
    store = Store.open(path, key_file)
    try:
        with store.transaction() as cursor:
            lay_views(cursor)
    except BaseException:
        store.close()
        raise
    return store
