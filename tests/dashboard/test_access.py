"""Every page and every deep link, tried as everybody: what is not somebody's is said in a sentence, without data."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from dashboard import access, navigation
from dashboard.access import ROLES_OF_DEED, ROLES_OF_PAGE, Deed, NotAllowed
from dashboard.navigation import PAGES, page_file
from pipelines import imports
from pipelines.audit_log import AuditLog, Event
from pipelines.domain.person import Person
from pipelines.domain.role import Role
from pipelines.ingest.cells.upload import Upload
from tests.architecture.source_files import HOUSE, python_files
from tests.dashboard.served import ADDRESS_OF, EVERYBODY, LOGGED_IN_LONG_AGO, NOT_LOGGED_IN, login_of, said, serve
from tests.dashboard.small_files import measurements

ENTRY = HOUSE / "streamlit_app.py"
PROJECT = "Achter de voordeur"
LOGIN = "Log in om verder te gaan"
REFUSED = "Deze pagina is niet voor uw rol"
NO_ROLE = "U heeft hier nog geen rol"
FUNDER = "De resultaten staan op een andere plek"
# Each function that changes something or takes a file in, and what has to be allowed for it.
DEED_OF = {
    "commit": "IMPORT", "read_upload": "IMPORT", "preview": "IMPORT", "rehearse": "IMPORT", "forget_mapping": "IMPORT",
    "write_out_due": "IMPORT", "withdraw": "ERASE", "erase": "ERASE", "clean_note": "KEEP_NOTES",
    "without_names": "COMPOSE", "propose": "COMPOSE", "replace_edition": "COMPOSE", "sign": "SIGN_OFF",
    "take_back": "SIGN_OFF", "keep_note": "KEEP_NOTES", "remove": "KEEP_NOTES", "back_up": "BACK_UP",
}  # fmt: skip


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A project with outcomes, in served mode, its pages already opened by somebody who may: what they read is warm."""
    database = tmp_path_factory.mktemp("served") / "dashboard.duckdb"
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setenv("TEL_EN_VERTEL_DB", str(database))
        st.cache_data.clear()
        st.cache_resource.clear()
        from dashboard import workspace

        imports.import_files(workspace.store(), PROJECT, [Upload(name="m.csv", content=measurements())])
        serve(monkeypatch)
        for page in PAGES:
            open_as("project_leader", page)
        yield database
    st.cache_data.clear()
    st.cache_resource.clear()


def open_as(who: str, page: str, **query: str) -> AppTest:
    app = AppTest.from_file(str(ENTRY), default_timeout=60)
    app.user = login_of(who)
    for key, value in {"project": "1", **query}.items():
        app.query_params[key] = value
    app.run()
    app.query_params["project"] = "1"
    return app.switch_page(page_file(page)).run()


def refusal_for(who: str) -> str:
    """The heading under which somebody is refused."""
    return {"funder": FUNDER, "without a role": NO_ROLE, NOT_LOGGED_IN: LOGIN, LOGGED_IN_LONG_AGO: LOGIN}.get(
        who, REFUSED
    )


def may(who: str, page: str) -> bool:
    """Written down here once more, so that a slip in the product's table is seen."""
    for_administrators = {"people", "audit_log", "backup"}
    allowed = {
        "project_leader": set(PAGES) - for_administrators,
        "second_reader": set(PAGES) - for_administrators - {"upload", "steering", "learning"},
        "administrator": for_administrators | {"method"},
    }
    return page in allowed.get(who, set())


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("who", EVERYBODY)
def test_every_page_as_everybody(database: Path, who: str, page: str):
    app = open_as(who, page)
    assert not app.exception
    titles = [title.value for title in app.title]
    if may(who, page):
        assert not {LOGIN, REFUSED, NO_ROLE, FUNDER} & set(titles)
    elif (who, page) == ("administrator", "start"):
        assert titles == ["Wie mag wat?"]
    else:
        assert titles == [refusal_for(who)]
    if not may(who, page) or who == "administrator":
        assert PROJECT not in said(app)
    assert not app.exception


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("who", [who for who in EVERYBODY if who != "project_leader"])
def test_the_door_to_the_data_refuses_too(database: Path, monkeypatch: pytest.MonkeyPatch, who: str, page: str):
    """As if the check of the pages were forgotten."""
    monkeypatch.setattr(navigation, "may_open", lambda *_: True)
    app = open_as(who, page)
    assert not app.exception
    text = said(app)
    if who != "second_reader":
        assert PROJECT not in text
    if who != "administrator":
        assert not [address for address in ADDRESS_OF.values() if address in text]
        assert "Het logboek, het nieuwste eerst" not in text


