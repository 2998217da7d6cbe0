"""How it went over all moments, not the first and the last alone."""

from datetime import date

from pydantic import Field

from pipelines.domain.frozen import Frozen, Name
from pipelines.domain.indicator import Direction, Kind
from pipelines.domain.outcome import Share


class MomentPoint(Frozen):
    """One moment: everybody measured then (`n`, `mean`, `counts` per value), and the change since the start of those
    with a start (`n_pairs`). Changes are the value at the moment minus the start. Moment 0 has no pairs.
    """

    moment: int
    n: int
    mean: float | None
    sd: float | None
    counts: dict[float, int]
    first_measured_on: date | None
    last_measured_on: date | None
    n_pairs: int = 0
    n_improved: int = 0
    n_same: int = 0
    n_declined: int = 0
    share_improved: Share | None = None
    mean_change: float | None = None
    sd_change: float | None = None
    change_low: float | None = None
    change_high: float | None = None


class Lasting(Frozen):
    """Of `n` with a start and both of these moments: improved at the first (`n_improved`) and still better than the
    start at the second (`n_kept`), no longer so (`n_relapsed`), or improved only at the second (`n_later`).
    """

    moment: int
    next_moment: int
    n: int
    n_improved: int
    n_kept: int
    n_relapsed: int
    n_later: int


class SurvivalPoint(Frozen):
    """The share that had improved by this day, by Kaplan and Meier, with its 95 % interval."""

    days: int
    share_improved: float
    low: float
    high: float
    n_at_risk: int


class FirstImprovement(Frozen):
    """Days from the start to the first measurement with a better value. Who has none yet is censored at the last
    measurement; who starts at the best value or is not dated is not in it. `median_days` is None where less than half
    improved.
    """

    n: int
    n_improved: int
    n_undated: int
    median_days: float | None
    curve: tuple[SurvivalPoint, ...]


class CalendarPoint(Frozen):
    """Follow-ups measured in one quarter: how many people stood better, the same or worse than at their start."""

    first_day: date
    n_pairs: int
    n_improved: int
    n_same: int
    n_declined: int


class Trajectory(Frozen):
    """One indicator and rater kind over all moments, for one group of participants; `group` is None for everybody."""

    indicator: str
    indicator_name: Name
    instrument: str
    rater: str
    life_domain: str
    kind: Kind
    direction: Direction
    level_names: dict[int, Name]
    attribute: str | None
    group: str | None
    points: tuple[MomentPoint, ...]
    lasting: tuple[Lasting, ...] = ()
    first_improvement: FirstImprovement | None = None
    calendar: tuple[CalendarPoint, ...] = Field(default=())
