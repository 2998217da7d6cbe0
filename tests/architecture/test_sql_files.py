"""Laws 3 and 4: one file = one view = one select, its grain on line 1, in SQL that Spark reads the same way."""

import re
from itertools import pairwise

import pytest

from pipelines.models.views import VIEWS
from pipelines.store.store import Store
from tests.architecture.source_files import HOUSE, files_under
from tests.architecture.sql_rules import faults_in_form, faults_in_words, statements, tables_read

MODELS = HOUSE / "pipelines" / "models"
SCHEMA = HOUSE / "pipelines" / "store" / "schema"
STORE = HOUSE / "pipelines" / "store"
SQL_FILES = [file for file in files_under("pipelines") if file.suffix == ".sql"]
STATEMENTS = [file for file in SQL_FILES if STORE in file.parents and SCHEMA not in file.parents]
SELECTS = [file for file in SQL_FILES if STORE not in file.parents]
VIEW_FILES = {f"{file.parent.name}.{file.stem}": file for file in SELECTS if file.parent.parent == MODELS}


def test_every_select_keeps_its_form_and_its_words():
    found = [
        f"{file.relative_to(HOUSE)}: {fault}"
        for file in SELECTS
        for fault in (
            *faults_in_form(file.read_text(encoding="utf-8"), is_view=file in VIEW_FILES.values()),
            *faults_in_words(file.read_text(encoding="utf-8")),
        )
    ]
    assert "\n".join(found) == ""


def test_a_statement_of_the_store_stands_alone_in_its_file():
    for file in STATEMENTS:
        assert len(statements(file.read_text(encoding="utf-8"))) == 1, file.relative_to(HOUSE)


def test_the_order_names_every_view_once():
    assert sorted(VIEWS) == sorted(VIEW_FILES)


def test_a_view_reads_only_views_above_it():
    for place, view in enumerate(VIEWS):
        read = tables_read(VIEW_FILES[view].read_text(encoding="utf-8"))
        assert {name for name in read if not name.startswith("registered.")} <= set(VIEWS[:place]), view


def test_nothing_derived_is_stored(store: Store):
    with store.cursor() as cursor:
        stored = cursor.execute("select distinct schema_name from duckdb_tables() order by all").fetchall()
    assert stored == [("main",), ("registered",)]


def test_every_registered_table_says_its_grain():
    for file in sorted(SCHEMA.glob("*.sql")):
        lines = file.read_text(encoding="utf-8").splitlines()
        for before, line in pairwise(lines):
            if line.startswith("create table registered."):
                assert re.fullmatch(r"-- One row( per .+|: .+)\.", before), line


@pytest.mark.parametrize(
    "sql",
    [
        "select 1 as x",
        "-- The scores.\nselect 1 as x",
        "-- One row per score\nselect 1 as x",
        "-- All that counts.\n-- One row per score.\nselect 1 as x",
        "-- One row per score.\nselect 1 as x;\nselect 2 as x",
        "-- One row per score.\ncreate table x as select 1 as x",
        "-- One row per score.\n" + "\n" * 80 + "select 1 as x",
    ],
)
def test_a_view_without_its_form_is_seen(sql: str):
    assert faults_in_form(sql, is_view=True)


@pytest.mark.parametrize(
    "sql",
    [
        "select any_value(x) filter (where y) from t group by z",
        "select first(x order by y) from t group by z",
        "select quantile_cont(x, 0.5) from t",
        "select sum(a > b) from t",
        "select sum((a > b) and c is null) from t",
        "select * replace (x + 1 as x) from t",
        "select * exclude (x) from t",
        "select i from range(5) as r(i)",
        "select [x + 1 for x in xs] from t",
        "select histogram(x) from t",
        "with a as materialized (select 1 as x) select x from a",
        "with a as not materialized (select 1 as x) select x from a",
        "pivot t on x using sum(y)",
        "select * from a asof join b on a.t >= b.t",
        "select a / b from t",
        "select a / 0 from t",
        "select date_diff('month', a, b) from t",
        "select dayofweek(a) from t",
        "select cast(x as integer) from t",
        "select try_cast(x as smallint) from t",
        "select cast(coalesce($moment, x) as smallint) from t",
        "select log(x) from t",
        "select skewness(x) from t",
        "select a + b as c from t where c > 1",
    ],
)
def test_a_word_that_spark_reads_otherwise_is_seen(sql: str):
    assert faults_in_words(sql)


@pytest.mark.parametrize(
    "sql",
    [
        "select a / nullif(b, 0) as share, a / 2 as half, cast(round(x) as integer) as level from t",
        "select cast(coalesce($moment, 0) as smallint) as horizon, cast(count(*) - 1 as integer) as n from t",
        "select count_if(a > b) as n, arg_max(x, day) filter (where moment > 0) as last from t",
        "select unix_date(a) - unix_date(b) as days from t where p = $project_id",
        "select n_pairs from outcome.transition($moment) where p = $project_id",
        "select x from t anti join core.score using (project_id)",
    ],
)
def test_a_word_that_both_know_is_let_through(sql: str):
    assert faults_in_words(sql) == []


def test_a_named_step_is_not_a_table_of_the_store():
    assert tables_read("with pair as (select x from core.score) select x from pair") == {"core.score"}


def test_a_view_that_asks_for_a_moment_is_read_too():
    assert tables_read("select x from outcome.start($moment) as start") == {"outcome.start"}
