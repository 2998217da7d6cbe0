"""Every page about one project of 500 people, in a store that grows: its rerun, and what it reads the first time."""

import asyncio
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from statistics import median

from dashboard.navigation import SECTIONS
from pipelines.domain.comparison import START_LEVEL
from pipelines.outcomes.comparison import read_comparison
from pipelines.outcomes.drop_out import read_drop_out
from pipelines.outcomes.findings import read_outcomes
from pipelines.outcomes.flow import read_flow
from pipelines.outcomes.goal_attainment import read_goals
from pipelines.outcomes.interventions import read_interventions
from pipelines.outcomes.participation import read_participation
from pipelines.outcomes.recognition import read_recognition
from pipelines.outcomes.steering import read_steering
from pipelines.outcomes.subgroups import read_subgroups
from pipelines.outcomes.trajectory import read_trajectories
from pipelines.store.store import Cursor, Store
from tests.bench.browserless import Page, rerun_seconds
from tests.bench.generated import generate_store
from tests.bench.measure import Figure, in_millions, median_seconds
from tests.bench.pages import serve

PROJECT = 7
N_SMALL = 20
PAGES = ("count_and_tell", *(page for pages in SECTIONS.values() for page in pages))
Reader = Callable[[Cursor, int], object]
READERS: dict[str, tuple[Reader, ...]] = {
    "count and tell": (read_participation, read_outcomes, read_drop_out),
    "flow": (read_flow, read_participation, read_drop_out),
    "actions": (read_goals, partial(read_interventions, by=["instrument"])),
    "over time": (read_trajectories,),
    "for whom": (partial(read_subgroups, attribute=START_LEVEL),),
    "compared": (partial(read_comparison, reference="participant"),),
    "recognised": (read_recognition, read_outcomes),
    "steering": (read_steering,),
}


def measure_pages_of_one_project(folder: Path, sizes: list[int], repeats: int, reruns: int) -> list[Figure]:
    """Each size against the smallest, in turn: flat is a ratio of 1."""
    paths = {size: folder / f"page_{size}.duckdb" for size in sizes}
    stores = {size: generate_store(path, size, n_small=N_SMALL) for size, path in paths.items()}
    figures = [figure for page in READERS for figure in _first_reading(stores, page, repeats)]
    for store in stores.values():
        store.close()
    with ExitStack() as servers:
        ports = {size: servers.enter_context(serve(Path("streamlit_app.py"), {"TEL_EN_VERTEL_DB": str(path)}))
                 for size, path in paths.items()}  # fmt: skip
        return figures + [figure for page in PAGES for figure in _reruns(ports, page, reruns)]


def _first_reading(stores: dict[int, Store], page: str, repeats: int) -> list[Figure]:
    def read(store: Store) -> None:
        with store.cursor() as cursor:
            for reader in READERS[page]:
                reader(cursor, PROJECT)

    seconds = median_seconds({str(size): partial(read, store) for size, store in stores.items()}, repeats)
    return _against_smallest(f"first reading for {page}", {size: seconds[str(size)] for size in stores})


def _reruns(ports: dict[int, int], page: str, reruns: int) -> list[Figure]:
    """The sizes take turns, so that a drifting machine drifts for all of them."""
    taken: dict[int, list[float]] = {size: [] for size in ports}
    for _ in range(3):
        for size, port in ports.items():
            here = Page(port, page, f"project={PROJECT}")
            taken[size] += asyncio.run(rerun_seconds(here, reruns // 3 + 1))
    return _against_smallest(f"rerun of {page.replace('_', ' ')}", {size: median(all) for size, all in taken.items()})


def _against_smallest(what: str, seconds: dict[int, float]) -> list[Figure]:
    smallest, *others = seconds
    return [
        Figure(f"{what}, {in_millions(size)} observations", seconds[size], f"with {in_millions(smallest)}",
               seconds[smallest], aim=1.2)
        for size in others or [smallest]
    ]  # fmt: skip
