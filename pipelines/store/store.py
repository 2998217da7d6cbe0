"""The only door to DuckDB: one file, locked down, a cursor per use and one writer at a time."""

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self
from weakref import WeakSet

import duckdb

from pipelines.store.backup import copy_database
from pipelines.store.cursor import Cursor
from pipelines.store.doorway import Doorway
from pipelines.store.key import fingerprint_of, read_key
from pipelines.store.rewriting import is_due, rewrite_file
from pipelines.store.unavailable import StoreBusy, StoreInUse, StoreUnavailable, UnknownStore
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

# Longer than any page or import takes to read.
SECONDS_TO_WAIT_FOR_READERS = 60

LOG = logging.getLogger(__name__)


class _Shared:
    """What two stores on one file in one process have in common, since they share DuckDB's instance."""

    def __init__(self) -> None:
        self.write_lock = threading.Lock()
        self.doorway = Doorway()
        self.stores: WeakSet[Store] = WeakSet()


_shared: dict[Path, _Shared] = {}


class Store:
    """An open database. Threads each take a cursor; `key` makes the pseudonyms of this installation."""

    def __init__(self, path: Path, connection: Cursor, key: bytes) -> None:
        self.path = path
        self.key = key
        self._connection = connection
        self._shared = _shared.setdefault(path.resolve(), _Shared())
        self._shared.stores.add(self)

    @classmethod
    def open(cls, path: Path, key_file: Path | None = None) -> Self:
        """Opens the database, after making or upgrading it where needed. Its key lies beside it unless a file is named.

        Raises StoreInUse when another process has it, UnknownStore when it is not ours, KeyUnavailable when the key
        that its pseudonyms were made with is missing or another.
        """
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = _connect(path)
        try:
            upgrade(connection)
            key = _read_own_key(connection, path, key_file)
            is_rewriting_due = is_due(connection)
        except BaseException:
            connection.close()
            raise
        store = cls(path, connection, key)
        if is_rewriting_due:
            store.rewrite()
        return store

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
        with self._shared.write_lock, self._own_cursor() as cursor:
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
        with self._shared.write_lock, self._own_cursor() as cursor:
            cursor.begin()
            try:
                yield cursor
            finally:
                cursor.rollback()

    def rewrite(self) -> bool:
        """Writes the file anew, so that no byte of what was deleted is left in it. Readers wait meanwhile.

        False when that cannot be done now (somebody goes on reading, the disk is full): it is done at the next opening.
        """
        with self._shared.write_lock:
            try:
                with self._shared.doorway.alone(SECONDS_TO_WAIT_FOR_READERS), self._let_go():
                    rewrite_file(self.path)
            except (StoreBusy, OSError, duckdb.Error) as fault:
                LOG.warning("Deleted rows still stand in unused parts of the database file: %s", type(fault).__name__)
                return False
        return True

    def back_up(self, to: Path) -> None:
        """Copies the database to a file that is not there yet, without its key. Readers and writers wait meanwhile.

        Raises BackupRefused, StoreBusy when somebody goes on reading, OSError when there is no room.
        """
        with self._shared.write_lock, self._shared.doorway.alone(SECONDS_TO_WAIT_FOR_READERS), self._let_go():
            copy_database(self.path, to)

    def close(self) -> None:
        self._shared.stores.discard(self)
        self._connection.close()

    @contextmanager
    def _let_go(self) -> Iterator[None]:
        """DuckDB holds on to its file as long as one connection is open: all are closed, and opened again."""
        stores = list(self._shared.stores)
        for store in stores:
            store._connection.close()
        try:
            yield
        finally:
            for store in stores:
                store._connection = _connect(store.path)

    @contextmanager
    def _own_cursor(self) -> Iterator[Cursor]:
        with self._shared.doorway.inside():
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


def _read_own_key(connection: Cursor, path: Path, key_file: Path | None) -> bytes:
    """The key that this database was filled with, and from now on only that one."""
    known = connection.execute("select fingerprint from registered.key_fingerprint").fetchall()
    key = read_key(path, known[0][0] if known else None, key_file)
    if not known:
        connection.execute("insert into registered.key_fingerprint values ($digest)", {"digest": fingerprint_of(key)})
    return key
