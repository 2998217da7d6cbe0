"""The dashboard as a server of its own on an empty database, and the Chromium of this machine."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

HOUSE = Path(__file__).parents[2]
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIET = ("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking")
SETTLED = '[data-testid="stApp"][data-test-connection-state="CONNECTED"][data-test-script-state="notRunning"]'


def chromium_path() -> str:
    """The browser of this machine; CHROMIUM names another. A missing browser is a failure, not a skip."""
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    assert found, f"no Chromium: set CHROMIUM, or install one of {', '.join(CHROMIUM_NAMES)}"
    return found


@contextmanager
def running_dashboard(
    folder: Path, *options: str, port: int = 0, settings: Mapping[str, str] | None = None
) -> Iterator[str]:
    """The address of a dashboard whose database and log lie in this folder."""
    own = {"TEL_EN_VERTEL_DB": str(folder / "dashboard.duckdb"), **(settings or {})}
    with running_entry("streamlit_app.py", folder, own, *options, port=port) as address:
        yield address


@contextmanager
def running_entry(entry: str, folder: Path, settings: Mapping[str, str], *options: str, port: int = 0) -> Iterator[str]:
    """The address of this entry, whose log lies in the folder."""
    port = port or free_port()
    command = [sys.executable, "-m", "streamlit", "run", entry, "--server.headless", "true", *options]
    with running([*command, "--server.port", str(port)], folder / "server.log", settings) as server:
        wait_until_healthy(server, f"http://localhost:{port}/_stcore/health")
        yield f"http://localhost:{port}"


@contextmanager
def running(command: list[str], log: Path, settings: Mapping[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """A process of its own, ended afterwards."""
    with log.open("w", encoding="utf-8") as opened:
        server = subprocess.Popen(
            command, cwd=HOUSE, stdout=opened, stderr=subprocess.STDOUT, env={**os.environ, **settings}
        )
        try:
            yield server
        finally:
            server.terminate()
            server.wait(timeout=90)


def free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("localhost", 0))
        return probe.getsockname()[1]


def wait_until_healthy(server: subprocess.Popen[bytes], health: str, patience_s: float = 60) -> None:
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
