"""Removing an import brings back exactly what stood before, in every view; no other project is touched."""

from hypothesis import HealthCheck, assume, given, settings

from pipelines.models.settling import settle
from pipelines.models.views import VIEWS
from pipelines.store.registering import remove_import
from pipelines.store.store import Cursor, Store
from tests.models.asking import asked_for
from tests.oracle.registered import add_import, register
from tests.oracle.registrations import histories

modest = settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def all_rows(cursor: Cursor) -> dict[str, list[tuple]]:
    """Of a view that asks for a moment: to the last, and to the first follow-up."""
    asked = dict.fromkeys(asked_for(view, moment) for view in VIEWS for moment in (None, 1))
    return {view: sorted(cursor.execute(f"from {view}").fetchall(), key=repr) for view in asked}


@given(history=histories, correction=histories)
@modest
def test_a_removed_import_leaves_every_view_as_it_was(shared_store: Store, history, correction):
    assume(not any(one in history for one in correction))
    project_id = register(shared_store, history)
    with shared_store.transaction() as cursor:
        before = all_rows(cursor)
        import_ids = [add_import(cursor, project_id, one) for one in correction]
        assert all_rows(cursor) != before
        for import_id in import_ids:
            remove_import(cursor, import_id)
        settle(cursor, project_id)
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
            settle(cursor, project_id)
        assert all_rows(cursor) == alone


@given(history=histories)
@modest
def test_the_same_import_twice_says_what_it_says_once(shared_store: Store, history):
    once, twice = register(shared_store, history[:1]), register(shared_store, [history[0], history[0]])
    with shared_store.transaction() as cursor:
        for view in ("core.observation", "outcome.start(null)", "outcome.start(1)", "outcome.missing(null)"):
            assert _said(cursor, view, once) == _said(cursor, view, twice), view


def _said(cursor: Cursor, view: str, project_id: int) -> list[tuple]:
    """Indicators by their code: their numbers differ from project to project."""
    said = (
        f"select said.* exclude (project_id, indicator_id), indicator.instrument, indicator.code from {view} as said "
        f"inner join core.indicator as indicator using (project_id, indicator_id) where project_id = {project_id}"
    )
    return sorted(cursor.execute(said).fetchall(), key=repr)
