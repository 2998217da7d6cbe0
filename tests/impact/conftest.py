"""The impact app on a folder of invented editions, driven without a browser."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from dashboard.impact.navigation import screen_file
from tests.dashboard.served import login_of
from tests.impact.invented_edition import write_edition

ENTRY = Path(__file__).parents[2] / "dashboard" / "impact" / "app.py"

Opened = Callable[..., AppTest]


@pytest.fixture
def editions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The editions folder, still empty. Streamlit's caches outlive an AppTest."""
    folder = tmp_path / "editions"
    monkeypatch.setenv("TEL_EN_VERTEL_EDITIONS", str(folder))
    st.cache_resource.clear()
    yield folder
    st.cache_resource.clear()
    for place in folder.glob("*/"):
        place.chmod(0o755)


@pytest.fixture
def place(editions: Path) -> Path:
    """One edition in the folder."""
    return write_edition(editions)


@pytest.fixture
def opened_at(editions: Path) -> Opened:
    """Opens the app with a query in the address: `opened_at(edition=…, lang="en")`."""

    def open_app(**query: str) -> AppTest:
        return prepared(query).run()

    return open_app


def open_as(who: str, screen: str = "start", **query: str) -> AppTest:
    """The app as somebody of `tests.dashboard.served` opens a screen of it with a query in the address."""
    app = prepared(query)
    app.user = login_of(who)
    app.run()
    if screen == "start":
        return app
    for key, value in query.items():
        app.query_params[key] = value
    return app.switch_page(screen_file(screen)).run()


def prepared(query: dict[str, str]) -> AppTest:
    app = AppTest.from_file(str(ENTRY), default_timeout=60)
    for key, value in query.items():
        app.query_params[key] = value
    return app


def told(app: AppTest) -> str:
    """Everything that the page says in its own HTML and markdown; how it looks and moves left out."""
    bodies = [one.proto.body for one in app.get("html") if not one.proto.body.startswith("<style")]
    return "\n".join([*bodies, *(one.value for one in app.markdown)])
