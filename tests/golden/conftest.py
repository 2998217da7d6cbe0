"""One store for all golden tests: loading what takes names out of stories costs twenty seconds, so once is enough."""

import pytest

from pipelines.models.opening import open_store
from pipelines.outcomes.projects import read_projects
from sample_data.load import load_samples


@pytest.fixture(scope="session")
def store(tmp_path_factory):
    opened = open_store(tmp_path_factory.mktemp("golden") / "samples.duckdb")
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def reports(store):
    """What became of the three sample projects, by project."""
    return {report.project: report for report in load_samples(store)}


@pytest.fixture(scope="session")
def project_ids(store, reports):
    with store.cursor() as cursor:
        return {project.name: project.project_id for project in read_projects(cursor)}
