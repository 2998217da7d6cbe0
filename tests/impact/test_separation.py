"""Funders' pages load nothing that can open the store: not by what they import, and not when they run."""

import json
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from pipelines.editions.share_links import make_share_link
from pipelines.editions.sharing import Sharing, write_sharing
from tests.architecture.source_files import HOUSE
from tests.dashboard.served import ADDRESS_OF, login_of
from tests.impact.conftest import ENTRY

REACHES_REGISTRATIONS = (
    "duckdb", "pipelines.store", "pipelines.models", "pipelines.outcomes", "pipelines.publishing", "pipelines.ingest",
    "pipelines.imports", "dashboard.workspace",
)  # fmt: skip
RUN = f"""
import json
import sys
from streamlit.testing.v1 import AppTest
for query in json.loads(sys.argv[1]):
    app = AppTest.from_file({str(ENTRY)!r}, default_timeout=60)
    app.user = json.loads(sys.argv[2])
    for key, value in query.items():
        app.query_params[key] = value
    app.run()
    assert not app.exception, app.exception
assert any("Finances" in one.proto.body for one in app.get("html")), "the edition was not shown"
{{extra}}
print("\\n".join(sys.modules))
"""


def modules_loaded(place: Path, extra: str = "", mode: str = "local", **last: str) -> list[str]:
    """Of a fresh process that showed the list, a link that is none, and an edition."""
    queries = [{}, {"link": "none"}, {"lang": "en", **(last or {"edition": place.name})}]
    said = [json.dumps(one) for one in (queries, login_of("project_leader"))]
    done = subprocess.run(
        [sys.executable, "-c", RUN.replace("{extra}", extra), *said], cwd=HOUSE, capture_output=True, text=True,
        env={**os.environ, "TEL_EN_VERTEL_EDITIONS": str(place.parent), "TEL_EN_VERTEL_MODE": mode}, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def reaching(modules: list[str]) -> list[str]:
    return [one for one in modules if any(one == name or one.startswith(f"{name}.") for name in REACHES_REGISTRATIONS)]


@pytest.mark.parametrize("mode", ["local", "served"])
def test_no_module_that_the_pages_load_opens_the_store(place: Path, mode: str):
    write_sharing(place.parent, place.name, Sharing(funders=(ADDRESS_OF["project_leader"],)))
    assert reaching(modules_loaded(place, mode=mode)) == []


def test_nor_does_one_that_a_share_link_loads(place: Path):
    token = make_share_link(place.parent, place.name, datetime.now(UTC) + timedelta(days=1))
    assert reaching(modules_loaded(place, mode="served", link=token)) == []


@pytest.mark.parametrize("line", ["import duckdb", "import pipelines.outcomes.findings", "import dashboard.workspace"])
def test_a_way_to_the_store_would_be_seen(place: Path, line: str):
    assert reaching(modules_loaded(place, line))
