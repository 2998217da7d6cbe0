"""The audit log of the program for funders: what was opened and downloaded, by what right, and nobody's name."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from streamlit.runtime.media_file_manager import MediaFileManager
from streamlit.testing.v1 import AppTest

from dashboard.impact.library import NotForReader, downloadable, open_edition
from dashboard.impact.visitor import LINK_KEY, Visitor
from dashboard.language import Words
from pipelines.audit_log import AuditLog, Event
from pipelines.domain.person import Person
from pipelines.editions.edition import Edition
from pipelines.editions.share_links import make_share_link
from pipelines.editions.sharing import Sharing, read_sharing, write_sharing
from tests.dashboard.served import ADDRESS_OF, NOT_LOGGED_IN, WITHOUT_ROLE
from tests.impact.conftest import Opened, open_as
from tests.impact.test_visitors import CLOSED, PUBLIC, SHARED, ids, read_in, served

__all__ = ["ids", "served"]

FUNDER = Person(login="https://id.example.org funder", shared_with=frozenset({ADDRESS_OF["funder"]}))


@pytest.fixture
def log(editions: Path) -> AuditLog:
    return AuditLog(editions / "audit.jsonl")


def noted(log: AuditLog, *events: Event) -> list[tuple[Event, tuple[str, ...], str | None]]:
    """Oldest first; without logins unless they are asked for."""
    wanted = events or (Event.OPENING, Event.DOWNLOAD)
    return [(line.event, line.roles, line.edition_id) for line in reversed(log.read()) if line.event in wanted]


@pytest.mark.parametrize(
    ("who", "roles"), [("funder", ("funder",)), (WITHOUT_ROLE, ()), (NOT_LOGGED_IN, ("public",))], ids=str
)
def test_an_opening_is_noted_once_in_a_session(ids: dict[str, str], log: AuditLog, who: str, roles: tuple[str, ...]):
    app = open_as(who, edition=ids[PUBLIC])
    app.run()
    assert noted(log) == [(Event.OPENING, roles, ids[PUBLIC])]
    open_as(who, edition=ids[PUBLIC])
    assert len(noted(log)) == 2


def test_what_somebody_may_not_see_was_not_opened(ids: dict[str, str], log: AuditLog):
    open_as("funder", edition=ids[CLOSED])
    open_as("funder")
    assert noted(log) == []


def test_projects_side_by_side_were_opened_too(ids: dict[str, str], log: AuditLog):
    open_as("funder", "portfolio")
    assert {edition for _, _, edition in noted(log)} == {ids[SHARED], ids[PUBLIC]}


def test_a_login_is_noted_and_nobody_is_named(ids: dict[str, str], log: AuditLog):
    open_as("funder", edition=ids[SHARED])
    assert noted(log, *Event) == [(Event.LOGIN, ("funder",), None), (Event.OPENING, ("funder",), ids[SHARED])]
    text = log.file.read_text(encoding="utf-8")
    assert not [word for word in ("example", "Naam", SHARED) if word in text]


def test_at_this_computer_it_is_noted_as_such(
    ids: dict[str, str], log: AuditLog, opened_at: Opened, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("TEL_EN_VERTEL_MODE", "local")
    opened_at(edition=ids[CLOSED])
    assert noted(log, *Event) == [(Event.OPENING, ("local",), ids[CLOSED])]


def test_the_settings_may_name_another_log(ids: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("TEL_EN_VERTEL_AUDIT_LOG", str(tmp_path / "both.jsonl"))
    open_as("funder", edition=ids[SHARED])
    assert len(noted(AuditLog(tmp_path / "both.jsonl"))) == 1


def test_what_cannot_be_noted_is_not_shown(ids: dict[str, str], log: AuditLog):
    log.file.mkdir()
    app = open_as(NOT_LOGGED_IN, edition=ids[PUBLIC])
    assert [title.value for title in app.title] == [Words("nl")("shell.trouble.log_title")]
    assert read_in(app) == set()


def asked_as(visitor: Visitor, monkeypatch: pytest.MonkeyPatch, edition_id: str) -> tuple[Edition, Callable[[], bytes]]:
    """An edition that this visitor opened, and the file that a button on its page would give."""
    monkeypatch.setattr("dashboard.impact.library.current_visitor", lambda: visitor)
    edition = open_edition(edition_id)
    return edition, downloadable(edition, lambda one: one.id.encode())


def test_every_download_is_noted(ids: dict[str, str], log: AuditLog, monkeypatch: pytest.MonkeyPatch):
    _, write = asked_as(Visitor(person=FUNDER), monkeypatch, ids[SHARED])
    assert noted(log, Event.DOWNLOAD) == []
    assert write() == write() == ids[SHARED].encode()
    assert noted(log, Event.DOWNLOAD) == [(Event.DOWNLOAD, (), ids[SHARED])] * 2


@pytest.mark.parametrize("by_link", [False, True])
def test_what_was_taken_back_is_downloaded_no_more(
    ids: dict[str, str], editions: Path, log: AuditLog, monkeypatch: pytest.MonkeyPatch, by_link: bool
):
    token = make_share_link(editions, ids[SHARED], datetime.now(UTC) + timedelta(days=1))
    visitor = Visitor(person=None if by_link else FUNDER, link=token if by_link else None)
    _, write = asked_as(visitor, monkeypatch, ids[SHARED])
    write()
    write_sharing(editions, ids[SHARED], Sharing(link_round=read_sharing(editions, ids[SHARED]).link_round + 1))
    with pytest.raises(NotForReader):
        write()
    assert [roles for _, roles, _ in noted(log, Event.DOWNLOAD)] == [("share_link",) if by_link else ()]


def test_both_buttons_of_the_page_go_by_the_door(ids: dict[str, str], log: AuditLog, monkeypatch: pytest.MonkeyPatch):
    files: list[Callable[[], bytes]] = []
    monkeypatch.setattr(MediaFileManager, "add_deferred", lambda _, data, *__, **___: files.append(data) or "file")
    app: AppTest = open_as("funder", edition=ids[SHARED])
    assert not app.exception
    assert len(files) >= 2
    for write in files[-2:]:
        assert write()
    assert noted(log, Event.DOWNLOAD) == [(Event.DOWNLOAD, ("funder",), ids[SHARED])] * 2


def test_a_token_is_in_no_text_of_who_reads():
    assert "secret" not in repr(Visitor(person=None, link="secret")) + LINK_KEY
