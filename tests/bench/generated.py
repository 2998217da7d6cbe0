"""A store with as many invented observations as a measurement asks for."""

from pathlib import Path

import pandas as pd

from pipelines.instruments.catalogue import shipped_sets
from pipelines.models.opening import open_store
from pipelines.store.cursor import Cursor
from pipelines.store.store import Store

INSTRUMENT = "zrm_2017"
PEOPLE_PER_PROJECT = 500
PEOPLE_PER_LARGE_PROJECT = 50_000
OBSERVATIONS_PER_PERSON = 39  # 13 indicators × 3 moments on average


def generate_store(path: Path, n_observations: int, *, n_small: int | None = None) -> Store:
    """A new store at `path` with about `n_observations`, as if each project had made one import.

    All projects are of 500 people; or the first `n_small`, and the others of 50 000.
    """
    n_people = max(n_observations // OBSERVATIONS_PER_PERSON, PEOPLE_PER_PROJECT)
    n_projects = -(-n_people // PEOPLE_PER_PROJECT)
    n_small = n_projects if n_small is None else min(n_small, n_projects)
    n_large = -(-max(0, n_people - n_small * PEOPLE_PER_PROJECT) // PEOPLE_PER_LARGE_PROJECT)
    store = open_store(path)
    with store.transaction() as cursor:
        _register(cursor, n_small + n_large)
        generated = Path(__file__).with_name("generated_observation.sql").read_text(encoding="utf-8")
        sizes = {"n_people": n_people, "n_small": n_small, "large": PEOPLE_PER_LARGE_PROJECT}
        cursor.execute(f"insert into registered.observation by name {generated}", sizes)
    return store


def _register(cursor: Cursor, n_projects: int) -> None:
    cursor.execute(
        "insert into registered.project select number, 'Project ' || number, false from range($n) as projects(number)",
        {"n": n_projects},
    )
    indicator_set = shipped_sets()[INSTRUMENT]
    described = pd.DataFrame(
        {
            "indicator_id": range(len(indicator_set.indicators)),
            "code": [indicator.code for indicator in indicator_set.indicators],
            "life_domain": [indicator.life_domain for indicator in indicator_set.indicators],
            "definition": [indicator.model_dump_json() for indicator in indicator_set.indicators],
        }
    )
    cursor.register("described", described)
    cursor.execute(Path(__file__).with_name("generated_indicator.sql").read_text(encoding="utf-8"))
    cursor.unregister("described")
