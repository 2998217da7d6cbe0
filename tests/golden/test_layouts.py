"""Whatever layout the measurements come in, the outcomes are the same."""

import pytest

from pipelines.domain.import_report import ImportStatus
from pipelines.imports import import_files
from pipelines.outcomes.findings import read_outcomes
from pipelines.outcomes.participation import read_participation
from pipelines.outcomes.projects import read_projects
from sample_data.making import achter_de_voordeur
from tests.golden.layouts import LAYOUTS

# What is said of a layout, beside that it was imported.
TOLD = {"between_a_title_and_a_legend": ["rows_below_table"]}
SAMPLE = "Achter de voordeur Rivierenbuurt (voorbeeld)"


def read(store, project):
    with store.cursor() as cursor:
        project_id = next(known.project_id for known in read_projects(cursor) if known.name == project)
        return read_outcomes(cursor, project_id), read_participation(cursor, project_id)


@pytest.fixture(scope="module")
def sample():
    return achter_de_voordeur.make()


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.__name__)
def test_a_layout_gives_the_outcomes_of_the_template(store, reports, sample, layout):
    project = f"{layout.__name__} (voorbeeld)"
    report = import_files(store, project, layout(sample), instruments=["zrm_2017"])
    told = [issue.code for issue in report.issues]
    assert (report.status, told) == (ImportStatus.IMPORTED, TOLD.get(layout.__name__, []))
    assert read(store, project) == read(store, SAMPLE)
