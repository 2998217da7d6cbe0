"""A share link opens one edition for one session; one that opens nothing says what to do; its token stays nowhere."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.language import LANGUAGES, Words
from pipelines.audit_log import AuditLog, Event
from pipelines.editions.share_links import KEY_FILE, make_share_link
from pipelines.editions.sharing import Sharing, read_sharing, sharing_file, write_sharing
from tests.dashboard.served import EVERYBODY, LOGGED_IN_LONG_AGO, NOT_LOGGED_IN, WITHOUT_ROLE, said
from tests.impact.conftest import Opened, open_as, told
from tests.impact.test_visitors import CLOSED, PUBLIC, SHARED, ids, read_in, served

__all__ = ["ids", "served"]

WHO_MAY_SEE_NOTHING_ELSE = ("administrator", WITHOUT_ROLE, NOT_LOGGED_IN, LOGGED_IN_LONG_AGO)
SCREENS = ("start", "portfolio")


def link_to(editions: Path, edition_id: str, days: int = 7) -> str:
    return make_share_link(editions, edition_id, datetime.now(UTC) + timedelta(days=days))


def is_refused(app: AppTest, why: str, language: str = "nl") -> bool:
    assert not app.exception
    return [title.value for title in app.title] == [Words(language)(f"impact.link.{why}.title")]


@pytest.mark.parametrize("who", EVERYBODY)
def test_a_link_opens_its_edition_to_everybody(ids: dict[str, str], editions: Path, who: str):
    app = open_as(who, link=link_to(editions, ids[CLOSED]))
    assert read_in(app) == {CLOSED}
    assert Words("nl")("impact.people.title") in told(app)


@pytest.mark.parametrize("who", WHO_MAY_SEE_NOTHING_ELSE)
def test_a_link_opens_no_other_edition(ids: dict[str, str], editions: Path, who: str):
    app = open_as(who, link=link_to(editions, ids[CLOSED]))
    for screen in SCREENS:
        app.query_params.clear()
        assert read_in(app.switch_page(f"screens/{screen}.py").run()) == {CLOSED, PUBLIC}
    app.query_params["edition"] = ids[SHARED]
    assert read_in(app.switch_page("screens/impact.py").run()) == set()


def test_a_link_holds_for_its_own_session_only(ids: dict[str, str], editions: Path):
    open_as(NOT_LOGGED_IN, link=link_to(editions, ids[CLOSED]))
    assert read_in(open_as(NOT_LOGGED_IN)) == {PUBLIC}
    assert read_in(open_as(NOT_LOGGED_IN, edition=ids[CLOSED])) == set()


@pytest.mark.parametrize("screen", [*SCREENS, "impact", "link"])
def test_a_link_opens_at_every_address(ids: dict[str, str], editions: Path, screen: str):
    assert read_in(open_as(NOT_LOGGED_IN, screen, link=link_to(editions, ids[CLOSED]))) == {CLOSED}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_token_leaves_the_address_and_the_language_stays(ids: dict[str, str], editions: Path, language: str):
    token = link_to(editions, ids[CLOSED])
    app = open_as(NOT_LOGGED_IN, link=token, lang=language)
    assert token not in str(dict(app.query_params))
    assert app.query_params["edition"] == ids[CLOSED]
    assert Words(language)("impact.people.title") in told(app)
    assert token not in said(app)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("why", ["expired", "withdrawn", "tampered"])
def test_a_link_that_opens_nothing_says_why_and_what_to_do(
    ids: dict[str, str], editions: Path, why: str, language: str
):
    token = link_to(editions, ids[CLOSED], days=-1 if why == "expired" else 1)
    if why == "withdrawn":
        write_sharing(editions, ids[CLOSED], read_sharing(editions, ids[CLOSED]).without_links())
    app = open_as(NOT_LOGGED_IN, link=token[:-1] if why == "tampered" else token, lang=language)
    assert is_refused(app, why, language)
    assert Words(language)(f"impact.link.{why}.text") in told(app)
    assert token[:-1] not in str(dict(app.query_params))
    assert read_in(app.run()) == set()
    assert is_refused(app, why, language)
    assert read_in(app.switch_page("screens/start.py").run()) == {PUBLIC}


@pytest.mark.parametrize("token", ["", "x", "../x.1.2", "a.b.c", "2026.1." + "0" * 64])
def test_what_is_no_link_is_refused(ids: dict[str, str], editions: Path, token: str):
    assert is_refused(open_as(NOT_LOGGED_IN, link=token), "tampered")
    assert not (editions / KEY_FILE).exists()


def test_a_link_with_the_name_of_another_edition_is_refused(ids: dict[str, str], editions: Path):
    token = link_to(editions, ids[CLOSED])
    assert is_refused(open_as(NOT_LOGGED_IN, link=token.replace(ids[CLOSED], ids[SHARED])), "tampered")


def test_a_link_that_is_withdrawn_while_somebody_reads_is_shut_at_the_next_click(ids: dict[str, str], editions: Path):
    app = open_as(NOT_LOGGED_IN, link=link_to(editions, ids[CLOSED]))
    write_sharing(editions, ids[CLOSED], read_sharing(editions, ids[CLOSED]).without_links())
    assert read_in(app.run()) == set()


def test_a_link_to_what_was_taken_away_says_that_it_is_not_here(ids: dict[str, str], editions: Path):
    token = link_to(editions, "2026-01-01-nergens-00000000")
    assert Words("nl")("impact.missing.text") in told(open_as(NOT_LOGGED_IN, link=token))


def test_damaged_sharing_shuts_a_link_too_and_is_not_told(ids: dict[str, str], editions: Path):
    token = link_to(editions, ids[CLOSED])
    app = open_as(NOT_LOGGED_IN, link=token)
    sharing_file(editions, ids[CLOSED]).write_text("public =", encoding="utf-8")
    assert read_in(app.run()) == set()
    assert is_refused(open_as(NOT_LOGGED_IN, link=token), "tampered")


def test_who_reads_by_link_gets_no_address_that_would_open_nothing(ids: dict[str, str], editions: Path):
    assert 'href="#finances"' in told(open_as(NOT_LOGGED_IN, link=link_to(editions, ids[CLOSED])))
    assert f'href="?edition={ids[PUBLIC]}' in told(open_as(NOT_LOGGED_IN, edition=ids[PUBLIC]))


def test_a_link_works_for_who_does_not_log_in_because_it_is_local(
    ids: dict[str, str], editions: Path, monkeypatch: pytest.MonkeyPatch, opened_at: Opened
):
    monkeypatch.setenv("TEL_EN_VERTEL_MODE", "local")
    assert read_in(opened_at(link=link_to(editions, ids[CLOSED]))) == {CLOSED}


def test_a_link_stands_in_the_log_as_a_funder_by_link_and_its_token_nowhere(
    ids: dict[str, str], editions: Path, caplog: pytest.LogCaptureFixture
):
    caplog.set_level("DEBUG")
    token = link_to(editions, ids[CLOSED])
    for who in (NOT_LOGGED_IN, WITHOUT_ROLE):
        open_as(who, link=token)
    open_as(NOT_LOGGED_IN, link=token[:-1])
    log = AuditLog(editions / "audit.jsonl")
    opened = [line for line in log.read() if line.event is Event.OPENING]
    assert [(line.roles, line.who, line.edition_id) for line in opened] == [(("share_link",), None, ids[CLOSED])] * 2
    signature = token.rpartition(".")[2][:-1]
    assert signature not in log.file.read_text(encoding="utf-8") + caplog.text
    assert Sharing() == read_sharing(editions, ids[CLOSED])
