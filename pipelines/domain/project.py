"""A project as the store knows it: its facts, resolved over all imports, and how much it registered."""

from pipelines.domain.frozen import Frozen
from pipelines.domain.records import ProjectFacts


class Project(Frozen):
    project_id: int
    name: str
    facts: ProjectFacts
    is_sample: bool


class ProjectSize(Frozen):
    """What stands now; the comparison group is measured too, and not among the participants."""

    n_participants: int
    n_observations: int
    n_narratives: int

    @property
    def is_empty(self) -> bool:
        return not (self.n_participants or self.n_observations or self.n_narratives)
