"""Lays the views over what is registered: what stands now, and what changed. Nothing derived is stored."""

from functools import cache
from importlib.resources import files

from pipelines.store.cursor import Cursor

# In the order in which one reads another. Those that ask for a moment are table macros: outcome.start(1).
VIEWS = (
    "core.project",
    "core.indicator",
    "core.same_person",
    "core.observation",
    "core.participant",
    "core.participant_attribute",
    "core.membership",
    "core.goal",
    "core.intervention",
    "core.narrative",
    "core.recognition",
    "outcome.start",
    "outcome.pair",
    "outcome.missing",
    "outcome.transition",
    "outcome.participation",
)
MOMENT = "$moment"


def lay_views(cursor: Cursor) -> None:
    """Makes every view and table macro anew, within the caller's transaction."""
    for view in VIEWS:
        cursor.execute(_definition_of(view))


@cache
def select_of(view: str) -> str:
    """The select that a view stands for; `$moment` in it is the moment that the follow-up is pinned to, or null."""
    schema, name = view.split(".")
    return files("pipelines.models").joinpath(schema, f"{name}.sql").read_text(encoding="utf-8")


def _definition_of(view: str) -> str:
    if MOMENT not in select_of(view):
        return f"create or replace view {view} as {select_of(view)}"
    asked = select_of(view).replace(MOMENT, "pinned_moment")
    return f"create or replace macro {view}(pinned_moment) as table {asked}"
