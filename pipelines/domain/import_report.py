"""What became of an upload, and what was uploaded before."""

from datetime import datetime
from enum import StrEnum

from pipelines.domain.frozen import Frozen
from pipelines.domain.issue import Issue
from pipelines.domain.outcome import Outcome
from pipelines.domain.registration import Tally


class ImportStatus(StrEnum):
    IMPORTED = "imported"
    UNCHANGED = "unchanged"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


class ImportReport(Frozen):
    import_id: int | None
    project: str
    status: ImportStatus
    tally: Tally
    issues: tuple[Issue, ...]


class ImportRecord(Frozen):
    """One line of the history. `fingerprint` is a hash of files and mapping; issues are counts by code, no values.

    `file_digests` are the SHA-256 of each file, in hexadecimal, in the order of `file_names`; `imported_by` is the
    name or role that whoever imported gave, if any.
    """

    import_id: int
    project: str
    status: ImportStatus
    imported_at: datetime
    withdrawn_at: datetime | None
    fingerprint: str
    file_names: tuple[str, ...]
    tally: Tally
    issue_counts: dict[str, int]
    file_digests: tuple[str, ...] = ()
    imported_by: str = ""


class ChangedValue(Frozen):
    """A value that stands already and would become another one; `sheet` and `row` say where the upload has it.

    `import_id` is the earlier import whose value gives way: the newest live import wins.
    """

    sheet: str
    row: int
    instrument: str
    indicator: str
    moment: int
    old: float
    new: float
    import_id: int


class Conflict(Frozen):
    """How many values of one earlier import would give way to this one, or stand in its way no longer."""

    import_id: int
    imported_at: datetime
    file_names: tuple[str, ...]
    n_values: int


class Preview(Frozen):
    """What an import would change, before it is committed. `changes` holds the first of them, `conflicts` all."""

    n_new_participants: int
    n_known_participants: int
    n_new_observations: int
    n_changed_observations: int
    n_same_observations: int
    n_goals: int
    n_interventions: int
    n_narratives: int
    n_recognitions: int
    changes: tuple[ChangedValue, ...] = ()
    conflicts: tuple[Conflict, ...] = ()


class Rehearsal(Frozen):
    """What a project would show: the outcomes as they stand, and as they would be after an import."""

    before: tuple[Outcome, ...]
    after: tuple[Outcome, ...]
