"""Change beyond measurement error, and the clinical categories (Jacobson & Truax 1991; method, section 4)."""

import math

from pipelines.domain.indicator import FunctionalNorm, Indicator
from pipelines.domain.outcome import ClinicalChange, ReliableChange
from pipelines.outcomes.change import Spread, sign_of
from pipelines.outcomes.pairs import Pairs

Z_95 = 1.96


def count_reliable(pairs: Pairs, start: Spread, indicator: Indicator) -> ReliableChange | None:
    """None without a stated reliability, or without spread at the start: then measurement error is unknown."""
    if indicator.reliability is None or not start.sd:
        return None
    threshold = Z_95 * math.sqrt(2) * start.sd * math.sqrt(1 - indicator.reliability)
    gain = pairs.change * sign_of(indicator.direction)
    n_better, n_worse = pairs.count(gain > threshold), pairs.count(gain < -threshold)
    return ReliableChange(
        r=indicator.reliability,
        source=indicator.reliability_source,
        threshold=threshold,
        n_better=n_better,
        n_same=pairs.n - n_better - n_worse,
        n_worse=n_worse,
    )


def count_clinical(
    pairs: Pairs, start: Spread, reliable: ReliableChange | None, indicator: Indicator
) -> ClinicalChange | None:
    """Reliable change, told apart by whether it crosses the cut-off between people with and without the problem.

    Recovered: better, and across. Harmed: worse, and across the other way. None without a norm or reliable change.
    """
    if indicator.norm is None or reliable is None:
        return None
    cut_off = _cut_off(start, indicator.norm)
    sign = sign_of(indicator.direction)
    gain = pairs.change * sign
    functional_before = (pairs.start - cut_off) * sign > 0
    functional_after = (pairs.follow_up - cut_off) * sign > 0
    n_recovered = pairs.count((gain > reliable.threshold) & ~functional_before & functional_after)
    n_harmed = pairs.count((gain < -reliable.threshold) & functional_before & ~functional_after)
    return ClinicalChange(
        cut_off=cut_off,
        n_recovered=n_recovered,
        n_improved=reliable.n_better - n_recovered,
        n_unchanged=reliable.n_same,
        n_deteriorated=reliable.n_worse - n_harmed,
        n_harmed=n_harmed,
    )


def _cut_off(start: Spread, norm: FunctionalNorm) -> float:
    """c = (SD_f · M_c + SD_c · M_f) / (SD_f + SD_c): c the pairs at the start, f the people without the problem."""
    return (norm.sd * start.mean + start.sd * norm.mean) / (norm.sd + start.sd)
