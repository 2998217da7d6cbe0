"""What one upload holds once it is read: accepted records, the count of its rows, and its issues."""

from dataclasses import dataclass, field

import pandas as pd

from pipelines.domain.frozen import Frozen
from pipelines.domain.indicator import IndicatorSet
from pipelines.domain.issue import Issue, Severity
from pipelines.domain.records import Goal, Intervention, Narrative, Participant, ProjectFacts, Recognition

# One row per participant, indicator, moment and rater:
# participant_id int64 · instrument str · indicator str (code) · moment int16 (0 = start) ·
# rater str ("professional", "participant", "unstated") · measured_on datetime64 or missing · value float64.
OBSERVATION_COLUMNS = ("participant_id", "instrument", "indicator", "moment", "rater", "measured_on", "value")


class Tally(Frozen):
    """Rows of all sheets that hold records: read = accepted + refused + skipped (example, empty and total rows)."""

    read: int
    accepted: int
    refused: int
    skipped: int


class FoundColumn(Frozen):
    """How one column of the upload was understood, for the reader to check. `role` is None where it was left out."""

    sheet: str
    column: str
    role: str | None
    indicator: str | None = None
    moment: int | None = None


class Removal(Frozen):
    """What was taken out of a free text before storing: how often, of which kind (never the text itself)."""

    sheet: str
    row: int
    kind: str
    n: int


@dataclass(frozen=True)
class Registration:
    """Everything one upload says. `observations` has the columns OBSERVATION_COLUMNS."""

    project_facts: ProjectFacts
    indicator_sets: tuple[IndicatorSet, ...]
    observations: pd.DataFrame
    participants: tuple[Participant, ...]
    tally: Tally
    issues: tuple[Issue, ...]
    goals: tuple[Goal, ...] = ()
    interventions: tuple[Intervention, ...] = ()
    narratives: tuple[Narrative, ...] = ()
    recognitions: tuple[Recognition, ...] = ()
    found: tuple[FoundColumn, ...] = ()
    removals: tuple[Removal, ...] = field(default=())

    @property
    def errors(self) -> tuple[Issue, ...]:
        return tuple(issue for issue in self.issues if issue.severity is Severity.ERROR)
