"""A transaction stands as a whole or not at all; readers and one writer do not disturb each other."""

from concurrent.futures import ThreadPoolExecutor

import duckdb
import pytest

from pipelines.store.store import Store


def count(store: Store) -> int:
    with store.cursor() as cursor:
        return cursor.execute("select count(*) from registered.project").fetchall()[0][0]


def add(store: Store, name: str) -> None:
    with store.transaction() as cursor:
        cursor.execute("insert into registered.project (name) values ($name)", {"name": name})


def test_a_fault_halfway_leaves_nothing(store: Store):
    def write_and_fail() -> None:
        with store.transaction() as cursor:
            cursor.execute("insert into registered.project (name) values ('East')")
            cursor.execute("create table registered.extra (a integer)")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_and_fail()
    assert count(store) == 0
    with store.cursor() as cursor:
        assert cursor.execute("select * from duckdb_tables() where table_name = 'extra'").fetchall() == []


def test_after_a_fault_the_next_writer_gets_in(store: Store):
    add(store, "East")
    with pytest.raises(Exception, match="Constraint"):
        add(store, "East")
    add(store, "West")
    assert count(store) == 2


def test_a_reader_does_not_see_what_is_not_yet_committed(store: Store):
    with store.transaction() as cursor:
        cursor.execute("insert into registered.project (name) values ('East')")
        assert count(store) == 0
    assert count(store) == 1


def test_a_reader_sees_one_moment_from_beginning_to_end(store: Store):
    with store.cursor() as cursor:
        query = "select count(*) from registered.project"
        assert cursor.execute(query).fetchall() == [(0,)]
        add(store, "East")
        assert cursor.execute(query).fetchall() == [(0,)]
    assert count(store) == 1


def test_a_reader_cannot_write(store: Store):
    with store.cursor() as cursor, pytest.raises(duckdb.Error, match="read-only"):
        cursor.execute("insert into registered.project (name) values ('East')")
    assert count(store) == 0


def test_writers_wait_for_each_other(store: Store):
    assert tally_of_eighty_writers((store,)) == 80


def test_two_stores_on_one_file_share_the_lock(store: Store):
    second = Store.open(store.path)
    assert tally_of_eighty_writers((store, second)) == 80
    second.close()


def tally_of_eighty_writers(stores: tuple[Store, ...]) -> int:
    """Each reads the tally and writes one more: two at a time would collide or lose one."""
    with stores[0].transaction() as cursor:
        cursor.execute("create table registered.tally as select 0 as n")

    def write(number: int) -> None:
        with stores[number % len(stores)].transaction() as cursor:
            ((n,),) = cursor.execute("select n from registered.tally").fetchall()
            cursor.execute("update registered.tally set n = $n", {"n": n + 1})

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(write, range(80)))
    with stores[0].cursor() as cursor:
        return cursor.execute("select n from registered.tally").fetchall()[0][0]
