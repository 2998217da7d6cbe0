"""How far two groups lie apart, and how sure that is (method, section 5)."""

import math
from dataclasses import dataclass

from scipy.special import stdtr, stdtrit

from pipelines.domain.comparison import Difference, Equivalence
from pipelines.domain.indicator import Indicator
from pipelines.outcomes.change import Spread, count_improved, describe
from pipelines.outcomes.pairs import Pairs
from pipelines.statistics.intervals import CONFIDENCE, share

FINE_UP_TO, CAUTION_UP_TO = 0.05, 0.25


@dataclass(frozen=True)
class MeanDifference:
    """Mean here minus mean there, with its 95 % interval and two-sided p."""

    difference: float
    low: float
    high: float
    p: float


def difference_between(here: Pairs, there: Pairs, indicator: Indicator) -> Difference:
    """The change, the share that improved and the start of one group minus those of another."""
    change = welch(describe(here.change, here.counts), here.n, describe(there.change, there.counts), there.n)
    start_here, start_there = describe(here.start, here.counts), describe(there.start, there.counts)
    d = standardised(start_here, here.n, start_there, there.n)
    shares = newcombe(count_improved(here, indicator), here.n, count_improved(there, indicator), there.n)
    return Difference(
        difference=_minus(describe(here.change, here.counts).mean, describe(there.change, there.counts).mean),
        low=change.low if change else None,
        high=change.high if change else None,
        p=change.p if change else None,
        baseline_difference=_minus(start_here.mean, start_there.mean),
        baseline_d=d,
        equivalence=equivalence(d),
        share_difference=shares[0] if shares else None,
        share_low=shares[1] if shares else None,
        share_high=shares[2] if shares else None,
    )


def welch(here: Spread, n_here: int, there: Spread, n_there: int) -> MeanDifference | None:
    """Welch's t-test and interval (Welch 1947), from means and SDs; None with fewer than two in a group, or where
    nobody differs from anybody in either.
    """
    if here.sd is None or there.sd is None or here.mean is None or there.mean is None:
        return None
    error_here, error_there = here.sd**2 / n_here, there.sd**2 / n_there
    error = error_here + error_there
    if error == 0:
        return None
    degrees = error**2 / (error_here**2 / (n_here - 1) + error_there**2 / (n_there - 1))
    difference = here.mean - there.mean
    margin = float(stdtrit(degrees, (1 + CONFIDENCE) / 2)) * math.sqrt(error)
    p = 2 * float(stdtr(degrees, -abs(difference) / math.sqrt(error)))
    return MeanDifference(difference, difference - margin, difference + margin, p)


def newcombe(n_here: int, total_here: int, n_there: int, total_there: int) -> tuple[float, float, float] | None:
    """Share here minus share there, with its 95 % interval: Newcombe (1998), method 10, from the Wilson intervals."""
    here, there = share(n_here, total_here), share(n_there, total_there)
    if here is None or there is None:
        return None
    difference = here.estimate - there.estimate
    below = math.hypot(here.estimate - here.low, there.high - there.estimate)
    above = math.hypot(here.high - here.estimate, there.estimate - there.low)
    return difference, difference - below, difference + above


def standardised(here: Spread, n_here: int, there: Spread, n_there: int) -> float | None:
    """Difference of the means in pooled SDs; None under two in a group, or where a difference cannot be scaled for want
    of any spread.
    """
    if here.sd is None or there.sd is None or here.mean is None or there.mean is None:
        return None
    difference = here.mean - there.mean
    pooled = math.sqrt(((n_here - 1) * here.sd**2 + (n_there - 1) * there.sd**2) / (n_here + n_there - 2))
    if pooled == 0:
        return None if difference else 0.0
    return difference / pooled


def equivalence(d: float | None) -> Equivalence:
    """Whether two groups are alike at the start (What Works Clearinghouse)."""
    if d is None:
        return "unknown"
    if abs(d) <= FINE_UP_TO:
        return "fine"
    return "caution" if abs(d) <= CAUTION_UP_TO else "differs"


def _minus(here: float | None, there: float | None) -> float | None:
    return None if here is None or there is None else here - there
