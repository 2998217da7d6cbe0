"""The main page's rerun, against a page with the same charts and no data behind them, and with many users at once."""

import asyncio
import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median, quantiles

from pipelines import imports
from pipelines.delivery import Delivery
from pipelines.domain.import_report import ImportStatus
from pipelines.ingest.identities.pseudonyms import Pseudonyms
from pipelines.ingest.read import read_registration
from pipelines.models.opening import open_store
from sample_data.load import sample_projects
from tests.bench.browserless import Page, crowd_seconds, rerun_seconds, shown_figures
from tests.bench.measure import Figure

ROOT = Path(__file__).parents[2]
MAIN_PAGE = "count_and_tell"
PAGE_OF_CHARTS = Path("tests/bench/page_of_charts.py")
START_SECONDS = 60


def measure_pages(folder: Path, reruns: int, users: int) -> list[Figure]:
    database, figures = folder / "pages.duckdb", folder / "figures.json"
    load_sample(database)
    charts_alone = {"FIGURES": str(figures)}
    untuned = {**charts_alone, "UNTUNED": "1"}
    with serve(Path("streamlit_app.py"), {"TEL_EN_VERTEL_DB": str(database)}) as port:
        main = Page(port, MAIN_PAGE)
        figures.write_text(json.dumps(asyncio.run(shown_figures(main))), encoding="utf-8")
        with (
            serve(PAGE_OF_CHARTS, charts_alone) as charts,
            serve(PAGE_OF_CHARTS, untuned, "--runner.postScriptGC=true") as plain,
        ):
            seconds = rerun_in_turn({"main": main, "charts": Page(charts), "plain": Page(plain)}, reruns)
        crowd = asyncio.run(crowd_seconds(main, users, reruns=5))
    return [
        Figure("rerun of Tel en vertel", seconds["main"], "the same charts, no data behind", seconds["charts"], 1.5),
        Figure("rerun of Tel en vertel", seconds["main"], "the same charts, Streamlit untuned", seconds["plain"], 1),
        Figure(f"rerun with {users} users at once, p95", quantiles(crowd, n=20)[-1], "one user", seconds["main"]),
    ]


def load_sample(database: Path) -> None:
    """The first sample project. Its texts need no cleaning, which would take longer than all measurements here."""
    store, sample = open_store(database), sample_projects()[0]
    registration = read_registration(
        sample.uploads(), Pseudonyms(store.key, sample.name), clean=lambda text: (text, ())
    )
    delivery = Delivery(project=sample.name, uploads=tuple(sample.uploads()))
    report = imports.commit(store, delivery, registration, is_sample=True)
    store.close()
    assert report.status is ImportStatus.IMPORTED, report.issues[:3]


def rerun_in_turn(pages: dict[str, Page], reruns: int) -> dict[str, float]:
    """Median seconds per page; the pages take turns, so that a drifting machine drifts for all of them."""
    rounds = 3
    taken: dict[str, list[float]] = {name: [] for name in pages}
    for _ in range(rounds):
        for name, page in pages.items():
            taken[name] += asyncio.run(rerun_seconds(page, reruns // rounds + 1))
    return {name: median(seconds) for name, seconds in taken.items()}


@contextmanager
def serve(script: Path, environment: dict[str, str], *options: str) -> Iterator[int]:
    """A Streamlit server on a free port of this computer, gone afterwards."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", str(script), "--server.headless=true", f"--server.port={port}"]
    server = subprocess.Popen(
        [*command, *options], cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        wait_until_healthy(port)
        yield port
    finally:
        server.terminate()
        server.wait()


def wait_until_healthy(port: int) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(f"http://localhost:{port}/_stcore/health", timeout=1):
                return
        except OSError:
            time.sleep(0.2)
    raise TimeoutError(f"no server on port {port} within {START_SECONDS} s")
