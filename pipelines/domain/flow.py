"""Who came and who left, period by period (method, section 6)."""

from datetime import date
from enum import StrEnum

from pydantic import Field

from pipelines.domain.frozen import Frozen


class Period(StrEnum):
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


class FlowPeriod(Frozen):
    """Participants: begin + entered − left = end. `period` reads 2025-03, 2025-Q1 or 2025; `reasons` count those who
    left, "unknown" where no reason is given.
    """

    period: str
    first_day: date
    begin: int
    entered: int
    left: int
    end: int
    reasons: dict[str, int] = Field(default_factory=dict)


class Flow(Frozen):
    """`n_undated` participants have no day of coming and stand in no period. Days are medians over participants:
    from coming to leaving, and so far for those still here.

    Without a start: those who left before it, and those who are still to be measured.
    """

    periods: tuple[FlowPeriod, ...]
    n_enrolled: int
    n_present: int
    n_left: int
    n_undated: int
    n_left_without_start: int
    n_waiting_for_start: int
    reasons: dict[str, int]
    median_days_stayed: float | None
    median_days_so_far: float | None
    reach_target: int | None
    as_of: date
