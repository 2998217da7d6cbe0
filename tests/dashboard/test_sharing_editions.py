"""A project leader shares an edition: with funders, with everybody, or by a link; and takes it back."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import people
from dashboard.language import Words
from pipelines.audit_log import AuditLog, Event
from pipelines.editions.share_links import LinkWithdrawn, edition_of_link
from pipelines.editions.sharing import read_sharing, sharing_file
from pipelines.store.store import Store
from tests.dashboard.served import NOT_LOGGED_IN, login_of, said, serve
from tests.dashboard.test_publishing_page import (
    PAGE,
    composed,
    folder,
    handed_over,
    opened,
    project,
    published,
    signed,
    without_the_finder_of_names,
)
from tests.impact.conftest import open_as as open_impact_as

__all__ = ["folder", "project", "without_the_finder_of_names"]


@pytest.fixture
def edition(project: object, app: AppTest, folder: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The id of an edition that was just published, its page still open in `app`."""
    monkeypatch.setenv("TEL_EN_VERTEL_IMPACT_APP", "https://impact.example.org/")
    signed(handed_over(composed(opened(app))))
    return published(folder)[0].id


def test_signing_is_in_the_audit_log(edition: str, dashboard_store: Store):
    log = AuditLog(dashboard_store.path.with_name("dashboard.duckdb.audit.jsonl"))
    lines = [(line.event, line.project_id, line.edition_id) for line in reversed(log.read())]
    assert lines == [(Event.SIGN_OFF, 1, edition), (Event.PUBLISH, 1, edition)]


def test_an_edition_is_shared_with_named_funders_and_made_public(edition: str, app: AppTest, folder: Path):
    assert "Alleen het project zelf" in said(app)
    app.text_area(key=f"funders_{edition}").set_value("Jan@City.example\n\nfunders\n")
    app.button(key=f"save_sharing_{edition}").click().run()
    assert not app.exception
    assert read_sharing(folder, edition).funders == ("funders", "jan@city.example")
    assert "2 financiers" in said(app)
    app.checkbox(key=f"public_{edition}").check()
    app.button(key=f"save_sharing_{edition}").click().run()
    assert read_sharing(folder, edition).public
    assert "**Iedereen**" in said(app)
    assert people.current_audit_log().read()[0].event is Event.SHARE


def test_a_link_opens_the_edition_until_it_is_withdrawn(edition: str, app: AppTest, folder: Path):
    app.button_group(key=f"link_days_{edition}").set_value(7).run()
    app.button(key=f"make_link_{edition}").click().run()
    address, token = app.code[0].value.split("?link=")
    assert address == "https://impact.example.org/"
    now = datetime.now(UTC)
    assert edition_of_link(folder, token, now + timedelta(days=7)) == edition
    app.button(key=f"withdraw_links_{edition}").click().run()
    with pytest.raises(LinkWithdrawn):
        edition_of_link(folder, token)


def test_the_address_that_the_leader_gets_opens_the_edition_for_who_does_not_log_in(
    edition: str, app: AppTest, folder: Path, monkeypatch: pytest.MonkeyPatch
):
    app.button(key=f"make_link_{edition}").click().run()
    asked = dict(parse_qsl(urlsplit(app.code[0].value).query))
    serve(monkeypatch)
    assert Words("nl")("impact.people.title") in said(open_impact_as(NOT_LOGGED_IN, **asked))
    assert Words("nl")("impact.missing.title") in said(open_impact_as(NOT_LOGGED_IN, edition=edition))


def test_what_cannot_be_read_is_shared_with_nobody_and_told(edition: str, app: AppTest, folder: Path):
    sharing_file(folder, edition).write_text("public =", encoding="utf-8")
    app.run()
    assert not app.exception
    assert "is niet te lezen" in said(app)


def test_a_second_reader_signs_and_neither_composes_nor_shares(
    edition: str, app: AppTest, monkeypatch: pytest.MonkeyPatch
):
    handed_over(composed(app))
    serve(monkeypatch)
    app.user = login_of("second_reader")
    app.run()
    assert not app.exception
    keys = {button.key for button in app.button}
    assert "sign" in keys
    assert not [key for key in keys if key and key.startswith(("make_link", "save_sharing", "propose"))]
    app.button(key="take_back").click().run()
    assert "geen publicatie die u kunt goedkeuren" in said(app)


def test_no_edition_hides_less_than_the_settings_say(project: object, app: AppTest, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("TEL_EN_VERTEL_MINIMUM_CELL_SIZE", "12")
    app.switch_page(PAGE).run()
    box = next(box for box in app.number_input if box.key == "publish_1_minimum")
    assert (box.min, box.value) == (12, 12)
