"""The dashboard on a database of its own, driven without a browser."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from pipelines.store.store import Store

ENTRY = Path(__file__).parents[2] / "streamlit_app.py"


@pytest.fixture
def dashboard_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """The store that the pages open. Streamlit's caches outlive an AppTest, so they are emptied before and after."""
    monkeypatch.setenv("TEL_EN_VERTEL_DB", str(tmp_path / "dashboard.duckdb"))
    st.cache_data.clear()
    st.cache_resource.clear()
    from dashboard import workspace

    yield workspace.store()
    st.cache_data.clear()
    st.cache_resource.clear()


@pytest.fixture
def opened_at(dashboard_store: Store) -> Callable[..., AppTest]:
    """Opens Start with a query in the address: `opened_at(lang="en")`."""

    def open_app(**query: str) -> AppTest:
        app = AppTest.from_file(str(ENTRY), default_timeout=60)
        for key, value in query.items():
            app.query_params[key] = value
        return app.run()

    return open_app


@pytest.fixture
def app(opened_at: Callable[..., AppTest]) -> AppTest:
    """The dashboard on its page Start; `app.switch_page("dashboard/pages/….py").run()` leads to another."""
    return opened_at()