@pytest.mark.parametrize("who", EVERYBODY)
def test_the_menu_shows_only_what_somebody_may_open(database: Path, who: str):
    app = open_as(who, "method")
    shown = {link.proto.page for link in app.get("page_link")}
    allowed = {page for page in navigation.MENU if may(who, page)}
    assert shown == {"" if page == "start" else page for page in allowed}


@pytest.mark.parametrize("who", ["project_leader", "second_reader"])
@pytest.mark.parametrize("project", ["1", "2", "99", "1; drop table", "../1"])
def test_a_deep_link_gives_no_more_than_a_page(database: Path, who: str, project: str):
    app = open_as(who, "upload", project=project)
    assert (REFUSED in [title.value for title in app.title]) == (who == "second_reader")


def test_a_funder_is_led_to_the_impact_app(database: Path):
    (link,) = open_as("funder", "start").get("link_button")
    assert link.proto.url == "https://impact.example.org"


@pytest.mark.parametrize("deed", Deed)
@pytest.mark.parametrize("who", EVERYBODY)
def test_every_deed_as_everybody(database: Path, monkeypatch: pytest.MonkeyPatch, who: str, deed: Deed):
    allowed = {
        "project_leader": set(Deed) - {Deed.BACK_UP, Deed.OVERSEE},
        "second_reader": {Deed.READ, Deed.KEEP_NOTES, Deed.SIGN_OFF},
        "administrator": {Deed.BACK_UP, Deed.OVERSEE},
    }
    person = Person(roles=frozenset({Role(who)})) if who in ADDRESS_OF else None
    monkeypatch.setattr(access, "current_person", lambda: person)
    if deed in allowed.get(who, set()):
        access.demand(deed)
    else:
        with pytest.raises(NotAllowed):
            access.demand(deed)


def test_somebody_whose_role_was_taken_away_is_refused_at_the_next_click(
    database: Path, monkeypatch: pytest.MonkeyPatch
):
    app = open_as("project_leader", "count_and_tell")
    assert PROJECT in said(app)
    monkeypatch.setenv("TEL_EN_VERTEL_PEOPLE__PROJECT_LEADER", "[]")
    app.run()
    assert [title.value for title in app.title] == [NO_ROLE]
    assert PROJECT not in said(app)


def test_logins_and_refusals_are_in_the_log_once_a_session_and_nobody_is_named(database: Path):
    log = AuditLog(database.with_name("dashboard.duckdb.audit.jsonl"))
    before = len(log.read())
    app = open_as("second_reader", "upload")
    app.run()
    new = log.read()[: len(log.read()) - before]
    assert [(line.event, line.page) for line in reversed(new)] == [(Event.LOGIN, None), (Event.REFUSED, "upload")]
    assert {line.roles for line in new} == {("second_reader",)}
    text = log.file.read_text(encoding="utf-8")
    assert "example.org" not in text
    assert "Naam" not in text


def test_who_is_here_is_named_as_text(database: Path):
    app = AppTest.from_file(str(ENTRY), default_timeout=60)
    app.user = {**login_of("administrator"), "name": "<img src=x onerror=alert(1)>"}
    assert "<img" not in said(app.run())
    assert "&lt;img" in said(app)


def test_every_page_has_its_roles():
    files = {file.stem for file in (HOUSE / "dashboard" / "pages").glob("*.py")} - {"__init__"}
    assert set(ROLES_OF_PAGE) == set(PAGES) == files
    assert set(ROLES_OF_DEED) == set(Deed)
    assert not any(Role.FUNDER in roles for roles in (*ROLES_OF_PAGE.values(), *ROLES_OF_DEED.values()))


def deeds_out_of_place(text: str) -> list[str]:
    """Calls that change something through a door that was only asked for reading."""
    calls = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call)]
    found = []
    for call in calls:
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        asked = [node for node in ast.walk(call) if isinstance(node, ast.Call) and ast.unparse(node.func) == "store"]
        if name in DEED_OF and asked and ast.unparse(asked[0]) != f"store(Deed.{DEED_OF[name]})":
            found.append(f"{name} through {ast.unparse(asked[0])}")
    return found


def test_whatever_changes_something_says_so_at_the_door():
    assert [breach for file in python_files("dashboard") for breach in deeds_out_of_place(file.text)] == []


def test_a_change_through_a_door_for_reading_is_seen():
    assert deeds_out_of_place("imports.erase(store(), project, number)")
    assert deeds_out_of_place("store().back_up(file)")
    assert deeds_out_of_place("imports.erase(store(Deed.ERASE), project, number)") == []
