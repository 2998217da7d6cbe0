"""The outcomes of a project as a golden file: what can be counted, rounded to 9 digits, in lines to review.

`python -m tests.golden.golden_outcomes` writes the files again. Read the difference before you commit it.
"""

import json
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from pipelines.domain.outcome import Outcome, Transitions
from pipelines.models.opening import open_store
from pipelines.outcomes.findings import read_outcomes
from pipelines.outcomes.participation import read_participation
from pipelines.outcomes.projects import read_projects
from pipelines.store.store import Cursor, Store
from sample_data.load import load_samples, sample_projects
from sample_data.making import achter_de_voordeur, de_huiskamer, samen_sterk

HERE = Path(__file__).parent
DIGITS = 9
# Definitions, not findings: they stand in the instruments.
DEFINITIONS = {"indicator_name", "life_domain", "kind", "direction", "level_names", "best", "moment", "attribute"}

SAMPLES = dict(zip(sample_projects(), (achter_de_voordeur, samen_sterk, de_huiskamer), strict=True))
# Project name → file of its golden outcomes, and the module that invents it.
GOLDEN = {project.name: HERE / f"{module.__name__.rpartition('.')[2]}.json" for project, module in SAMPLES.items()}
INVENTED = {project.name: module for project, module in SAMPLES.items()}


def findings(cursor: Cursor, project: str, as_of: date) -> dict:
    """Everything the golden file of a project holds."""
    project_id = next(known.project_id for known in read_projects(cursor) if known.name == project)
    participation = read_participation(cursor, project_id, as_of=as_of)
    outcomes = read_outcomes(cursor, project_id, as_of=as_of)
    groups = read_outcomes(cursor, project_id, attribute="group", as_of=as_of) if participation.n_comparison else ()
    return {
        "participation": participation.model_dump(mode="json"),
        "outcomes": [reviewable(outcome) for outcome in outcomes],
        "by_group": [reviewable(outcome) for outcome in groups],
    }


def reviewable(outcome: Outcome) -> dict:
    """One outcome without definitions, its transitions as a line per start level."""
    fields = outcome.model_dump(mode="json", exclude=DEFINITIONS | {"transitions"})
    return rounded(fields) | {"transitions": lines_of(outcome.transitions)}


def lines_of(transitions: Transitions | None) -> list[str] | None:
    """From each start level the counts per follow-up level: "2 → 0 3 9 1 0"."""
    if transitions is None:
        return None
    rows = zip(transitions.levels, transitions.counts, strict=True)
    return [f"{level} → {' '.join(map(str, counts))}" for level, counts in rows]


def rounded(found):
    """The same with every float rounded; whole ones stay floats."""
    if isinstance(found, float):
        return round(found, DIGITS)
    if isinstance(found, dict):
        return {key: rounded(value) for key, value in found.items()}
    return [rounded(value) for value in found] if isinstance(found, list) else found


def write(store: Store) -> None:
    """Writes all golden files from what the store says now."""
    with store.cursor() as cursor:
        for project, file in GOLDEN.items():
            file.write_text(written(findings(cursor, project, INVENTED[project].REFERENCE_ON)), encoding="utf-8")


def written(golden: dict) -> str:
    """As JSON with one field of an outcome a line."""
    lists = [f'"{part}": [\n' + ",\n".join(map(lined, golden[part])) + "\n]" for part in ("outcomes", "by_group")]
    return "{\n" + ",\n".join([f'"participation": {lined(golden["participation"])}', *lists]) + "\n}\n"


def lined(fields: dict) -> str:
    lines = (f'"{key}": {json.dumps(value, ensure_ascii=False)}' for key, value in fields.items())
    return "{\n  " + ",\n  ".join(lines) + "\n}"


if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        store = open_store(Path(folder) / "samples.duckdb")
        load_samples(store)
        write(store)
        store.close()
