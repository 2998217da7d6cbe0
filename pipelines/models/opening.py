"""Opens a store whose derived tables are those of this version's models."""

import hashlib
from pathlib import Path

from pipelines.models.build import TABLES, rebuild, select_of
from pipelines.store.store import Cursor, Store
from pipelines.store.upgrade import schema_files


def open_store(path: Path) -> Store:
    """The store, every project built again where the models changed since. Raises what Store.open raises."""
    store = Store.open(path)
    try:
        _rebuild_where_models_changed(store)
    except BaseException:
        store.close()
        raise
    return store


def fingerprint_of_models() -> str:
    """SHA-256, in hexadecimal, over the selects of all tables in order and the names of the schema files."""
    models = (f"{table}\n{select_of(table)}" for table in TABLES)
    return hashlib.sha256("\0".join((*models, *sorted(schema_files()))).encode()).hexdigest()


def _rebuild_where_models_changed(store: Store) -> None:
    fingerprint = fingerprint_of_models()
    with store.cursor() as cursor:
        if _built_with(cursor) == fingerprint:
            return
    with store.transaction() as cursor:
        for (project_id,) in cursor.execute("select project_id from registered.project").fetchall():
            rebuild(cursor, project_id)
        cursor.execute("delete from core.built_with")
        cursor.execute("insert into core.built_with values ($fingerprint)", {"fingerprint": fingerprint})


def _built_with(cursor: Cursor) -> str | None:
    rows = cursor.execute("select fingerprint from core.built_with").fetchall()
    return rows[0][0] if rows else None
