"""Time two or more roads in turn, so that a drifting machine drifts for all of them, and compare the medians."""

import gc
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True)
class Figure:
    """One line of the table: how long, against what, and what we aim for. Seconds; `aim` is the highest good ratio."""

    what: str
    seconds: float
    against: str
    against_seconds: float
    aim: float | None = None

    @property
    def ratio(self) -> float:
        return self.seconds / self.against_seconds


def median_seconds(roads: Mapping[str, Callable[[], object]], repeats: int) -> dict[str, float]:
    """Median wall-clock seconds per road, over `repeats` rounds in which each road runs once; one round warms up."""
    taken: dict[str, list[float]] = {name: [] for name in roads}
    for number in range(repeats + 1):
        for name, road in roads.items():
            gc.collect()
            start = time.perf_counter()
            road()
            if number:
                taken[name].append(time.perf_counter() - start)
    return {name: median(seconds) for name, seconds in taken.items()}


def print_table(figures: list[Figure]) -> None:
    print("| what | median | against | median | ratio | aim |")
    print("|---|---:|---|---:|---:|---:|")
    for figure in figures:
        aim = "" if figure.aim is None else f"≤ {figure.aim:.2g}"
        print(
            f"| {figure.what} | {in_units(figure.seconds)} | {figure.against} | {in_units(figure.against_seconds)} "
            f"| {figure.ratio:.2f} | {aim} |"
        )


def in_units(seconds: float) -> str:
    return f"{seconds * 1000:.1f} ms" if seconds < 1 else f"{seconds:.2f} s"


def in_millions(n_observations: int) -> str:
    return f"{n_observations / 10**6:g} million"
