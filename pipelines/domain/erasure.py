"""What became of the wish to be forgotten."""

from datetime import datetime

from pydantic import Field

from pipelines.domain.frozen import Frozen


class Erasure(Frozen):
    """How many rows of somebody were removed, by table; who it was is said nowhere.

    `is_rewritten` tells whether the file was written anew, so that no byte of those rows is left in it; if not, that
    happens when the program is started next. `editions_affected` are publications that held a story of theirs.
    """

    project: str
    rows: dict[str, int] = Field(default_factory=dict)
    is_rewritten: bool
    editions_affected: tuple[str, ...] = ()

    @property
    def n_rows(self) -> int:
        return sum(self.rows.values())


class ErasureRecord(Frozen):
    """One line of the history: that somebody was erased, when, and how many rows that were."""

    project: str
    erased_at: datetime
    n_rows: int
