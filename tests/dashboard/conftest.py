"""The dashboard on a database of its own, driven without a browser."""

from collections.abc import Iterator
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
def app(dashboard_store: Store) -> AppTest:
    """The dashboard on its page Start; `app.switch_page("dashboard/pages/….py").run()` leads to another."""
    return AppTest.from_file(str(ENTRY), default_timeout=60).run()
