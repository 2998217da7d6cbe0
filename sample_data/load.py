"""Loads the sample projects into a database: `python -m sample_data.load --db DB`. What is there already stays."""

import argparse
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path

from pipelines.domain.frozen import Frozen
from pipelines.domain.import_report import ImportReport, ImportStatus
from pipelines.imports import import_files
from pipelines.ingest.cells.upload import Upload
from pipelines.models.opening import open_store
from pipelines.store.store import Store

FOLDER = Path(__file__).parent


class SampleProject(Frozen):
    """One entry of projects.toml; the files form one import."""

    name: str
    files: tuple[str, ...]

    def uploads(self) -> list[Upload]:
        return [Upload(name=Path(file).name, content=(FOLDER / file).read_bytes()) for file in self.files]


class SampleRefused(RuntimeError):
    """A sample project that does not import: the samples and the product no longer agree."""


def sample_projects() -> tuple[SampleProject, ...]:
    entries = tomllib.loads((FOLDER / "projects.toml").read_text(encoding="utf-8"))
    return tuple(SampleProject.model_validate(entry) for entry in entries["project"])


def load_samples(store: Store) -> tuple[ImportReport, ...]:
    """Imports every sample project that is not there yet, marked as a sample; raises SampleRefused."""
    return tuple(_load(store, project) for project in sample_projects())


def _load(store: Store, project: SampleProject) -> ImportReport:
    report = import_files(store, project.name, project.uploads(), is_sample=True)
    if report.status is ImportStatus.REFUSED:
        raise SampleRefused(f"{project.name}: " + " ".join(issue.message("en") for issue in report.issues))
    return report


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser("python -m sample_data.load", description="Load the invented sample projects.")
    parser.add_argument("--db", type=Path, required=True, help="the DuckDB file; made when it is not there")
    store = open_store(parser.parse_args(arguments).db)
    try:
        for report in load_samples(store):
            print(f"{report.project}: {report.status}, {report.tally.accepted} rows", file=sys.stderr)
    finally:
        store.close()


if __name__ == "__main__":
    main()
