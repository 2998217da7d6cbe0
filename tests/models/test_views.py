"""Every view has one row per key, and says of one project what it says of that project among all."""

from random import Random

import pytest

from pipelines.models.views import VIEWS
from pipelines.store.store import Cursor, Store
from tests.models.asking import asked_for
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
    "core.stay": "project_id, participant_id",
    "outcome.start": "project_id, participant_id, indicator_id, rater",
    "outcome.pair": "project_id, participant_id, indicator_id, rater",
    "outcome.follow_up": "project_id, participant_id, indicator_id, rater, moment",
    "outcome.missing": "project_id, participant_id, indicator_id, rater",
    "outcome.person_group": "project_id, participant_id, group_name, crossed_name",
    "outcome.transition": "project_id, indicator_id, rater, group_name, crossed_name, start_value, follow_up_value",
    "outcome.participation": "project_id, participant_id",
}
MAY_BE_EMPTY = {"core.same_person", "core.goal", "core.intervention", "core.narrative", "core.recognition"}


@pytest.fixture
def filled(store: Store) -> Store:
    """Two projects of two imports each, and one of a single import."""
    for seed in range(2):
        register(store, [random_import(Random(seed), 14, 6), random_import(Random(seed + 10), 14, 6)])
    register(store, [random_import(Random(3), 14, 6)])
    return store


def rows(cursor: Cursor, query: str) -> list[tuple]:
    return cursor.execute(query).fetchall()


@pytest.mark.parametrize("moment", [None, 1, 3])
def test_each_key_occurs_once(filled: Store, moment: int | None):
    with filled.cursor() as cursor:
        for view in VIEWS:
            twice = f"select {KEYS[view]} from {asked_for(view, moment)} group by {KEYS[view]} having count(*) > 1"
            assert rows(cursor, twice) == [], view
            is_there = rows(cursor, f"select count(*) from {asked_for(view, moment)}") != [(0,)]
            assert is_there is (view not in MAY_BE_EMPTY), view


def test_asked_of_one_project_a_view_says_what_it_says_of_all(filled: Store):
    """DuckDB pushes the project down to what is registered; nothing may be lost or gained by that."""
    with filled.cursor() as cursor:
        for view in VIEWS:
            whole = rows(cursor, f"select * from {asked_for(view)}")
            one_by_one = [f"select * from {asked_for(view)} where project_id = {n}" for n in (1, 2, 3)]
            slices = [row for query in one_by_one for row in rows(cursor, query)]
            assert sorted(whole, key=repr) == sorted(slices, key=repr), view


def test_of_one_project_no_row_of_another_is_read(filled: Store):
    """Else a page would grow slower with every project that is added."""
    with filled.cursor() as cursor:
        for view in ("core.observation", "outcome.transition", "outcome.missing", "core.membership"):
            plan = f"explain analyze select * from {asked_for(view)} where project_id = 3"
            ((_, text),) = rows(cursor, plan)
            scans = [part for part in text.split("┌") if "registered.observation" in part]
            assert scans, view
            assert all("project_id=3" in scan.replace(" ", "") for scan in scans), text


def test_every_start_is_a_pair_or_missing(filled: Store):
    with filled.cursor() as cursor:
        for moment in ("null", 1, 2, 3):
            ((n_start,),) = rows(cursor, f"select count(*) from outcome.start({moment})")
            ((n_pairs,),) = rows(cursor, f"select count(*) from outcome.pair({moment})")
            ((n_missing,),) = rows(cursor, f"select count(*) from outcome.missing({moment})")
            assert 0 < n_pairs < n_start == n_pairs + n_missing


def test_whatever_the_moment_the_starts_are_the_same(filled: Store):
    with filled.cursor() as cursor:
        n_starts = [rows(cursor, f"select count(*) from outcome.start({moment})") for moment in ("null", 1, 2, 3)]
    assert len(set(map(tuple, n_starts))) == 1


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
