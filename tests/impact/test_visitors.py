"""Every screen and every deep link, tried as everybody: who may see which edition, and others learn nothing of it."""

import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from dashboard.impact.navigation import BESIDE_MENU, MENU
from dashboard.language import Words
from pipelines.editions.sharing import Sharing, sharing_file, write_sharing
from tests.architecture.source_files import python_files
from tests.dashboard.served import (
    ADDRESS_OF,
    EVERYBODY,
    LOGGED_IN_LONG_AGO,
    NOT_LOGGED_IN,
    WITHOUT_ROLE,
    login_of,
    said,
    serve,
)
from tests.impact.conftest import Opened, open_as, prepared, told
from tests.impact.invented_edition import invented_contents, invented_manifest, write_edition
from tests.impact.test_library import change

SHARED, CLOSED, PUBLIC = "Gedeeld met een fonds", "Nog van het project", "Voor iedereen"
NAMES = (SHARED, CLOSED, PUBLIC)
FROM_THE_PROJECT = ("project_leader", "second_reader")
SCREENS = (*MENU, *BESIDE_MENU)
UNKNOWN = "2026-01-01-nergens-00000000"
NL = Words("nl")


@pytest.fixture(autouse=True)
def served(monkeypatch: pytest.MonkeyPatch) -> None:
    serve(monkeypatch)


@pytest.fixture
def ids(editions: Path) -> dict[str, str]:
    """Three editions of three projects: shared with the funder, not shared, and public."""
    ids = {name: edition_of(editions, name, number) for number, name in enumerate(NAMES, 1)}
    write_sharing(editions, ids[SHARED], Sharing(funders=(ADDRESS_OF["funder"],)))
    write_sharing(editions, ids[PUBLIC], Sharing(public=True))
    return ids


def edition_of(editions: Path, project: str, number: int, **changed: object) -> str:
    edition = f"2026-06-0{number}-project-{number}-aaaaaaaa"
    manifest = invented_manifest(edition, project=project, **changed)
    write_edition(editions, manifest, invented_contents(project=project))
    return edition


def may(who: str) -> set[str]:
    """Written down here once more, so that a slip at the door is seen."""
    if who in FROM_THE_PROJECT:
        return set(NAMES)
    return {SHARED, PUBLIC} if who == "funder" else {PUBLIC}


def read_in(app: AppTest) -> set[str]:
    assert not app.exception
    return {name for name in NAMES if name in said(app)}


def without_ids(app: AppTest) -> str:
    """What reached the browser, apart from what Streamlit numbers itself."""
    return re.sub(r"[0-9a-f]{32,}", "", said(app))


@pytest.mark.parametrize("who", EVERYBODY)
def test_the_list_holds_what_somebody_may_see_and_nothing_else(ids: dict[str, str], who: str):
    assert read_in(open_as(who)) == may(who)


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("who", EVERYBODY)
def test_no_screen_tells_of_more_than_somebody_may_see(ids: dict[str, str], who: str, screen: str):
    assert read_in(open_as(who, screen)) <= may(who)


@pytest.mark.parametrize("who", EVERYBODY)
def test_side_by_side_lie_the_projects_that_somebody_may_see(ids: dict[str, str], who: str):
    assert read_in(open_as(who, "portfolio")) == may(who)


@pytest.mark.parametrize("query", [{"domain": "finances"}, {"lang": "en"}], ids=str)
@pytest.mark.parametrize("who", EVERYBODY)
def test_every_deep_link_as_everybody(ids: dict[str, str], who: str, query: dict[str, str]):
    for name, edition_id in ids.items():
        assert (name in read_in(open_as(who, edition=edition_id, **query))) == (name in may(who))


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("who", [who for who in EVERYBODY if who not in FROM_THE_PROJECT])
def test_what_somebody_may_not_see_answers_as_what_is_not_there(ids: dict[str, str], who: str, screen: str):
    query = {"domain": "finances"}
    closed, unknown = (open_as(who, screen, edition=one, **query) for one in (ids[CLOSED], UNKNOWN))
    assert not closed.exception
    assert without_ids(closed) == without_ids(unknown)


@pytest.mark.parametrize("who", ["funder", NOT_LOGGED_IN])
def test_what_is_damaged_is_told_to_who_may_see_it_only(ids: dict[str, str], editions: Path, who: str):
    change(editions / ids[CLOSED])
    assert "beschadigd" not in told(open_as(who))
    assert "beschadigd" not in told(open_as(who, edition=ids[CLOSED]))
    assert "1 publicatie is beschadigd" in told(open_as("project_leader"))


