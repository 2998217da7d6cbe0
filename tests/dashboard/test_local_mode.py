"""Without logging in the data are shown at this computer only."""

from collections.abc import Callable

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from dashboard import people
from dashboard.people import OpenToOthers, current_person, host_of, is_this_computer
from pipelines import imports
from pipelines.domain.role import Role
from pipelines.ingest.cells.upload import Upload
from pipelines.store.store import Store
from tests.dashboard.served import said
from tests.dashboard.small_files import measurements

PROJECT = "Achter de voordeur"


@pytest.fixture
def listening_on(monkeypatch: pytest.MonkeyPatch) -> Callable[[str | None], None]:
    """Makes Streamlit listen on an address, or on all of them (None)."""
    option = st.get_option

    def listen(address: str | None) -> None:
        monkeypatch.setattr(st, "get_option", lambda key: address if key == "server.address" else option(key))

    return listen


@pytest.mark.parametrize("address", ["127.0.0.1", "127.8.8.8", "::1", "localhost", "LOCALHOST"])
def test_these_are_this_computer(address: str):
    assert is_this_computer(address)


@pytest.mark.parametrize(
    "address", ["", "0.0.0.0", "::", "192.168.1.4", "example.org", "localhost.example.org", "2130706433"]
)
def test_these_are_not(address: str):
    assert not is_this_computer(address)


@pytest.mark.parametrize(
    ("header", "host"),
    [
        ("localhost:8501", "localhost"),
        ("127.0.0.1", "127.0.0.1"),
        ("[::1]:8501", "::1"),
        ("a.example:443", "a.example"),
    ],
)
def test_the_host_is_read_without_its_port(header: str, host: str):
    assert host_of(header) == host


def test_who_sits_at_this_computer_may_do_everything(dashboard_store: Store):
    assert current_person().roles == set(Role) - {Role.FUNDER}
    assert current_person().login is None


@pytest.mark.parametrize("address", [None, "0.0.0.0", "::", "10.0.0.7"])
def test_an_address_that_others_reach_shows_no_data(
    dashboard_store: Store, app: AppTest, listening_on: Callable[[str | None], None], address: str | None
):
    imports.import_files(dashboard_store, PROJECT, [Upload(name="m.csv", content=measurements())])
    assert PROJECT in said(app.run())
    listening_on(address)
    app.switch_page("dashboard/pages/count_and_tell.py").run()
    assert [title.value for title in app.title] == ["Zo zou iedereen bij de gegevens kunnen"]
    assert PROJECT not in said(app)


@pytest.mark.parametrize("host", ["rebound.example:8501", "192.168.1.4:8501", "board.example"])
def test_a_browser_that_asked_for_another_name_is_refused(monkeypatch: pytest.MonkeyPatch, host: str):
    class Asked:
        headers = {"Host": host}  # noqa: RUF012

    monkeypatch.setattr(people.st, "context", Asked())
    with pytest.raises(OpenToOthers, match=host):
        current_person()


def test_wrong_settings_are_told_in_a_sentence(dashboard_store: Store, app: AppTest, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("TEL_EN_VERTEL_MINIMUM_CELL_SIZE", "3")
    app.run()
    assert [title.value for title in app.title] == ["De instellingen kloppen niet"]
    assert "should be a whole number from 5 to 50" in app.caption[0].value
    assert not app.exception
