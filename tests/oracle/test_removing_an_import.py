"""Removing an import brings back exactly what stood before, in every table; no other project is touched."""

from hypothesis import HealthCheck, assume, given, settings

from pipelines.models.build import TABLES, rebuild
from pipelines.store.registering import remove_import
from pipelines.store.store import Cursor, Store
from tests.oracle.registered import add_import, register
from tests.oracle.registrations import histories

modest = settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def all_rows(cursor: Cursor) -> dict[str, list[tuple]]:
    return {table: sorted(cursor.execute(f"from {table}").fetchall(), key=repr) for table in TABLES}


@given(history=histories, correction=histories)
@modest
def test_a_removed_import_leaves_every_table_as_it_was(shared_store: Store, history, correction):
    assume(not any(one in history for one in correction))
    project_id = register(shared_store, history)
    with shared_store.transaction() as cursor:
        before = all_rows(cursor)
        import_ids = [add_import(cursor, project_id, one) for one in correction]
        rebuild(cursor, project_id)
        assert all_rows(cursor) != before
        for import_id in import_ids:
            remove_import(cursor, import_id)
        rebuild(cursor, project_id)
        assert all_rows(cursor) == before


@given(history=histories)
@modest
def test_the_order_of_removal_does_not_matter(shared_store: Store, history):
    project_id = register(shared_store, history[:1])
    with shared_store.transaction() as cursor:
        alone = all_rows(cursor)
        older = add_import(cursor, project_id, history[-1])
        newer = add_import(cursor, project_id, history[0])
        for import_id in (older, newer):
            remove_import(cursor, import_id)
            rebuild(cursor, project_id)
        assert all_rows(cursor) == alone


@given(history=histories)
@modest
def test_a_rebuild_changes_nothing_and_touches_no_other_project(shared_store: Store, history):
    register(shared_store, history)
    project_id = register(shared_store, history)
    with shared_store.transaction() as cursor:
        before = all_rows(cursor)
        rebuild(cursor, project_id)
        assert all_rows(cursor) == before
