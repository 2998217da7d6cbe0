"""Logging in at a real OpenID provider, in a real browser: who gets where, and who does not."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from pipelines import imports
from pipelines.ingest.cells.upload import Upload
from pipelines.models.opening import open_store
from tests.browser.conftest import PATIENCE_MS, settle
from tests.browser.logging_in import log_in, running_served
from tests.dashboard.small_files import measurements

PROJECT = "Achter de voordeur"
LOGIN = "Log in om verder te gaan"
SETTINGS = {
    "TEL_EN_VERTEL_IMPACT_APP": "https://impact.example.org",
    "TEL_EN_VERTEL_CLAIMS__PROJECT_LEADER": '["leaders"]',
    "TEL_EN_VERTEL_CLAIMS__SECOND_READER": '["readers"]',
    "TEL_EN_VERTEL_CLAIMS__FUNDER": '["funders"]',
    "TEL_EN_VERTEL_PEOPLE__ADMINISTRATOR": '["dirk@example.org"]',
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with one project."""
    folder = tmp_path_factory.mktemp("served")
    store = open_store(folder / "dashboard.duckdb")
    imports.import_files(store, PROJECT, [Upload(name="m.csv", content=measurements())])
    store.close()
    return folder


@pytest.fixture(scope="module")
def served(folder: Path) -> Iterator[str]:
    """Where the dashboard runs, with an OpenID provider beside it."""
    own = {"TEL_EN_VERTEL_DB": str(folder / "dashboard.duckdb"), **SETTINGS}
    with running_served("streamlit_app.py", folder, own) as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(locale="nl-NL", reduced_motion="reduce", viewport={"width": 1280, "height": 900})
    context.set_default_timeout(PATIENCE_MS)
    yield context.new_page()
    context.close()


def heading(page: Page, address: str, path: str) -> str:
    page.goto(f"{address}/{path}")
    settle(page)
    return page.locator("h1").first.inner_text()


@pytest.mark.parametrize("path", ["", "count_and_tell?project=1", "upload", "audit_log", "nowhere"])
def test_who_did_not_log_in_sees_the_login_page_at_every_address(page: Page, served: str, path: str):
    assert heading(page, served, path) == LOGIN
    assert PROJECT not in page.content()


def test_a_project_leader_logs_in_reads_and_logs_out_again(page: Page, served: str):
    log_in(page, served, "anna")
    expect(page.get_by_text("Anna de Vries · projectleider")).to_be_visible()
    assert heading(page, served, "count_and_tell?project=1") != LOGIN
    expect(page.get_by_text(PROJECT).first).to_be_visible()
    assert heading(page, served, "audit_log") == "Deze pagina is niet voor uw rol"
    page.get_by_role("button", name="Uitloggen").click()
    expect(page.get_by_role("heading", name=LOGIN)).to_be_visible()
    assert heading(page, served, "count_and_tell?project=1") == LOGIN


def test_a_second_reader_reads_and_imports_nothing(page: Page, served: str):
    log_in(page, served, "bob")
    menu = page.locator(".st-key-menu")
    expect(menu.get_by_role("link", name="Tel en vertel")).to_be_visible()
    expect(menu.get_by_role("link", name="Aanleveren")).to_have_count(0)
    assert heading(page, served, "upload?project=1") == "Deze pagina is niet voor uw rol"


def test_a_funder_sees_where_the_results_are_and_nothing_else(page: Page, served: str):
    log_in(page, served, "carla")
    expect(page.get_by_role("heading", name="De resultaten staan op een andere plek")).to_be_visible()
    expect(page.get_by_role("link", name="Naar de resultaten")).to_have_attribute("href", "https://impact.example.org")
    assert heading(page, served, "count_and_tell?project=1") == "De resultaten staan op een andere plek"
    assert PROJECT not in page.content()


def test_an_administrator_sees_what_was_done_and_nobodys_name(page: Page, served: str, folder: Path):
    log_in(page, served, "dirk")
    expect(page.get_by_role("heading", name="Wie mag wat?", exact=True)).to_be_visible()
    assert heading(page, served, "audit_log") == "Wat is er gedaan?"
    expect(page.get_by_role("cell", name="beheerder").first).to_be_visible()
    log = (folder / "dashboard.duckdb.audit.jsonl").read_text(encoding="utf-8")
    assert not [name for name in ("anna", "bob", "dirk", "example") if name in log.lower()]
    assert heading(page, served, "start") == "Deze pagina is niet voor uw rol" or PROJECT not in page.content()


def test_an_address_that_was_not_verified_gives_no_role(page: Page, served: str):
    log_in(page, served, "eva")
    expect(page.get_by_role("heading", name="U heeft hier nog geen rol")).to_be_visible()


def test_a_token_that_the_provider_did_not_sign_logs_nobody_in(page: Page, served: str):
    log_in(page, served, "mallory")
    expect(page.get_by_role("heading", name=LOGIN)).to_be_visible()


def test_a_cookie_that_was_made_up_logs_nobody_in(page: Page, served: str):
    log_in(page, served, "anna")
    (cookie,) = [one for one in page.context.cookies() if one["name"] == "_streamlit_user"]
    page.context.add_cookies([{**cookie, "value": cookie["value"][:-4] + "AAAA"}])
    assert heading(page, served, "count_and_tell?project=1") == LOGIN
