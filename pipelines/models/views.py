"""Lays the views over what is registered: what stands now, and what changed. Nothing derived is stored."""

import re
from functools import cache
from importlib.resources import files

from pipelines.store.cursor import Cursor

# In the order in which one reads another. Those that ask for something are table macros: outcome.start(1).
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
    "core.stay",
    "outcome.start",
    "outcome.pair",
    "outcome.follow_up",
    "outcome.missing",
    "outcome.person_group",
    "outcome.transition",
    "outcome.participation",
)
ASKED = re.compile(r"\$(\w+)")


def lay_views(cursor: Cursor) -> None:
    """Makes every view and table macro anew, within the caller's transaction."""
    for view in VIEWS:
        cursor.execute(_definition_of(view))


@cache
def select_of(view: str) -> str:
    """The select that a view stands for."""
    schema, name = view.split(".")
    return files("pipelines.models").joinpath(schema, f"{name}.sql").read_text(encoding="utf-8")


def asked_by(view: str) -> tuple[str, ...]:
    """What the view asks, in the order in which its macro takes it.

    `moment` is the one that the follow-up is pinned to, or null; `crossed` a second attribute beside `attribute`, or
    null.
    """
    return tuple(dict.fromkeys(ASKED.findall(select_of(view))))


def _definition_of(view: str) -> str:
    if not asked_by(view):
        return f"create or replace view {view} as {select_of(view)}"
    # A parameter must not be called like a column.
    parameters = ", ".join(f"asked_{name}" for name in asked_by(view))
    asking = ASKED.sub(r"asked_\1", select_of(view))
    return f"create or replace macro {view}({parameters}) as table {asking}"
