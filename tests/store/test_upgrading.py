"""A database that an earlier version filled opens with what it held, and counts as it did."""

from pathlib import Path

import duckdb
import pytest

from pipelines import imports
from pipelines.domain.import_report import ImportStatus
from pipelines.ingest.cells.upload import Upload
from pipelines.models import opening
from pipelines.models.opening import open_store
from pipelines.outcomes.findings import read_outcomes
from pipelines.store.store import Store
from pipelines.store.upgrade import schema_files, upgrade

# Every file in the schema's folder made a version that somebody may have; the last is that of today.
VERSIONS = sorted(schema_files())
WITH_MARKS_ON_OBSERVATIONS = "008_views.sql"
FIRST = "deelnemer;meetmoment;datum;Financiën\n1;0;10-01-2025;2\n1;1;10-07-2025;4\n"
AS_IT_WAS = """
    insert into registered.project (name) values ('East');
    insert into registered.import (project_id, imported_at, fingerprint, file_names, rows_read, rows_accepted,
        rows_refused, rows_skipped) values (1, now(), 'f', ['old.csv'], 4, 3, 1, 0);
    insert into registered.indicator values (1, 1, 1, 'zrm_2017', 'zrm', 'finances', 'finances', 0, $definition);
"""
OBSERVATIONS = """
    insert into registered.observation values (1, 1, 77, 1, 0, 'unstated', date '2025-01-10', 2),
        (1, 1, 77, 1, 1, 'unstated', date '2025-07-10', 4);
"""
OBSERVATIONS_WITH_MARKS = """
    insert into registered.observation values
        (1, 1, 77, 1, 0, 'unstated', date '2025-01-10', 2, 77, true, false),
        (1, 1, 77, 1, 1, 'unstated', date '2025-07-10', 4, 77, true, true);
"""


@pytest.fixture(params=VERSIONS)
def old(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A database of an earlier version, with one import."""
    return made_by(request.param, tmp_path / "data.duckdb", monkeypatch)


def made_by(version: str, path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    known = {name: text for name, text in schema_files().items() if name <= version}
    monkeypatch.setattr("pipelines.store.upgrade.schema_files", lambda: known)
    with duckdb.connect(path) as connection:
        upgrade(connection)
        observations = OBSERVATIONS if version < WITH_MARKS_ON_OBSERVATIONS else OBSERVATIONS_WITH_MARKS
        for insert in (*AS_IT_WAS.split(";")[:-1], observations):
            used = {"definition": _definition()} if "$definition" in insert else None
            connection.execute(insert, used)
    monkeypatch.undo()
    return path


def _definition() -> str:
    from pipelines.instruments.catalogue import shipped_sets

    return next(known for known in shipped_sets()["zrm_2017"].indicators if known.code == "finances").model_dump_json()


def test_an_old_database_is_opened_with_its_history(old: Path):
    store = open_store(old)
    (record,) = imports.history(store)
    store.close()
    assert (record.file_names, record.tally.refused) == (("old.csv",), 1)
    assert (record.imported_by, record.file_digests) == ("", ())


def test_what_it_holds_is_counted_with_the_views_of_today(old: Path):
    store = open_store(old)
    with store.cursor() as cursor:
        (outcome,) = read_outcomes(cursor, 1)
        lasts = cursor.execute("select moment, is_last from registered.observation order by moment").fetchall()
    store.close()
    assert (outcome.n_pairs, outcome.n_improved, outcome.n_rows_left_out) == (1, 1, 1)
    assert lasts == [(0, False), (1, True)]


def test_after_the_upgrade_it_has_the_tables_of_a_new_one(old: Path, tmp_path: Path):
    open_store(old).close()
    open_store(tmp_path / "new.duckdb").close()
    assert columns_in(old) == columns_in(tmp_path / "new.duckdb")


def columns_in(path: Path) -> list[tuple[str, ...]]:
    """Of each table its columns, in whichever order: what was added later stands last."""
    with duckdb.connect(path) as connection:
        asked = "select schema_name, table_name, column_name, data_type from duckdb_columns() order by all"
        return connection.execute(asked).fetchall()


def test_an_old_database_takes_new_imports(old: Path):
    store = open_store(old)
    upload = [Upload(name="new.csv", content=FIRST.encode())]
    report = imports.import_files(store, "East", upload, instruments=("zrm_2017",))
    store.close()
    assert report.status is ImportStatus.IMPORTED


def test_the_views_are_laid_anew_at_every_opening(old: Path):
    open_store(old).close()
    with duckdb.connect(old) as connection:
        connection.execute("create or replace view core.project as select 1 as project_id")
    store = open_store(old)
    with store.cursor() as cursor:
        assert cursor.execute("select name from core.project").fetchall() == [("East",)]
    store.close()


def test_a_fault_while_laying_views_lets_go_of_the_file(old: Path, monkeypatch: pytest.MonkeyPatch):
    def fail(*_: object) -> None:
        raise RuntimeError("the disk is full")

    monkeypatch.setattr(opening, "lay_views", fail)
    with pytest.raises(RuntimeError, match="disk is full"):
        open_store(old)
    Store.open(old).close()
