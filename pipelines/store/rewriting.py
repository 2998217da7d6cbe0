"""Writes the database file anew: DuckDB leaves the bytes of deleted rows in parts of the file that it does not use."""

import shutil
from datetime import datetime
from pathlib import Path

import duckdb

from pipelines.store.cursor import Cursor
from pipelines.store.unavailable import StoreBusy


def note_deletion(cursor: Cursor) -> None:
    """In the transaction that deletes: the file has to be written anew, also if this process ends before it is."""
    cursor.execute("insert into registered.rewriting_due values ($now)", {"now": datetime.now()})


def is_due(cursor: Cursor) -> bool:
    """Whether something was deleted since the file was last written anew."""
    return bool(cursor.execute("select 1 from registered.rewriting_due limit 1").fetchall())


def rewrite_file(path: Path) -> None:
    """Copies what the database holds to a fresh file, which then takes its place. Nobody may have it open.

    Raises duckdb.Error or OSError, and leaves the file as it was, when there is no room or somebody has it open.
    """
    fresh = unfinished_copy(path)
    remove_unfinished_copy(path)
    try:
        _copy(path, fresh)
        shutil.copymode(path, fresh)
        fresh.replace(path)
    finally:
        remove_unfinished_copy(path)


def unfinished_copy(path: Path) -> Path:
    return path.with_name(f"{path.name}.fresh")


def remove_unfinished_copy(path: Path) -> None:
    """What a copy that was broken off left behind."""
    fresh = unfinished_copy(path)
    for file in (fresh, _log_of(fresh)):
        file.unlink(missing_ok=True)


def _copy(path: Path, fresh: Path) -> None:
    """The one connection that may open a second file. What it may reach besides is as little as elsewhere."""
    closed = {"autoinstall_known_extensions": False, "autoload_known_extensions": False}
    connection = duckdb.connect(path, config=closed)
    try:
        (database,) = connection.execute("select current_database()").fetchall()[0]
        quoted = str(fresh).replace("'", "''")
        connection.execute(f"attach '{quoted}' as fresh")
        connection.execute(f'copy from database "{database}" to fresh')
        connection.execute("delete from fresh.registered.rewriting_due")
        connection.execute("checkpoint fresh")
        connection.execute("detach fresh")
        connection.execute("checkpoint")
    finally:
        connection.close()
    # A log that stayed would be replayed onto the fresh file.
    if _log_of(path).exists():
        raise StoreBusy("the database was not closed")


def _log_of(path: Path) -> Path:
    return path.with_name(f"{path.name}.wal")
