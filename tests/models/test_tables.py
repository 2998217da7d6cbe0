"""Every select fills exactly the table of its name, for one project at a time, with one row per key."""

from random import Random

import pytest

from pipelines.models.build import TABLES, rebuild, select_of
from pipelines.store.store import Cursor, Store
from tests.oracle.registered import register
from tests.oracle.registrations import random_import

KEYS = {
    "core.project": "project_id",
    "core.indicator": "project_id, indicator_id",
    "core.same_person": "project_id, participant_id",
    "core.observation": "project_id, participant_id, indicator_id, moment, rater",
    "core.participant": "project_id, participant_id",
    "core.participant_attribute": "project_id, participant_id, attribute",
    "core.membership": "project_id, participant_id, attribute, group_name",
    "core.goal": "project_id, record_id",
    "core.intervention": "project_id, record_id",
    "core.narrative": "project_id, record_id",
    "core.recognition": "project_id, record_id",
    "core.project_size": "project_id",
    "outcome.start": "project_id, horizon, participant_id, indicator_id, rater",
    "outcome.missing": "project_id, horizon, participant_id, indicator_id, rater",
    "outcome.measured_count": "project_id, horizon, indicator_id, rater, attribute, group_name",
    "outcome.missing_count": "project_id, horizon, indicator_id, rater, attribute, group_name, reason, due_on",
    "outcome.transition": (
        "project_id, horizon, indicator_id, rater, attribute, group_name, start_value, follow_up_value"
    ),
    "outcome.participation": "project_id, horizon, participant_id",
}
MAY_BE_EMPTY = {"core.same_person", "core.goal", "core.intervention", "core.narrative", "core.recognition"}


@pytest.fixture
def filled(store: Store) -> Store:
    for seed in range(3):
        register(store, [random_import(Random(seed), 14, 6), random_import(Random(seed + 10), 14, 6)])
    return store


def parameters_of(table: str) -> dict[str, None]:
    return {"moment": None} if "$moment" in select_of(table) else {}


def rows(cursor: Cursor, query: str) -> list[tuple]:
    return cursor.execute(query).fetchall()


@pytest.mark.parametrize("table", TABLES)
def test_a_select_has_the_columns_of_its_table_in_order(store: Store, table: str):
    with store.cursor() as cursor:
        found = cursor.execute(f"select * from ({select_of(table)})", parameters_of(table)).description
        declared = cursor.execute(f"select * from {table}").description
    assert [column[0] for column in found] == [column[0] for column in declared]


def test_each_key_occurs_once(filled: Store):
    with filled.cursor() as cursor:
        for table in TABLES:
            twice = f"select {KEYS[table]} from {table} group by {KEYS[table]} having count(*) > 1"
            assert rows(cursor, twice) == [], table
            assert (rows(cursor, f"select count(*) from {table}") != [(0,)]) is (table not in MAY_BE_EMPTY), table


def test_built_for_all_projects_at_once_the_tables_are_the_same(filled: Store):
    """A rebuild of one project reads nothing of another: all slices together are the whole."""
    with filled.cursor() as cursor:
        for table in TABLES:
            whole = cursor.execute(f"select * from ({select_of(table)})", parameters_of(table)).fetchall()
            horizon = " where horizon = 0" if "$moment" in select_of(table) else ""
            assert sorted(whole, key=repr) == sorted(rows(cursor, f"select * from {table}{horizon}"), key=repr), table


def test_observations_lie_in_the_order_in_which_they_are_read(filled: Store):
    with filled.transaction() as cursor:
        rebuild(cursor, 2)
        for project_id in (1, 2, 3):
            query = (
                "select participant_id, moment, indicator_id from core.observation "
                f"where project_id = {project_id} order by rowid"
            )
            assert rows(cursor, query) == sorted(rows(cursor, query))


def test_every_start_is_a_pair_or_missing(filled: Store):
    with filled.cursor() as cursor:
        ((n_start,),) = rows(cursor, "select count(*) from outcome.start")
        ((n_pairs,),) = rows(cursor, "select count(*) from outcome.pair")
        ((n_missing,),) = rows(cursor, "select count(*) from outcome.missing")
    assert 0 < n_pairs < n_start == n_pairs + n_missing


def test_all_horizons_hold_the_same_starts(filled: Store):
    per_horizon = "select project_id, horizon, count(*) as n from outcome.start group by all"
    with filled.cursor() as cursor:
        uneven = rows(cursor, f"select project_id from ({per_horizon}) group by project_id having min(n) <> max(n)")
        horizons = rows(cursor, "select distinct horizon from outcome.start order by horizon")
    assert uneven == []
    assert horizons == [(0,), (1,), (2,), (3,)]


def test_nothing_of_the_comparison_group_counts_for_everybody(filled: Store):
    with filled.cursor() as cursor:
        compared = rows(cursor, "select count(*) from core.participant where participation = 'comparison'")
        astray = rows(
            cursor,
            "select * from core.membership inner join core.participant using (project_id, participant_id) "
            "where participation = 'comparison' and attribute <> 'group'",
        )
    assert compared != [(0,)]
    assert astray == []


def test_an_attribute_called_group_counts_nobody_twice(store: Store):
    chance = Random(1)
    one = random_import(chance, 14, 2)
    called_group = [
        type(listed)(listed.person, listed.participation, None, {"group": listed.participation})
        for listed in one.listed
    ]
    register(store, [type(one)(one.observed, called_group, None)])
    with store.cursor() as cursor:
        members = rows(cursor, "select participant_id from core.membership where attribute = 'group'")
        people = rows(cursor, "select participant_id from core.participant")
    assert sorted(members) == sorted(people)
