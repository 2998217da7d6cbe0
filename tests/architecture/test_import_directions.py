"""Laws 1 and 2: arrows point left in the walk, the pipelines know no screen, DuckDB has one door."""

import pytest

from tests.architecture.source_files import SourceFile, lies_in, python_files

# The rooms of pipelines in the order in which data walks through them.
WALK = ("domain", "statistics", "instruments", "editions", "ingest", "store", "models", "outcomes", "publishing")
# The rooms of ingest: bytes, whom they may give away, what a cell says, what somebody said of the columns, what a
# heading means, where the table is, what its rows hold.
WALK_OF_INGEST = ("cells", "identities", "values", "mapping", "headings", "tables", "records")
ABOVE_ALL = (
    "audit_log", "delivery", "due_list", "forgetting", "imports", "notes", "people", "settings", "template", "marking",
    "commands", "__main__",
)  # fmt: skip

# What both entries share opens nothing either.
OPENS_REGISTRATIONS = (
    "pipelines.store",
    "pipelines.models",
    "pipelines.imports",
    "dashboard.workspace",
    "dashboard.access",
)

# Where what may not be imported: the first name is a package or module of ours.
FORBIDDEN = {
    "pipelines": ("dashboard", "sample_data", "tests", "streamlit", "plotly"),
    "dashboard": ("sample_data", "tests"),
    "dashboard.impact": (
        "pipelines.store",
        "pipelines.models",
        "pipelines.outcomes",
        "pipelines.publishing",
        "pipelines.ingest",
        "pipelines.imports",
        "pipelines.commands",
        "dashboard.workspace",
        "dashboard.pages",
        "dashboard.navigation",
        "dashboard.access",
    ),
    "dashboard.impact.charts": ("streamlit",),
    "dashboard.impact.downloads": ("streamlit",),
    "dashboard.impact.sentences": ("streamlit",),
    "dashboard.reader": ("pipelines",),
    "dashboard.people": OPENS_REGISTRATIONS,
    "dashboard.components.login": OPENS_REGISTRATIONS,
    "dashboard.components.trouble": OPENS_REGISTRATIONS,
    "dashboard.components.who_is_here": OPENS_REGISTRATIONS,
    "dashboard.charts": ("streamlit", "pipelines.store", "pipelines.models", "pipelines.ingest", "pipelines.imports"),
    "dashboard.reports": ("streamlit", "pipelines.store", "pipelines.models", "pipelines.ingest", "pipelines.imports"),
    "dashboard.answers": ("streamlit", "pipelines.store", "pipelines.models", "pipelines.imports"),
    "dashboard.language": ("streamlit",),
    "dashboard.notation": ("streamlit",),
    "dashboard.sentences": ("streamlit",),
    "sample_data": ("dashboard", "tests", "streamlit"),
}
DUCKDB_LIVES_IN = "pipelines.store"


def against_the_walk(file: SourceFile) -> list[str]:
    """A room imports itself, the rooms to its left and domain; what stands above all is imported by no room."""
    room = room_of(file.module)
    if room in ABOVE_ALL or room == "":
        return []
    if room not in WALK:
        return [f"{file.path}: pipelines has no room called {room}; give it its place in WALK"]
    allowed = WALK[: WALK.index(room) + 1]
    return [
        file.at(node, f"{room} may not import {module}")
        for module, node in file.imports().items()
        if lies_in(module, "pipelines") and room_of(module) not in (*allowed, "")
    ]


def room_of(module: str) -> str:
    """The part after pipelines; empty for the package itself."""
    return module.removeprefix("pipelines").removeprefix(".").split(".")[0]


def against_the_walk_of_ingest(file: SourceFile) -> list[str]:
    place = file.module.split(".")
    if len(place) < 4 or not lies_in(file.module, "pipelines.ingest"):
        return []
    allowed = WALK_OF_INGEST[: WALK_OF_INGEST.index(place[2]) + 1]
    return [
        file.at(node, f"{place[2]} may not import {module}")
        for module, node in file.imports().items()
        if lies_in(module, "pipelines.ingest") and module.split(".")[2:3] not in [[room] for room in allowed]
    ]


def forbidden_imports(file: SourceFile) -> list[str]:
    banned = [name for place, names in FORBIDDEN.items() if lies_in(file.module, place) for name in names]
    if not lies_in(file.module, DUCKDB_LIVES_IN):
        banned.append("duckdb")
    return [
        file.at(node, f"{file.module} may not import {module}")
        for module, node in file.imports().items()
        if any(lies_in(module, name) for name in banned)
    ]


def test_arrows_point_left_in_the_walk():
    assert "\n".join(finding for file in python_files("pipelines") for finding in against_the_walk(file)) == ""


def test_arrows_point_left_in_the_walk_of_ingest():
    files = python_files("pipelines")
    assert "\n".join(finding for file in files for finding in against_the_walk_of_ingest(file)) == ""


def test_an_arrow_to_the_right_in_the_walk_of_ingest_is_seen():
    line = "from pipelines.ingest.records.people import People"
    assert against_the_walk_of_ingest(SourceFile("pipelines/ingest/cells/sheet.py", line))


def test_nobody_imports_where_it_may_not():
    assert "\n".join(finding for file in python_files() for finding in forbidden_imports(file)) == ""


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("pipelines/domain/issue.py", "from pipelines.ingest.read import read_registration"),
        ("pipelines/ingest/read.py", "from pipelines.store.store import Store"),
        ("pipelines/store/store.py", "from pipelines import imports"),
        ("pipelines/models/views.py", "import pipelines.outcomes.findings"),
        ("pipelines/outcomes/findings.py", "def f():\n    from pipelines.template import write_template"),
        ("pipelines/appraisal/costs.py", "import datetime"),
    ],
)
def test_an_arrow_to_the_right_is_seen(path: str, line: str):
    assert against_the_walk(SourceFile(path, line))


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("pipelines/ingest/read.py", "import streamlit as st"),
        ("pipelines/outcomes/findings.py", "from plotly import graph_objects"),
        ("pipelines/imports.py", "from dashboard.language import Words"),
        ("pipelines/outcomes/findings.py", "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import duckdb"),
        ("dashboard/pages/start.py", "import duckdb"),
        ("dashboard/charts/flow.py", "import streamlit"),
        ("dashboard/impact/screens/impact.py", "from pipelines.store.store import Store"),
        ("dashboard/impact/components/people.py", "from dashboard.workspace import open_cursor"),
        ("dashboard/impact/charts/looks.py", "import streamlit"),
        ("dashboard/components/trouble.py", "from pipelines.store.store import StoreUnavailable"),
        ("dashboard/charts/flow.py", "from pipelines.store.store import Store"),
        ("dashboard/workspace.py", "from sample_data import load"),
        ("sample_data/load.py", "from dashboard import workspace"),
    ],
)
def test_a_forbidden_import_is_seen(path: str, line: str):
    assert forbidden_imports(SourceFile(path, line))
