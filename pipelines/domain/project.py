"""A project as the store knows it: its facts, resolved over all imports."""

from pipelines.domain.frozen import Frozen
from pipelines.domain.records import ProjectFacts


class Project(Frozen):
    project_id: int
    name: str
    facts: ProjectFacts
    n_participants: int
    n_observations: int
    n_narratives: int
    is_sample: bool
