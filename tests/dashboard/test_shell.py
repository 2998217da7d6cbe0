"""The frame: language in the address, the project that is remembered, trouble in plain words."""

from collections.abc import Callable
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from pipelines import imports
from pipelines.ingest.cells.upload import Upload
from pipelines.models.opening import open_store
from pipelines.store.store import Store
from tests.dashboard.small_files import measurements

ENTRY = Path(__file__).parents[2] / "streamlit_app.py"
COUNT_AND_TELL = "dashboard/pages/count_and_tell.py"
UPLOAD = "dashboard/pages/upload.py"
METHOD = "dashboard/pages/method.py"
DUTCH_MENU = ["Start", "Tel en vertel", "Begrijpen", "Bijsturen", "Publiceren", "Aanleveren", "Verantwoording"]


@pytest.fixture
def two_projects(dashboard_store: Store) -> list[str]:
    names = ["Achter de voordeur", "Buurvrouwen"]
    for name in names:
        imports.import_files(dashboard_store, name, [Upload(name="m.csv", content=measurements())])
    return names


def links(app: AppTest) -> list[str]:
    return [link.proto.label for link in app.get("page_link")]


def test_dutch_is_the_first_language(app: AppTest):
    assert links(app)[:7] == DUTCH_MENU


def test_the_switch_turns_every_page_english(app: AppTest):
    app.button_group(key="lang").set_value("en").run()
    for page in (UPLOAD, METHOD, COUNT_AND_TELL):
        app.switch_page(page).run()
        assert not app.exception
        assert links(app)[:7] == ["Start", "Count and tell", "Understand", "Steer", "Publish", "Upload", "Method"]


def test_the_address_chooses_the_language(opened_at: Callable[..., AppTest]):
    assert links(opened_at(lang="en"))[6] == "Method"


def test_a_language_that_is_not_there_is_dutch(opened_at: Callable[..., AppTest]):
    assert links(opened_at(lang="fr"))[:7] == DUTCH_MENU


def test_the_project_in_the_address_is_chosen(two_projects: list[str], app: AppTest):
    app.query_params["project"] = "2"
    app.switch_page(COUNT_AND_TELL).run()
    assert app.selectbox(key="project").value == 2
    assert app.selectbox(key="project").options == two_projects


def test_a_project_that_is_not_there_gives_the_first(two_projects: list[str], app: AppTest):
    app.query_params["project"] = "99; drop table"
    app.switch_page(COUNT_AND_TELL).run()
    assert app.selectbox(key="project").value == 1


def test_the_choice_of_a_project_stands_in_the_address_and_on_the_next_page(two_projects: list[str], app: AppTest):
    app.switch_page(COUNT_AND_TELL).run()
    app.selectbox(key="project").set_value(2).run()
    assert app.query_params["project"] == "2"
    del app.query_params["project"]  # as a link in the menu does
    app.switch_page(METHOD).run()
    app.switch_page(COUNT_AND_TELL).run()
    assert app.selectbox(key="project").value == 2


def test_a_store_that_cannot_be_opened_is_told_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    database = tmp_path / "no_database.duckdb"
    database.write_text("this is no database", encoding="utf-8")
    app = opened_on(database, monkeypatch)
    assert not app.exception
    assert app.title[0].value == "De gegevens gaan nu niet open"


def test_a_key_that_is_gone_is_told_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    database = tmp_path / "kept.duckdb"
    open_store(database).close()
    database.with_name(f"{database.name}.key").unlink()
    app = opened_on(database, monkeypatch)
    assert not app.exception
    assert app.title[0].value == "De sleutel bij de gegevens ontbreekt of past niet"


def test_the_method_can_be_read_without_a_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    database = tmp_path / "no_database.duckdb"
    database.write_text("this is no database", encoding="utf-8")
    app = opened_on(database, monkeypatch).switch_page(METHOD).run()
    assert app.title[0].value == "Zo komen de cijfers tot stand"


def opened_on(database: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    monkeypatch.setenv("TEL_EN_VERTEL_DB", str(database))
    st.cache_resource.clear()
    return AppTest.from_file(str(ENTRY), default_timeout=60).run()
