"""What one upload holds once it is read: accepted records, the count of its rows, and its issues."""

from dataclasses import dataclass, field
from enum import StrEnum

import pandas as pd
from pydantic import Field

from pipelines.domain.frozen import Frozen
from pipelines.domain.indicator import IndicatorSet
from pipelines.domain.issue import Issue, Severity
from pipelines.domain.records import Goal, Intervention, Narrative, Participant, ProjectFacts, Recognition

# One row per participant, indicator, moment and rater:
# participant_id int64 · instrument str · indicator str (code) · moment int16 (0 = start) ·
# rater str ("professional", "participant", "unstated") · measured_on datetime64 or missing · value float64 ·
# is_last bool: the upload holds no later moment of this participant, indicator and rater.
OBSERVATION_COLUMNS = (
    "participant_id", "instrument", "indicator", "moment", "rater", "measured_on", "value", "is_last",
)  # fmt: skip
# Where the upload has an observation: sheet str · row int32, as the spreadsheet numbers it. Shown before an import is
# committed, never stored.
PLACE_COLUMNS = ("sheet", "row")


class Tally(Frozen):
    """Rows of all sheets that hold records: read = accepted + refused + skipped (example, empty and total rows)."""

    read: int
    accepted: int
    refused: int
    skipped: int


class Confidence(StrEnum):
    """How sure the reader is. What is not certain or likely is never used before somebody has said so."""

    CERTAIN = "certain"
    LIKELY = "likely"
    ASKED = "asked"
    UNKNOWN = "unknown"


class Reason(StrEnum):
    """Why something was recognised as what it is."""

    SAID = "said"  # the mapping says so
    REMEMBERED = "remembered"  # the mapping of an earlier upload says so
    NAME = "name"  # it has the name that the set or the template gives it
    ALIAS = "alias"  # it has another name that is known for it, or a known abbreviation
    MOMENT_IN_HEADING = "moment_in_heading"  # a known name with a moment before or after it
    MOMENT_OF_SHEET = "moment_of_sheet"  # the name of the sheet or the file tells the moment
    CONTENT = "content"  # what stands in the cells tells
    RESEMBLES = "resembles"  # it looks like a known name: only a suggestion
    IDENTIFYING = "identifying"  # it would give people away
    NOTHING = "nothing"


class Suggestion(Frozen):
    """What a column may be; never used before somebody confirms it. `likeness` runs from 0 to 100."""

    role: str
    indicator: str | None = None
    instrument: str | None = None
    moment: int | None = None
    likeness: float


class FoundColumn(Frozen):
    """How one column of the upload was understood, for the reader to check.

    `role` is the field of a registration sheet, "value" for a measured column, None where it was left out. `samples`
    are some of its distinct cells as they stand there; none for a column that identifies people. `letter` is the name
    that the spreadsheet gives to the column.
    """

    sheet: str
    column: str
    role: str | None
    indicator: str | None = None
    moment: int | None = None
    letter: str = ""
    confidence: Confidence = Confidence.CERTAIN
    reason: Reason = Reason.NAME
    samples: tuple[str, ...] = Field(default=(), repr=False)
    n_filled: int = 0
    suggestions: tuple[Suggestion, ...] = ()


class FoundTable(Frozen):
    """Where a table was found on its sheet. Rows as the spreadsheet numbers them, columns by their letters."""

    sheet: str
    kind: str
    shape: str | None
    heading_rows: tuple[int, int]
    first_row: int
    last_row: int
    first_column: str
    last_column: str
    n_rows: int
    moment: int | None = None
    confidence: Confidence = Confidence.CERTAIN
    reason: Reason = Reason.NAME


class Removal(Frozen):
    """What was taken out of a free text before storing: how often, of which kind.

    `words` are shown to the second reader and go nowhere else: not to a log, not to the disk. `text` is what is left of
    the text they came from.
    """

    sheet: str
    row: int
    kind: str
    n: int
    words: tuple[str, ...] = Field(default=(), repr=False)
    text: str = Field(default="", repr=False)


@dataclass(frozen=True)
class Registration:
    """Everything one upload says. `observations` has the columns OBSERVATION_COLUMNS, and PLACE_COLUMNS once read."""

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
    tables: tuple[FoundTable, ...] = ()
    removals: tuple[Removal, ...] = field(default=())

    @property
    def errors(self) -> tuple[Issue, ...]:
        return tuple(issue for issue in self.issues if issue.severity is Severity.ERROR)
