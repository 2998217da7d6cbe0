"""Transition counts of all projects: our SQL, a bare group-by on the same keys, pandas and polars at the same work."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pandas as pd
import polars as pl

from pipelines.store.store import Cursor, Store
from tests.bench.generated import generate_store
from tests.bench.measure import Figure, in_millions, median_seconds

EVERYTHING = "select * from core.observation"
PERSON = ["project_id", "participant_id", "indicator_id", "rater"]
TRANSITION = ["project_id", "indicator_id", "rater", "start_value", "follow_up_value"]

Frame = TypeVar("Frame")


def measure_all_projects(folder: Path, sizes: list[int], repeats: int) -> list[Figure]:
    figures = []
    for n_observations in sizes:
        store = generate_store(folder / f"all_{n_observations}.duckdb", n_observations)
        figures += _measure(store, n_observations, repeats if n_observations < 10**8 else 1)
        store.close()
    return figures


def _measure(store: Store, n_observations: int, repeats: int) -> list[Figure]:
    what = f"all projects, {in_millions(n_observations)} observations"
    in_database = median_seconds({"sql": lambda: count_in_sql(store), "floor": lambda: group_by(store)}, repeats)
    figures = [Figure(what, in_database["sql"], "bare group-by on the same keys", in_database["floor"], aim=1.5)]
    in_polars = _seconds_in_memory(store, as_polars, count_in_polars, repeats)
    in_pandas = _seconds_in_memory(store, as_pandas, count_in_pandas, repeats)
    return [
        *figures,
        Figure(what, in_database["sql"], "polars", in_polars, aim=1),
        Figure(what, in_database["sql"], "pandas", in_pandas, aim=0.2),
    ]


def _seconds_in_memory(
    store: Store, load: Callable[[Cursor], Frame], count: Callable[[Frame], int], repeats: int
) -> float:
    """Loading is not measured; what was loaded is gone afterwards."""
    with store.cursor() as cursor:
        observations = load(cursor)
    return median_seconds({"count": lambda: count(observations)}, repeats)["count"]


def as_polars(cursor: Cursor) -> pl.DataFrame:
    return pl.from_arrow(cursor.sql(EVERYTHING).to_arrow_table())


def as_pandas(cursor: Cursor) -> pd.DataFrame:
    return cursor.sql(EVERYTHING).df()


def count_in_sql(store: Store) -> int:
    """The number of pairs, by way of all transition counts, so that the roads can be held against each other."""
    transition = f"select {', '.join(TRANSITION)}, count(*) as n from outcome.pair(null) group by all"
    with store.cursor() as cursor:
        return cursor.execute(f"select sum(n) from ({transition})").fetchall()[0][0]


def group_by(store: Store) -> int:
    bare = f"select {', '.join(PERSON)}, count(*) as n from registered.observation group by all"
    with store.cursor() as cursor:
        return cursor.execute(f"select sum(n) from ({bare})").fetchall()[0][0]


def count_in_polars(observations: pl.DataFrame) -> int:
    start = observations.lazy().filter(pl.col("moment") == 0)
    last = observations.lazy().filter((pl.col("moment") > 0) & pl.col("is_last"))
    transition = (
        start.join(last, on=PERSON, suffix="_last")
        .filter(pl.col("measured_on_last") > pl.col("measured_on"))
        .rename({"value": "start_value", "value_last": "follow_up_value"})
        .group_by(TRANSITION)
        .len()
    )
    return transition.select(pl.col("len").sum()).collect(engine="streaming").item()


def count_in_pandas(observations: pd.DataFrame) -> int:
    moments = ["value", "measured_on"]
    start = observations[observations["moment"] == 0].set_index(PERSON)[moments]
    last = observations[(observations["moment"] > 0) & observations["is_last"]].set_index(PERSON)[moments]
    pair = start.join(last, how="inner", lsuffix="_start", rsuffix="_follow_up")
    pair = pair[pair["measured_on_follow_up"] > pair["measured_on_start"]]
    pair = pair.rename(columns={"value_start": "start_value", "value_follow_up": "follow_up_value"})
    return int(pair.groupby(TRANSITION, observed=True).size().sum())
