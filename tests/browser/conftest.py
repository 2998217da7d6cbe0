"""One server on a database of its own and one browser for all tests; a fresh browser profile for each."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect, sync_playwright

from tests.browser.server import QUIET, SETTLED, chromium_path, running_dashboard

PATIENCE_MS = 30_000
expect.set_options(timeout=PATIENCE_MS)

Open = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium() -> str:
    return chromium_path()


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the dashboard runs."""
    with running_dashboard(tmp_path_factory.mktemp("dashboard")) as address:
        yield address


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright: Playwright, chromium: str) -> Iterator[Browser]:
    browser = playwright.chromium.launch(executable_path=chromium, args=QUIET)
    yield browser
    browser.close()


@pytest.fixture
def open_page(browser: Browser, address: str) -> Iterator[Open]:
    """Opens a path of the dashboard, by default on a desk in Dutch, and waits until it has settled."""
    with opener(browser, address) as open_at:
        yield open_at


@contextmanager
def opener(browser: Browser, address: str) -> Iterator[Open]:
    """A fresh profile for every page, closed together."""
    contexts = []

    def open_at(path: str = "/", *, width: int = 1280) -> Page:
        viewport = {"width": width, "height": 900}
        context = browser.new_context(locale="nl-NL", reduced_motion="reduce", viewport=viewport)
        context.set_default_timeout(PATIENCE_MS)
        contexts.append(context)
        page = context.new_page()
        page.goto(address + path)
        settle(page)
        return page

    yield open_at
    for context in contexts:
        context.close()


def settle(page: Page) -> None:
    """Before its first run a page is still as well: hence the heading."""
    expect(page.locator("h1, h2").first).to_be_visible()
    expect(page.locator(SETTLED)).to_be_visible()
