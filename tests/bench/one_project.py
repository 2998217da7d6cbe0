"""One project of 500 people in a store that grows: reading its outcomes, and registering its file once more."""

from pathlib import Path

from pipelines.models.settling import settle
from pipelines.outcomes.findings import read_outcomes
from pipelines.store.store import Store
from tests.bench.generated import generate_store
from tests.bench.measure import Figure, in_millions, median_seconds

PROJECT = 7


def measure_one_project(folder: Path, sizes: list[int], repeats: int) -> list[Figure]:
    """Each size against the smallest, in turn: flat is a ratio of 1."""
    stores = {size: generate_store(folder / f"one_{size}.duckdb", size) for size in sizes}
    figures = []
    for what, road in (("outcomes of one project", read), ("its rows once more, and outcomes", register_again)):
        roads = {str(size): (lambda store=store, road=road: road(store)) for size, store in stores.items()}
        seconds = median_seconds(roads, repeats)
        figures += [
            Figure(f"{what}, {in_millions(size)} observations", seconds[str(size)],
                   f"with {in_millions(sizes[0])}", seconds[str(sizes[0])], aim=1.2)
            for size in sizes[1:] or sizes
        ]  # fmt: skip
    for store in stores.values():
        store.close()
    return figures


def read(store: Store) -> None:
    with store.cursor() as cursor:
        read_outcomes(cursor, PROJECT)


def register_again(store: Store) -> None:
    """The rows of the project once more under a new import, settled and read, and taken back."""
    rows = "select * replace (2 as import_id) from {} where project_id = $id and import_id = 1"
    with store.rehearsal() as cursor:
        for table in ("registered.indicator", "registered.observation"):
            cursor.execute(f"insert into {table} {rows.format(table)}", {"id": PROJECT})
        settle(cursor, PROJECT)
        read_outcomes(cursor, PROJECT)
