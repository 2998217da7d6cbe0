"""How soon people improved for the first time, those who are still under way included (Kaplan & Meier 1958)."""

import warnings
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from pipelines.domain.indicator import Direction, Indicator
from pipelines.domain.trajectory import FirstImprovement, SurvivalPoint


def first_improvement(rows: Sequence[Any], indicator: Indicator) -> FirstImprovement | None:
    """From counts of people by days to their first rise, first fall and last follow-up.

    None where nobody could improve. An improvement is known on the day it is measured, and came earlier. Intervals:
    Greenwood, on the log-log scale.
    """
    able = [row for row in rows if row.start_value != indicator.best]
    dated = [row for row in able if row.days_to_last is not None]
    if not able:
        return None
    days_to = "days_to_rise" if indicator.direction is Direction.HIGHER else "days_to_fall"
    events = _days((getattr(row, days_to), row.n) for row in dated if getattr(row, days_to) is not None)
    censored = _days((row.days_to_last, row.n) for row in dated if getattr(row, days_to) is None)
    curve = tuple(_curve(events, censored))
    return FirstImprovement(
        n=len(events) + len(censored),
        n_improved=len(events),
        n_undated=sum(row.n for row in able) - len(events) - len(censored),
        median_days=next((float(point.days) for point in curve if point.share_improved >= 0.5), None),
        curve=curve,
    )


def _days(counted: Iterator[tuple[int, int]]) -> list[int]:
    return [days for days, n in counted for _ in range(n)]


def _curve(events: Sequence[int], censored: Sequence[int]) -> Iterator[SurvivalPoint]:
    """One point for every day on which somebody improved."""
    if not events:
        return
    # Takes a second to load, and the command line mostly asks for something else.
    from scipy.stats import CensoredData, ecdf

    survival = ecdf(CensoredData(uncensored=events, right=censored)).sf
    with warnings.catch_warnings():
        # It says that the interval is not defined everywhere; that is taken care of below.
        warnings.simplefilter("ignore", RuntimeWarning)
        interval = survival.confidence_interval(method="log-log")
    everybody = np.array([*events, *censored])
    for place, day in enumerate(survival.quantiles):
        if day in events:
            low, high = interval.low.probabilities[place], interval.high.probabilities[place]
            yield SurvivalPoint(
                days=int(day),
                share_improved=1 - float(survival.probabilities[place]),
                low=_bound(1 - high, 0.0),
                high=_bound(1 - low, 1.0),
                n_at_risk=int((everybody >= day).sum()),
            )


def _bound(value: float, otherwise: float) -> float:
    """At 0 and 1 the interval is not defined."""
    return otherwise if np.isnan(value) else float(value)
