"""Everything that is counted for one project, read once per version of its data. No stories: those are personal and
are read anew for every run."""

import streamlit as st

from dashboard.workspace import data_version, open_cursor, store
from pipelines import imports
from pipelines.domain.frozen import Frozen
from pipelines.domain.import_report import ImportStatus
from pipelines.domain.outcome import DropOut, Outcome, Participation
from pipelines.domain.project import Project
from pipelines.outcomes.drop_out import read_drop_out
from pipelines.outcomes.findings import read_outcomes
from pipelines.outcomes.participation import read_participation

MOST_FINDINGS = 200


class Findings(Frozen):
    """`version` names the data they were counted from; `n_refused` rows were left out at import."""

    version: str
    participation: Participation
    outcomes: tuple[Outcome, ...]
    drop_outs: tuple[DropOut, ...]
    n_refused: int


def current_findings(project: Project, moment: int | None) -> Findings:
    return _findings(project.project_id, moment, data_version(project), _name=project.name)


@st.cache_resource(max_entries=MOST_FINDINGS, show_spinner=False)
def _findings(project_id: int, moment: int | None, version: str, _name: str) -> Findings:
    with open_cursor() as cursor:
        return Findings(
            version=version,
            participation=read_participation(cursor, project_id, moment=moment),
            outcomes=read_outcomes(cursor, project_id, moment=moment),
            drop_outs=read_drop_out(cursor, project_id, moment=moment),
            n_refused=_refused_rows(_name),
        )


def _refused_rows(project_name: str) -> int:
    live = [record for record in imports.history(store(), project_name) if record.status is ImportStatus.IMPORTED]
    return sum(record.tally.refused for record in live)