def test_a_newer_edition_that_somebody_may_not_see_is_not_announced(ids: dict[str, str], editions: Path):
    newer = edition_of(editions, SHARED, 9, published_at=datetime(2026, 9, 1))
    announced = "er een nieuwere publicatie"
    assert announced not in told(open_as("funder", edition=ids[SHARED]))
    assert announced in told(open_as("project_leader", edition=ids[SHARED]))
    write_sharing(editions, newer, Sharing(funders=(ADDRESS_OF["funder"],)))
    assert announced in told(open_as("funder", edition=ids[SHARED]))


def test_sharing_that_cannot_be_read_shows_the_edition_to_nobody_and_is_told_to_the_project(
    ids: dict[str, str], editions: Path
):
    sharing_file(editions, ids[PUBLIC]).write_text("public =", encoding="utf-8")
    for who in EVERYBODY:
        app = open_as(who)
        assert PUBLIC not in read_in(app)
        assert ("is niet te lezen" in told(app)) == (who in FROM_THE_PROJECT)
        assert (ids[PUBLIC] in said(app)) == (who in FROM_THE_PROJECT)
        assert PUBLIC not in read_in(open_as(who, edition=ids[PUBLIC]))


def test_what_is_shared_no_more_is_gone_at_the_next_click(ids: dict[str, str], editions: Path):
    app = open_as("funder", edition=ids[SHARED])
    assert SHARED in read_in(app)
    write_sharing(editions, ids[SHARED], Sharing())
    assert SHARED not in read_in(app.run())


@pytest.mark.parametrize(
    ("who", "what"),
    [("funder", "shared"), (WITHOUT_ROLE, "shared"), ("administrator", "shared"), (NOT_LOGGED_IN, "public"),
     (LOGGED_IN_LONG_AGO, "public"), ("project_leader", "published")],
)  # fmt: skip
@pytest.mark.parametrize("screen", ["start", "portfolio"])
def test_who_has_nothing_to_read_is_told_so_calmly(editions: Path, who: str, what: str, screen: str):
    if what != "published":
        edition_of(editions, CLOSED, 2)
    app = open_as(who, screen)
    assert not app.exception
    assert NL(f"impact.nothing.{what}") in told(app)


@pytest.mark.parametrize("who", EVERYBODY)
def test_who_is_here_is_said_with_a_way_out_and_else_there_is_a_way_in(editions: Path, who: str):
    app = open_as(who)
    keys = {button.key for button in app.button} & {"log_in", "log_out"}
    is_in = who not in (NOT_LOGGED_IN, LOGGED_IN_LONG_AGO)
    assert keys == {"log_out" if is_in else "log_in"}
    assert (f"Naam van {who}" in told(app)) == is_in


def test_who_is_here_is_named_as_text(editions: Path):
    app = prepared({})
    app.user = {**login_of("funder"), "name": "<img src=x onerror=alert(1)>"}
    assert "<img" not in said(app.run())


def test_where_logging_in_was_not_set_up_there_is_no_button(editions: Path, opened_at: Opened):
    app = opened_at()
    assert not app.exception
    assert not [button for button in app.button if button.key == "log_in"]


@pytest.mark.parametrize("screen", SCREENS)
def test_without_logging_in_nothing_is_shown_to_other_computers(
    ids: dict[str, str], monkeypatch: pytest.MonkeyPatch, screen: str
):
    monkeypatch.setenv("TEL_EN_VERTEL_MODE", "local")
    assert read_in(open_as(NOT_LOGGED_IN)) == set(NAMES)
    listen_on(monkeypatch, "0.0.0.0")
    app = open_as(NOT_LOGGED_IN, screen, edition=ids[PUBLIC])
    assert [title.value for title in app.title] == [NL("shell.trouble.open_to_others_title")]
    assert read_in(app) == set()
    assert not app.get("page_link")


def listen_on(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    option: Callable[[str], object] = st.get_option
    monkeypatch.setattr(st, "get_option", lambda key: address if key == "server.address" else option(key))


def test_damaged_sharing_shuts_nothing_for_who_sits_at_the_computer(
    ids: dict[str, str], editions: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("TEL_EN_VERTEL_MODE", "local")
    sharing_file(editions, ids[CLOSED]).write_text("public =", encoding="utf-8")
    app = open_as(NOT_LOGGED_IN)
    assert read_in(app) == set(NAMES)
    assert "is niet te lezen" not in told(app)


def test_wrong_settings_are_told_in_a_sentence(ids: dict[str, str], monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("TEL_EN_VERTEL_MINIMUM_CELL_SIZE", "3")
    app = open_as("funder")
    assert [title.value for title in app.title] == [NL("shell.trouble.settings_title")]
    assert read_in(app) == set()


def test_only_the_door_takes_editions_from_the_shelf():
    takers = {
        file.module
        for file in python_files("dashboard/impact")
        for module, name in file.names_imported
        if module == "dashboard.impact.shelf" or name in ("read_bundle", "read_bundles")
    }
    assert takers == {"dashboard.impact.library", "dashboard.impact.shelf"}
