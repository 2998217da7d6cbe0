"""Copies of the database that can be put back. The key is never in one: who has both can look up participants."""

import os
import shutil
from pathlib import Path

import duckdb

from pipelines.store.key import OWNER_ONLY, KeyUnavailable, key_file, read_key
from pipelines.store.unavailable import StoreBusy, StoreInUse, StoreUnavailable, UnknownStore

READING_ONLY = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "enable_external_access": False,
    "lock_configuration": True,
}


class BackupRefused(StoreUnavailable):
    """The copy is not made or not put back, and nothing was changed; the message says why."""


def copy_database(database: Path, to: Path) -> None:
    """Copies a database that nobody has open. The copy is whole or not there. Raises BackupRefused and OSError."""
    if log_of(database).exists():
        raise StoreBusy("the database was not closed")
    if to.exists():
        raise BackupRefused(f"{to} exists already: choose another name, or remove it first.")
    unfinished = to.with_name(f".{to.name}.unfinished")
    try:
        _copy(database, unfinished)
        unfinished.replace(to)
    finally:
        unfinished.unlink(missing_ok=True)


def copy_key(key: Path, to: Path, backup: Path) -> None:
    """Copies the key to a folder other than that of the back-up. Raises BackupRefused."""
    if to.resolve().parent == backup.resolve().parent:
        raise BackupRefused(f"{to} lies beside the back-up: keep the key apart, in another folder.")
    if to.exists():
        raise BackupRefused(f"{to} exists already: choose another name, or remove it first.")
    _copy(key, to)


def check_backup(backup: Path, database: Path, key: Path | None = None) -> None:
    """That the copy opens, and that the key of the database it is for fits. Raises UnknownStore or KeyUnavailable."""
    fingerprint = _fingerprint_in(backup)
    if not (key or key_file(database)).exists():
        raise KeyUnavailable(
            f"the key {key or key_file(database)} is not there: put it back from its own back-up first."
        )
    read_key(database, fingerprint, key)


def restore(backup: Path, database: Path, key: Path | None = None, *, replace: bool = False) -> None:
    """Puts a back-up in the place of the database, as a whole or not at all.

    Raises BackupRefused when a database is there already (unless it may be replaced), StoreInUse when a program has it
    open, UnknownStore when the back-up does not open, KeyUnavailable when the key does not fit it.
    """
    if database.exists():
        if not replace:
            raise BackupRefused(f"{database} exists already: with --replace the back-up takes its place.")
        _refuse_if_in_use(database)
    check_backup(backup, database, key)
    database.parent.mkdir(parents=True, exist_ok=True)
    fresh = database.with_name(f".{database.name}.restored")
    try:
        _copy(backup, fresh)
        check_backup(fresh, database, key)
        # Left behind by a program that broke off, and of no use to another database.
        log_of(database).unlink(missing_ok=True)
        fresh.replace(database)
    finally:
        fresh.unlink(missing_ok=True)


def log_of(database: Path) -> Path:
    """Where DuckDB writes what is not in the file yet."""
    return database.with_name(f"{database.name}.wal")


def _fingerprint_in(backup: Path) -> str:
    """Of the key that the copied database was filled with."""
    try:
        with duckdb.connect(backup, read_only=True, config=READING_ONLY) as connection:
            found = connection.execute("select fingerprint from registered.key_fingerprint").fetchall()
    except duckdb.Error as fault:
        raise UnknownStore(f"{backup} cannot be opened: it is no back-up, or it is damaged.") from fault
    if not found:
        raise UnknownStore(f"{backup} was never filled by this program.")
    return found[0][0]


def _refuse_if_in_use(database: Path) -> None:
    """A damaged database may be replaced; that is what back-ups are for."""
    try:
        duckdb.connect(database, read_only=True, config=READING_ONLY).close()
    except duckdb.Error as fault:
        if "Could not set lock" in str(fault):
            raise StoreInUse(f"{database} is in use: stop the program that has it open first.") from fault


def _copy(source: Path, to: Path) -> None:
    """For its owner only, and on the disk when this returns."""
    descriptor = os.open(to, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, OWNER_ONLY)
    with source.open("rb") as reading, os.fdopen(descriptor, "wb") as writing:
        shutil.copyfileobj(reading, writing, 1 << 20)
        writing.flush()
        os.fsync(writing.fileno())
