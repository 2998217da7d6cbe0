"""Funders at their own door: who logs in sees what is shared with them, who has a link sees one edition."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from pipelines.editions.share_links import make_share_link
from pipelines.editions.sharing import Sharing, read_sharing, write_sharing
from tests.browser.conftest import PATIENCE_MS, settle
from tests.browser.logging_in import log_in, running_served
from tests.impact.invented_edition import invented_contents, invented_manifest, write_edition

SHARED, CLOSED = "Gedeeld met de gemeente", "Nog van het project"
SHARED_ID, CLOSED_ID = "2026-06-01-gedeeld-aaaaaaaa", "2026-06-02-van-het-project-bbbbbbbb"
PEOPLE = "Wie deden mee?"
NOT_THERE = "Deze publicatie is er niet"


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Two editions, one of them shared with a funder who can log in."""
    editions = tmp_path_factory.mktemp("served") / "editions"
    for edition, project in ((SHARED_ID, SHARED), (CLOSED_ID, CLOSED)):
        write_edition(editions, invented_manifest(edition, project=project), invented_contents(project=project))
    write_sharing(editions, SHARED_ID, Sharing(funders=("carla@city.example",)))
    yield editions
    for place in editions.glob("*/"):
        place.chmod(0o755)


@pytest.fixture(scope="module")
def served(editions: Path) -> Iterator[str]:
    settings = {"TEL_EN_VERTEL_EDITIONS": str(editions), "TEL_EN_VERTEL_CLAIMS__FUNDER": '["funders"]'}
    with running_served("dashboard/impact/app.py", editions.parent, settings) as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(locale="nl-NL", reduced_motion="reduce", viewport={"width": 1280, "height": 900})
    context.set_default_timeout(PATIENCE_MS)
    yield context.new_page()
    context.close()


def test_a_funder_logs_in_sees_what_is_shared_and_logs_out_again(page: Page, served: str):
    page.goto(served)
    expect(page.get_by_text("Er is nu niets wat iedereen mag lezen.")).to_be_visible()
    log_in(page, served, "carla")
    expect(page.get_by_text("Carla Smit · financier")).to_be_visible()
    expect(page.get_by_role("link", name=SHARED)).to_be_visible()
    assert CLOSED not in page.content()
    page.get_by_role("link", name=SHARED).click()
    expect(page.get_by_role("heading", name=PEOPLE)).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="Cijfers als csv").click()
    assert "te weinig mensen" in download.value.path().read_text(encoding="utf-8-sig")
    page.goto(f"{served}/?edition={CLOSED_ID}")
    expect(page.get_by_role("heading", name=NOT_THERE)).to_be_visible()
    page.get_by_role("button", name="Uitloggen").click()
    expect(page.get_by_role("button", name="Inloggen")).to_be_visible()
    page.goto(f"{served}/?edition={SHARED_ID}")
    expect(page.get_by_role("heading", name=NOT_THERE)).to_be_visible()


def test_a_link_in_a_fresh_browser_opens_one_edition_and_leaves_no_token(page: Page, served: str, editions: Path):
    token = make_share_link(editions, CLOSED_ID, datetime.now(UTC) + timedelta(days=1))
    page.goto(f"{served}/?link={token}")
    expect(page.get_by_role("heading", name=PEOPLE)).to_be_visible()
    settle(page)
    assert "link=" not in page.url
    assert token not in page.content()
    with page.expect_download():
        page.get_by_role("button", name="Cijfers als csv").click()
    page.get_by_role("link", name="Link naar Huisvesting").click()
    expect(page.locator("#housing")).to_be_in_viewport()
    page.get_by_role("link", name="Alle projecten").click()
    expect(page.get_by_role("link", name=CLOSED)).to_be_visible()
    assert SHARED not in page.content()
    page.goto(f"{served}/?edition={CLOSED_ID}")
    expect(page.get_by_role("heading", name=NOT_THERE)).to_be_visible()
    written = "".join(
        file.read_text(encoding="utf-8") for file in (editions.parent / "server.log", editions / "audit.jsonl")
    )
    assert '"share_link"' in written
    assert '"download"' in written
    assert token.rpartition(".")[2] not in written


def test_a_link_that_was_withdrawn_says_what_to_do(page: Page, served: str, editions: Path):
    token = make_share_link(editions, SHARED_ID, datetime.now(UTC) + timedelta(days=1))
    write_sharing(editions, SHARED_ID, read_sharing(editions, SHARED_ID).without_links())
    page.goto(f"{served}/?link={token}&lang=en")
    expect(page.get_by_role("heading", name="This link was withdrawn")).to_be_visible()
    settle(page)
    assert "link=" not in page.url
    page.get_by_role("radio", name="nl", exact=True).click()
    expect(page.get_by_role("heading", name="Deze link is ingetrokken")).to_be_visible()
