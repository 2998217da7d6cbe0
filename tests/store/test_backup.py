"""A back-up holds everything but the key, and goes back as a whole or not at all."""

import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from pipelines import imports
from pipelines.ingest.cells.upload import Upload
from pipelines.models.opening import open_store
from pipelines.store import backup
from pipelines.store.backup import BackupRefused, copy_key, restore
from pipelines.store.key import KeyUnavailable
from pipelines.store.store import Store
from pipelines.store.unavailable import StoreBusy, StoreInUse, UnknownStore

ROWS = "deelnemer;meetmoment;datum;Financiën\n1;0;10-01-2025;2\n1;1;10-07-2025;4\n"


@pytest.fixture
def filled(store: Store) -> Store:
    """A store with one project."""
    fill(store, "East")
    return store


def fill(store: Store, project: str) -> None:
    uploads = [Upload(name="m.csv", content=ROWS.encode())]
    imports.import_files(store, project, uploads, instruments=("zrm_2017",))


def projects_in(database: Path, key: Path) -> list[str]:
    store = open_store(database, key)
    try:
        return sorted(record.project for record in imports.history(store))
    finally:
        store.close()


def key_of(store: Store) -> Path:
    return store.path.with_name(f"{store.path.name}.key")


def test_a_backup_holds_all_that_was_written_and_the_store_goes_on(filled: Store, tmp_path: Path):
    filled.back_up(tmp_path / "copy.duckdb")
    fill(filled, "West")
    assert projects_in(tmp_path / "copy.duckdb", key_of(filled)) == ["East"]
    assert [record.project for record in imports.history(filled)] == ["West", "East"]


def test_the_key_is_not_in_a_backup(filled: Store, tmp_path: Path):
    filled.back_up(tmp_path / "copy.duckdb")
    content = (tmp_path / "copy.duckdb").read_bytes()
    assert filled.key not in content
    assert filled.key.hex().encode() not in content
    assert stat.S_IMODE((tmp_path / "copy.duckdb").stat().st_mode) == 0o600


def test_a_backup_takes_nobodys_place(filled: Store, tmp_path: Path):
    (tmp_path / "copy.duckdb").write_text("something else", encoding="utf-8")
    with pytest.raises(BackupRefused, match="exists already"):
        filled.back_up(tmp_path / "copy.duckdb")
    assert (tmp_path / "copy.duckdb").read_text(encoding="utf-8") == "something else"
    fill(filled, "West")


def test_a_full_disk_leaves_no_half_backup_and_an_open_store(
    filled: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def fail(_: int) -> None:
        raise OSError("no room")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="no room"):
        filled.back_up(tmp_path / "copy.duckdb")
    monkeypatch.undo()
    assert [file.name for file in tmp_path.iterdir() if "copy" in file.name] == []
    fill(filled, "West")


def test_a_backup_waits_for_readers_and_not_for_ever(filled: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("pipelines.store.store.SECONDS_TO_WAIT_FOR_READERS", 0.2)
    reading, enough = threading.Event(), threading.Event()

    def read() -> None:
        with filled.cursor():
            reading.set()
            enough.wait(10)

    reader = threading.Thread(target=read)
    reader.start()
    reading.wait(10)
    with pytest.raises(StoreBusy):
        filled.back_up(tmp_path / "copy.duckdb")
    enough.set()
    reader.join()
    filled.back_up(tmp_path / "copy.duckdb")


def test_a_backup_while_others_read_and_write_is_whole(filled: Store, tmp_path: Path):
    writer = threading.Thread(target=lambda: [fill(filled, f"Project {number}") for number in range(5)])
    writer.start()
    for number in range(3):
        filled.back_up(tmp_path / f"{number}.duckdb")
    writer.join()
    for number in range(3):
        copied = projects_in(tmp_path / f"{number}.duckdb", key_of(filled))
        assert copied == ["East", *(f"Project {earlier}" for earlier in range(len(copied) - 1))]


@pytest.fixture
def made(filled: Store, tmp_path: Path) -> Path:
    """A back-up of `filled`, which has gone on since and is closed."""
    filled.back_up(tmp_path / "made.duckdb")
    fill(filled, "Later")
    filled.close()
    return tmp_path / "made.duckdb"


def test_what_is_put_back_is_what_was_backed_up(filled: Store, made: Path):
    restore(made, filled.path, replace=True)
    assert projects_in(filled.path, key_of(filled)) == ["East"]


def test_a_database_that_is_there_stays_unless_it_is_said(filled: Store, made: Path):
    with pytest.raises(BackupRefused, match="--replace"):
        restore(made, filled.path)
    assert projects_in(filled.path, key_of(filled)) == ["East", "Later"]


def test_a_backup_goes_to_another_computer_with_its_key(filled: Store, made: Path, tmp_path: Path):
    elsewhere = tmp_path / "elsewhere" / "data.duckdb"
    with pytest.raises(KeyUnavailable, match="put it back"):
        restore(made, elsewhere)
    elsewhere.parent.mkdir()
    copy_key(key_of(filled), elsewhere.with_name("data.duckdb.key"), made)
    restore(made, elsewhere)
    assert projects_in(elsewhere, elsewhere.with_name("data.duckdb.key")) == ["East"]


def test_a_key_that_does_not_fit_stops_it(filled: Store, made: Path):
    key_of(filled).write_text("ab" * 32, encoding="ascii")
    with pytest.raises(KeyUnavailable, match="another key"):
        restore(made, filled.path, replace=True)


@pytest.mark.parametrize("damage", ["no database", "half"])
def test_a_damaged_backup_takes_nobodys_place(filled: Store, made: Path, damage: str):
    content = made.read_bytes()
    made.write_bytes(b"no database" if damage == "no database" else content[: len(content) // 3])
    with pytest.raises(UnknownStore):
        restore(made, filled.path, replace=True)
    assert projects_in(filled.path, key_of(filled)) == ["East", "Later"]


def test_a_damaged_database_can_be_replaced(filled: Store, made: Path):
    filled.path.write_bytes(b"broken")
    restore(made, filled.path, replace=True)
    assert projects_in(filled.path, key_of(filled)) == ["East"]


def test_what_an_ended_program_left_behind_is_not_played_onto_the_backup(filled: Store, made: Path):
    backup.log_of(filled.path).write_bytes(b"left behind")
    restore(made, filled.path, replace=True)
    assert not backup.log_of(filled.path).exists()
    assert projects_in(filled.path, key_of(filled)) == ["East"]


HOLD_OPEN = "import duckdb, sys; held = duckdb.connect(sys.argv[1]); print('open', flush=True); sys.stdin.readline()"


def test_a_database_that_another_program_has_open_stays(filled: Store, made: Path):
    command = [sys.executable, "-c", HOLD_OPEN, str(filled.path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout.readline() == b"open\n"
        with pytest.raises(StoreInUse):
            restore(made, filled.path, replace=True)
        other.communicate(b"enough\n")
    assert projects_in(filled.path, key_of(filled)) == ["East", "Later"]


def test_the_key_is_not_kept_beside_the_backup(filled: Store, made: Path, tmp_path: Path):
    with pytest.raises(BackupRefused, match="in another folder"):
        copy_key(key_of(filled), made.with_name("key"), made)
    apart = tmp_path / "apart"
    apart.mkdir()
    copy_key(key_of(filled), apart / "key", made)
    assert stat.S_IMODE((apart / "key").stat().st_mode) == 0o600
