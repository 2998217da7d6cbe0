"""Which projects there are, and by what their results can be broken down."""

from collections import defaultdict
from typing import Any

from pipelines.domain.project import Project, ProjectSize
from pipelines.domain.records import ProjectFacts
from pipelines.outcomes.reading import read_rows
from pipelines.store.cursor import Cursor


def read_projects(cursor: Cursor) -> tuple[Project, ...]:
    """All projects, in the order in which they came in."""
    return tuple(_project(row) for row in read_rows(cursor, "project"))


def read_project_size(cursor: Cursor, project_id: int) -> ProjectSize:
    """How much is registered of one project."""
    (row,) = read_rows(cursor, "project_size", project_id=project_id)
    return ProjectSize(**row._asdict())


def read_attributes(cursor: Cursor, project_id: int) -> dict[str, tuple[str, ...]]:
    """The groups of each attribute; `group` (participant, comparison) is among them if there is a comparison group."""
    groups = defaultdict(list)
    for row in read_rows(cursor, "attribute", project_id=project_id):
        groups[row.attribute].append(row.group_name)
    return {attribute: tuple(names) for attribute, names in groups.items()}


def _project(row: Any) -> Project:
    return Project(
        project_id=row.project_id,
        name=row.name,
        facts=ProjectFacts(**{fact: getattr(row, fact) for fact in ProjectFacts.model_fields}),
        is_sample=row.is_sample,
    )
