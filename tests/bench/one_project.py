"""One project of 500 people in a store that grows: reading its outcomes, and uploading its file once more."""

from pathlib import Path

from pipelines.models.build import rebuild
from pipelines.outcomes.findings import read_outcomes
from pipelines.store.store import Store
from tests.bench.generated import generate_store
from tests.bench.measure import Figure, in_millions, median_seconds

PROJECT = 7


def measure_one_project(folder: Path, sizes: list[int], repeats: int) -> list[Figure]:
    """Each size against the smallest, in turn: flat is a ratio of 1."""
    stores = {size: generate_store(folder / f"one_{size}.duckdb", size) for size in sizes}
    figures = []
    for what, road in (("outcomes of one project", read), ("rebuild after one project's upload", upload_again)):
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


def upload_again(store: Store) -> None:
    """The rows of the project once more under a new import, and its tables built again, in one transaction."""
    rows = "select * replace (import_id + 1 as import_id) from registered.observation where project_id = $id"
    with store.transaction() as cursor:
        cursor.execute("delete from registered.observation where project_id = $id and import_id > 1", {"id": PROJECT})
        cursor.execute(f"insert into registered.observation {rows}", {"id": PROJECT})
        rebuild(cursor, PROJECT)
