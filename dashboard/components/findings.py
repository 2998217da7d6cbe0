"""Everything that is counted and told in one project, read once per version of its data.

Counts are kept for all sessions. Stories are personal: they are kept for the session that reads them, and no longer.
"""

import streamlit as st

from dashboard.workspace import open_cursor
from pipelines.domain.frozen import Frozen
from pipelines.domain.linked_narrative import LinkedNarrative
from pipelines.domain.outcome import DropOut, GoalAttainment, Outcome, Participation, RecognitionShare
from pipelines.domain.project import Project, ProjectSize
from pipelines.outcomes.drop_out import read_drop_out
from pipelines.outcomes.findings import read_outcomes
from pipelines.outcomes.goal_attainment import read_goals
from pipelines.outcomes.narratives import read_narratives
from pipelines.outcomes.participation import read_participation
from pipelines.outcomes.projects import read_project_size
from pipelines.outcomes.recognition import read_recognition
from pipelines.store.cursor import Cursor

MOST_FINDINGS = 200
MOST_PROJECTS_READ = 5


class Findings(Frozen):
    """`version` names the data they were counted from; `compared` are the outcomes of the comparison group."""

    version: str
    participation: Participation
    outcomes: tuple[Outcome, ...]
    drop_outs: tuple[DropOut, ...]
    compared: tuple[Outcome, ...]
    goals: tuple[GoalAttainment, ...]
    recognition: tuple[RecognitionShare, ...]


class Summary(Frozen):
    """A project in one line."""

    participation: Participation
    size: ProjectSize


def current_summary(project: Project, version: str) -> Summary:
    """Who is in it and how much is registered, in this version of the project's data."""
    return _summary(project.project_id, version)


def current_findings(project: Project, version: str, moment: int | None = None) -> Findings:
    """What is counted in this version of the project's data, to the pinned moment or else to the last."""
    return _findings(project.project_id, moment, version)


@st.cache_data(scope="session", max_entries=MOST_PROJECTS_READ, show_spinner=False)
def current_stories(project_id: int, version: str) -> tuple[LinkedNarrative, ...]:  # noqa: ARG001  part of the key
    """All stories in this version of the project's data."""
    with open_cursor() as cursor:
        return read_narratives(cursor, project_id)


@st.cache_resource(max_entries=MOST_FINDINGS, show_spinner=False)
def _summary(project_id: int, version: str) -> Summary:  # noqa: ARG001  part of the key
    with open_cursor() as cursor:
        return Summary(participation=read_participation(cursor, project_id), size=read_project_size(cursor, project_id))


@st.cache_resource(max_entries=MOST_FINDINGS, show_spinner=False)
def _findings(project_id: int, moment: int | None, version: str) -> Findings:
    with open_cursor() as cursor:
        participation = read_participation(cursor, project_id, moment=moment)
        return Findings(
            version=version,
            participation=participation,
            outcomes=read_outcomes(cursor, project_id, moment=moment),
            drop_outs=read_drop_out(cursor, project_id, moment=moment),
            compared=_comparison_group(cursor, project_id, moment) if participation.n_comparison else (),
            goals=read_goals(cursor, project_id),
            recognition=read_recognition(cursor, project_id),
        )


def _comparison_group(cursor: Cursor, project_id: int, moment: int | None) -> tuple[Outcome, ...]:
    outcomes = read_outcomes(cursor, project_id, moment=moment, attribute="group")
    return tuple(outcome for outcome in outcomes if outcome.group == "comparison")
