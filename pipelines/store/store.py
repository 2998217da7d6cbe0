"""The only door to DuckDB: one file, locked down, a cursor per use and one writer at a time."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

import duckdb

from pipelines.store.cursor import Cursor
from pipelines.store.key import fingerprint_of, read_key
from pipelines.store.unavailable import StoreInUse, StoreUnavailable, UnknownStore
from pipelines.store.upgrade import upgrade

__all__ = ["Cursor", "Store", "StoreInUse", "StoreUnavailable", "UnknownStore"]

LOCKED_DOWN = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "allow_community_extensions": False,
    "allow_unsigned_extensions": False,
    "enable_external_access": False,
    "lock_configuration": True,
}

# DuckDB names a database after its file, and cannot tell a database from a schema of the same name.
SCHEMAS = ("registered", "core", "outcome")

# Two stores on one file in one process share DuckDB's instance, so they must share the lock as well.
_write_locks: dict[Path, threading.Lock] = {}


class Store:
    """An open database. Threads each take a cursor; `key` makes the pseudonyms of this installation."""

    def __init__(self, path: Path, connection: Cursor, key: bytes) -> None:
        self.path = path
        self.key = key
        self._connection = connection
        self._write_lock = _write_locks.setdefault(path.resolve(), threading.Lock())

    @classmethod
    def open(cls, path: Path) -> Self:
        """Opens the database, after making or upgrading it where needed.

        Raises StoreInUse when another process has it, UnknownStore when it is not ours, KeyUnavailable when the key
        that its pseudonyms were made with is missing or another.
        """
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = _connect(path)
        try:
            upgrade(connection)
            key = _read_own_key(connection, path)
        except BaseException:
            connection.close()
            raise
        return cls(path, connection, key)

    @contextmanager
    def cursor(self) -> Iterator[Cursor]:
        """A cursor to read with, for one use in one thread: all it reads is of one moment. Writing raises.

        Never shared: one connection over several threads gives wrong rows.
        """
        with self._own_cursor() as cursor:
            cursor.execute("begin transaction read only")
            yield cursor

    @contextmanager
    def transaction(self) -> Iterator[Cursor]:
        """A cursor to write with: its work stands as a whole or, after an exception, not at all. Writers queue."""
        with self._write_lock, self._own_cursor() as cursor:
            cursor.begin()
            try:
                yield cursor
            except BaseException:
                cursor.rollback()
                raise
            cursor.commit()

    @contextmanager
    def rehearsal(self) -> Iterator[Cursor]:
        """A cursor to write with whose work is always taken back: to see what would come of it. Writers queue."""
        with self._write_lock, self._own_cursor() as cursor:
            cursor.begin()
            try:
                yield cursor
            finally:
                cursor.rollback()

    def close(self) -> None:
        self._connection.close()

    @contextmanager
    def _own_cursor(self) -> Iterator[Cursor]:
        cursor = self._connection.cursor()
        try:
            yield cursor
        finally:
            cursor.close()


def _connect(path: Path) -> Cursor:
    if path.stem in SCHEMAS:
        raise StoreUnavailable(f"{path} is a name that the database uses itself: choose another than {path.stem}.")
    try:
        return duckdb.connect(path, config=LOCKED_DOWN)
    except duckdb.Error as fault:
        if "Could not set lock" in str(fault):
            raise StoreInUse(f"{path} is in use: another program has it open. Close that program first.") from fault
        raise UnknownStore(
            f"{path} cannot be opened: it is no database, it is damaged, or another version made it."
        ) from fault


def _read_own_key(connection: Cursor, path: Path) -> bytes:
    """The key that this database was filled with, and from now on only that one."""
    known = connection.execute("select fingerprint from registered.key_fingerprint").fetchall()
    key = read_key(path, known[0][0] if known else None)
    if not known:
        connection.execute("insert into registered.key_fingerprint values ($digest)", {"digest": fingerprint_of(key)})
    return key
