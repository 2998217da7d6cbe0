"""One file, one door, one process."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from pipelines.store.store import SCHEMAS, Store, StoreInUse, StoreUnavailable, UnknownStore
from pipelines.store.upgrade import schema_files

OPEN_IN_ANOTHER_PROCESS = """
import sys
from pathlib import Path
from pipelines.store.store import Store, StoreInUse
try:
    Store.open(Path(sys.argv[1]))
except StoreInUse as fault:
    print(fault)
"""


def test_what_was_written_is_there_after_opening_again(tmp_path: Path):
    path = tmp_path / "deep" / "data.duckdb"
    store = Store.open(path)
    with store.transaction() as cursor:
        cursor.execute("insert into registered.project (name) values ('East')")
    store.close()
    again = Store.open(path)
    with again.cursor() as cursor:
        assert cursor.execute("select name from registered.project").fetchall() == [("East",)]
    assert again.key == store.key
    again.close()


def test_a_second_process_is_told_that_the_store_is_in_use(store: Store):
    child = subprocess.run(
        [sys.executable, "-c", OPEN_IN_ANOTHER_PROCESS, str(store.path)], capture_output=True, text=True, check=True
    )
    assert "is in use" in child.stdout


def test_the_same_process_may_open_it_twice(store: Store):
    second = Store.open(store.path)
    with second.transaction() as cursor:
        cursor.execute("insert into registered.project (name) values ('East')")
    with store.cursor() as cursor:
        assert cursor.execute("select count(*) from registered.project").fetchall() == [(1,)]
    second.close()


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path):
    path = tmp_path / "data.duckdb"
    path.write_text("not a database")
    with pytest.raises(UnknownStore):
        Store.open(path)
    assert path.read_text() == "not a database"
    assert [file.name for file in tmp_path.iterdir()] == ["data.duckdb"]


def test_a_database_of_another_program_is_refused_and_left_alone(tmp_path: Path):
    path = tmp_path / "data.duckdb"
    with duckdb.connect(path) as theirs:
        theirs.execute("create table recipe (name varchar)")
    with pytest.raises(UnknownStore, match="another program"):
        Store.open(path)
    with duckdb.connect(path) as theirs:
        assert theirs.execute("select table_name from duckdb_tables()").fetchall() == [("recipe",)]


def test_a_database_of_a_newer_version_is_refused(tmp_path: Path):
    path = tmp_path / "data.duckdb"
    Store.open(path).close()
    with duckdb.connect(path) as newer:
        newer.execute("insert into schema_file values ('999_tomorrow.sql', now())")
    with pytest.raises(UnknownStore, match="newer version"):
        Store.open(path)


def test_each_schema_file_is_applied_once_and_in_order(tmp_path: Path):
    path = tmp_path / "data.duckdb"
    Store.open(path).close()
    store = Store.open(path)
    with store.cursor() as cursor:
        applied = cursor.execute("select name from schema_file order by applied_at").fetchall()
    store.close()
    assert [name for (name,) in applied] == sorted(schema_files())


def test_a_schema_file_that_fails_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "data.duckdb"
    broken = {"001_first.sql": "create schema registered; create table registered.a (b integer); select nonsense;"}
    monkeypatch.setattr("pipelines.store.upgrade.schema_files", lambda: broken)
    with pytest.raises(duckdb.Error):
        Store.open(path)
    monkeypatch.undo()
    Store.open(path).close()


@pytest.mark.parametrize(
    "statement",
    [
        "select * from read_csv('/etc/hostname')",
        "copy registered.project to 'out.csv'",
        "attach 'other.duckdb'",
        "install httpfs",
        "load httpfs",
        "set enable_external_access = true",
        "set threads = 1",
    ],
)
def test_the_door_is_locked_to_everything_else(store: Store, statement: str):
    with store.cursor() as cursor, pytest.raises((duckdb.PermissionException, duckdb.InvalidInputException)):
        cursor.execute(statement)


def test_python_variables_cannot_be_read_as_tables(store: Store):
    import pandas as pd

    secret = pd.DataFrame({"a": [1]})
    with store.cursor() as cursor, pytest.raises(duckdb.CatalogException):
        cursor.execute("select * from secret")
    assert len(secret) == 1


@pytest.mark.skipif(os.name == "nt", reason="Windows has no owner-only bits")
def test_the_key_is_for_the_owner_only(store: Store):
    file = store.path.with_name(store.path.name + ".key")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_the_lock_is_gone_when_the_store_is_closed(tmp_path: Path):
    path = tmp_path / "data.duckdb"
    Store.open(path).close()
    child = subprocess.run(
        [sys.executable, "-c", OPEN_IN_ANOTHER_PROCESS, str(path)], capture_output=True, text=True, check=True
    )
    assert child.stdout == ""
    assert issubclass(StoreInUse, RuntimeError)


@pytest.mark.parametrize("schema", SCHEMAS)
def test_a_file_named_after_a_schema_is_refused_in_words(tmp_path: Path, schema: str):
    with pytest.raises(StoreUnavailable, match=f"another than {schema}"):
        Store.open(tmp_path / f"{schema}.duckdb")
