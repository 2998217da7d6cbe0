"""One server on a database of its own and one browser for all tests; a fresh browser profile for each."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect, sync_playwright

HOUSE = Path(__file__).parents[2]
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
SETTLED = '[data-testid="stApp"][data-test-connection-state="CONNECTED"][data-test-script-state="notRunning"]'
PATIENCE_MS = 30_000
expect.set_options(timeout=PATIENCE_MS)

Open = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium() -> str:
    """The browser of this machine; CHROMIUM names another. A missing browser is a failure, not a skip."""
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    assert found, f"no Chromium: set CHROMIUM, or install one of {', '.join(CHROMIUM_NAMES)}"
    return found


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the dashboard runs."""
    folder = tmp_path_factory.mktemp("dashboard")
    port = _free_port()
    command = [sys.executable, "-m", "streamlit", "run", "streamlit_app.py", "--server.headless", "true"]
    with (folder / "server.log").open("w", encoding="utf-8") as log:
        server = subprocess.Popen(
            [*command, "--server.port", str(port)], cwd=HOUSE, stdout=log, stderr=subprocess.STDOUT,
            env={**os.environ, "TEL_EN_VERTEL_DB": str(folder / "dashboard.duckdb")},
        )  # fmt: skip
        try:
            _wait_until_healthy(server, f"http://localhost:{port}/_stcore/health")
            yield f"http://localhost:{port}"
        finally:
            server.terminate()
            server.wait(timeout=20)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright: Playwright, chromium: str) -> Iterator[Browser]:
    quiet = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"]
    browser = playwright.chromium.launch(executable_path=chromium, args=quiet)
    yield browser
    browser.close()


@pytest.fixture
def open_page(browser: Browser, address: str) -> Iterator[Open]:
    """Opens a path of the dashboard, by default on a desk in Dutch, and waits until it has settled."""
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


def _free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("localhost", 0))
        return probe.getsockname()[1]


def _wait_until_healthy(server: subprocess.Popen[bytes], health: str, patience_s: float = 60) -> None:
    deadline = time.monotonic() + patience_s
    while time.monotonic() < deadline:
        assert server.poll() is None, "the server stopped before it could be reached"
        try:
            with urlopen(health, timeout=2) as answer:
                if answer.status == 200:
                    return
        except (URLError, ConnectionError, TimeoutError):
            time.sleep(0.2)
    raise AssertionError(f"no answer from {health} within {patience_s} s")
