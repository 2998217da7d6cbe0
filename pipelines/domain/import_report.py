"""What became of an upload, and what was uploaded before."""

from datetime import datetime
from enum import StrEnum

from pipelines.domain.frozen import Frozen
from pipelines.domain.issue import Issue
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
    """One line of the history. `fingerprint` is a hash of files and mapping; issues are counts by code, no values."""

    import_id: int
    project: str
    status: ImportStatus
    imported_at: datetime
    withdrawn_at: datetime | None
    fingerprint: str
    file_names: tuple[str, ...]
    tally: Tally
    issue_counts: dict[str, int]


class Preview(Frozen):
    """What an import would change, before it is committed."""

    n_new_participants: int
    n_known_participants: int
    n_new_observations: int
    n_changed_observations: int
    n_same_observations: int
    n_goals: int
    n_interventions: int
    n_narratives: int
    n_recognitions: int
