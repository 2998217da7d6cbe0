"""What was done: interventions counted, with who did them and what came of it."""

from pydantic import Field

from pipelines.domain.frozen import Frozen


class InterventionUse(Frozen):
    """Interventions of participants that are alike. What they are not alike in is None: counted by life domain,
    `instrument` and `done_by` are.

    `life_domain` "" is tied to no life domain. `hours` is the total over the `n_with_hours` that state them;
    `median_days` from beginning to end, over those that ended. `results` count what is said of the result.
    """

    life_domain: str | None = None
    instrument: str | None = None
    done_by: str | None = None
    n_interventions: int
    n_participants: int
    n_running: int
    n_with_hours: int
    hours: float | None
    median_days: float | None
    results: dict[str, int] = Field(default_factory=dict)
