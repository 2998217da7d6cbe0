"""What is done on the pages stands in the log, and the log, the roles and a back-up on pages of their own."""

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.language import all_texts
from dashboard.navigation import PAGES
from pipelines import imports
from pipelines.audit_log import AuditLog, Event, Way
from pipelines.ingest.cells.upload import Upload
from pipelines.models.opening import open_store
from pipelines.store.store import Store
from tests.dashboard.served import said, serve
from tests.dashboard.small_files import measurements

LOG, PEOPLE, BACKUP = (f"dashboard/pages/{name}.py" for name in ("audit_log", "people", "backup"))
UPLOAD = "dashboard/pages/upload.py"


@pytest.fixture
def log(dashboard_store: Store) -> AuditLog:
    return AuditLog(dashboard_store.path.with_name(f"{dashboard_store.path.name}.audit.jsonl"))


@pytest.fixture
def imported(dashboard_store: Store) -> int:
    """The number of an import of a small project."""
    uploads = [Upload(name="m.csv", content=measurements())]
    return imports.import_files(dashboard_store, "Oost", uploads).import_id


def test_an_empty_log_says_so(app: AppTest):
    app.switch_page(LOG).run()
    assert "Er is nog niets gebeurd" in said(app)


def test_the_log_says_what_was_done_in_both_languages(log: AuditLog, opened_at: Callable[..., AppTest]):
    for event in Event:
        log.note(event, Way.COMMAND_LINE, project_id=3, import_id=4, edition_id="2026-11-oost-1a", page="upload")
    dutch = said(opened_at(lang="nl").switch_page(LOG).run())
    assert "publicatie 2026-11-oost-1a" in dutch
    assert "bij: Aanleveren" in dutch
    english = opened_at(lang="en").switch_page(LOG).run()
    assert not english.exception
    assert "edition signed off" in said(english)


def test_the_log_can_be_narrowed_to_one_kind(log: AuditLog, app: AppTest):
    log.note(Event.BACKUP, Way.LOCAL)
    log.note(Event.IMPORT, Way.LOCAL, import_id=12)
    app.switch_page(LOG).run()
    assert "levering 12" in said(app)
    app.selectbox(key="audit_event").set_value(Event.BACKUP).run()
    assert "levering 12" not in said(app)


def test_what_readers_opened_stands_between_what_the_project_did(
    log: AuditLog, app: AppTest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("TEL_EN_VERTEL_EDITIONS", str(tmp_path / "editions"))
    log.note(Event.PUBLISH, Way.LOCAL)
    AuditLog(tmp_path / "editions" / "audit.jsonl").note(Event.OPENING, Way.SHARE_LINK, edition_id="2026-11-oost-1a")
    log.note(Event.BACKUP, Way.LOCAL)
    text = said(app.switch_page(LOG).run())
    told = ("reservekopie gemaakt", "financier, via een link", ">gepubliceerd<")
    assert sorted(told, key=text.index) == list(told)


def test_a_log_that_both_programs_share_is_read_once(app: AppTest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("TEL_EN_VERTEL_AUDIT_LOG", str(tmp_path / "both.jsonl"))
    AuditLog(tmp_path / "both.jsonl").note(Event.OPENING, Way.PUBLIC, edition_id="2026-11-oost-1a")
    assert said(app.switch_page(LOG).run()).count("2026-11-oost-1a") == 1


def test_a_damaged_log_is_told(log: AuditLog, app: AppTest):
    log.note(Event.BACKUP, Way.LOCAL)
    with log.file.open("a", encoding="utf-8") as opened:
        opened.write("no line\n")
    assert "geen regel van dit logboek" in said(app.switch_page(LOG).run())


def test_withdrawing_on_the_page_is_noted(imported: int, log: AuditLog, app: AppTest):
    app.switch_page(UPLOAD).run()
    app.button(key=f"withdraw_{imported}").click().run()
    app.button(key="withdraw_yes").click().run()
    (line,) = log.read()
    assert (line.event, line.roles, line.project_id, line.import_id) == (Event.WITHDRAW, ("local",), 1, imported)


def test_erasing_on_the_page_is_noted_without_whom(imported: int, log: AuditLog, app: AppTest):
    app.switch_page(UPLOAD).run()
    app.text_input(key="erase_number").set_value("A1").run()
    app.button(key="erase").click().run()
    app.button(key="erase_yes").click().run()
    (line,) = log.read()
    assert (line.event, line.project_id) == (Event.ERASURE, 1)
    assert line.model_dump(exclude_none=True).keys() == {"at", "event", "roles", "project_id"}


def test_a_backup_from_the_page_opens(
    imported: int, log: AuditLog, app: AppTest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, dashboard_store: Store
):
    monkeypatch.setenv("TEL_EN_VERTEL_BACKUPS", str(tmp_path / "backups"))
    app.switch_page(BACKUP).run()
    app.button(key="back_up").click().run()
    assert not app.exception
    (copy,) = (tmp_path / "backups").iterdir()
    assert log.read()[0].event is Event.BACKUP
    store = open_store(copy, dashboard_store.path.with_name("dashboard.duckdb.key"))
    assert [record.project for record in imports.history(store)] == ["Oost"]
    store.close()


def test_in_served_mode_the_page_names_who_has_which_role(
    dashboard_store: Store, app: AppTest, monkeypatch: pytest.MonkeyPatch
):
    assert "example.org" not in said(app.switch_page(PEOPLE).run())
    serve(monkeypatch)
    from tests.dashboard.served import login_of

    app.user = login_of("administrator")
    text = said(app.switch_page(PEOPLE).run())
    assert "reader@example.org" in text


def test_everything_the_log_can_hold_has_words():
    texts = all_texts()
    for known in (*(f"people.event.{event}" for event in Event), *(f"people.way.{way}" for way in Way)):
        assert known in texts
    assert all(f"shell.page.{page}" in texts for page in PAGES)
