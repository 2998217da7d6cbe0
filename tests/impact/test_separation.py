"""Funders' pages load nothing that can open the store: not by what they import, and not when they run."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.source_files import HOUSE
from tests.impact.conftest import ENTRY

REACHES_REGISTRATIONS = (
    "duckdb", "pipelines.store", "pipelines.models", "pipelines.outcomes", "pipelines.publishing", "pipelines.ingest",
    "pipelines.imports", "dashboard.workspace",
)  # fmt: skip
RUN = f"""
import sys
from streamlit.testing.v1 import AppTest
for query in ({{}}, {{"edition": sys.argv[1], "lang": "en"}}):
    app = AppTest.from_file({str(ENTRY)!r}, default_timeout=60)
    for key, value in query.items():
        app.query_params[key] = value
    app.run()
    assert not app.exception, app.exception
assert any("Finances" in one.proto.body for one in app.get("html")), "the edition was not shown"
{{extra}}
print("\\n".join(sys.modules))
"""


def modules_loaded(place: Path, extra: str = "") -> list[str]:
    """Of a fresh process that showed the list and an edition."""
    done = subprocess.run(
        [sys.executable, "-c", RUN.replace("{extra}", extra), place.name], cwd=HOUSE, capture_output=True, text=True,
        env={**os.environ, "TEL_EN_VERTEL_EDITIONS": str(place.parent)}, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def reaching(modules: list[str]) -> list[str]:
    return [one for one in modules if any(one == name or one.startswith(f"{name}.") for name in REACHES_REGISTRATIONS)]


def test_no_module_that_the_pages_load_opens_the_store(place: Path):
    assert reaching(modules_loaded(place)) == []


@pytest.mark.parametrize("line", ["import duckdb", "import pipelines.outcomes.findings", "import dashboard.workspace"])
def test_a_way_to_the_store_would_be_seen(place: Path, line: str):
    assert reaching(modules_loaded(place, line))
