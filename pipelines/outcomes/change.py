"""Forward, same, back; the values before and after; and the table of transitions (method, section 4)."""

from dataclasses import dataclass

import numpy as np

from pipelines.domain.indicator import Direction, Indicator, Kind
from pipelines.domain.outcome import SelfReliance, Transitions
from pipelines.outcomes.pairs import Pairs


@dataclass(frozen=True)
class Spread:
    """Of a list of values; None where there are too few: one for a mean, two for an SD (n − 1)."""

    mean: float | None
    sd: float | None
    median: float | None
    total: float | None


def sign_of(direction: Direction) -> int:
    """+1 where higher is better, −1 where lower is better."""
    return 1 if direction is Direction.HIGHER else -1


def count_improved(pairs: Pairs, indicator: Indicator) -> int:
    """Pairs that moved in the direction that is better."""
    return pairs.count(pairs.change * sign_of(indicator.direction) > 0)


def count_declined(pairs: Pairs, indicator: Indicator) -> int:
    """Pairs that moved in the direction that is worse."""
    return pairs.count(pairs.change * sign_of(indicator.direction) < 0)


def count_eligible(pairs: Pairs, indicator: Indicator) -> int:
    """Pairs that could improve: those not already at the best value. A 5 on 1–5 cannot."""
    if indicator.best is None:
        return pairs.n
    return pairs.count((indicator.best - pairs.start) * sign_of(indicator.direction) > 0)


def describe(values: np.ndarray, counts: np.ndarray) -> Spread:
    """The spread of `values`, each occurring as often as its count says."""
    every = np.repeat(values, counts)
    if every.size == 0:
        return Spread(mean=None, sd=None, median=None, total=None)
    return Spread(
        mean=float(every.mean()), sd=_deviation(every), median=float(np.median(every)), total=float(every.sum())
    )


def count_at_cut(pairs: Pairs, cut: float | None, better: bool, direction: Direction) -> SelfReliance | None:
    """Pairs at the cut or past it: on the better side (self-reliant), or on the worse side (problematic)."""
    if cut is None:
        return None
    sign = sign_of(direction) if better else -sign_of(direction)
    return SelfReliance(
        cut=cut,
        n_start=pairs.count((pairs.start - cut) * sign >= 0),
        n_follow_up=pairs.count((pairs.follow_up - cut) * sign >= 0),
    )


def tabulate(pairs: Pairs, indicator: Indicator) -> Transitions | None:
    """All levels of the scale, also those where nobody stands; for a count the values that occur; none for amounts."""
    levels = _levels(pairs, indicator)
    if levels is None:
        return None
    place = {level: index for index, level in enumerate(levels)}
    table = [[0] * len(levels) for _ in levels]
    for start, follow_up, count in zip(pairs.start, pairs.follow_up, pairs.counts, strict=True):
        table[place[int(start)]][place[int(follow_up)]] += int(count)
    return Transitions(levels=tuple(levels), counts=tuple(map(tuple, table)))


def _levels(pairs: Pairs, indicator: Indicator) -> list[int] | None:
    occurring = {int(value) for value in (*pairs.start, *pairs.follow_up)} if indicator.is_whole else set()
    if indicator.kind is Kind.LEVEL:
        return sorted(occurring.union(range(int(indicator.minimum), int(indicator.maximum) + 1)))
    if indicator.kind is Kind.YES_NO:
        return sorted(occurring.union((0, 1)))
    return sorted(occurring) if indicator.kind is Kind.COUNT else None


def _deviation(values: np.ndarray) -> float | None:
    if values.size < 2:
        return None
    # Equal values have no spread; computed, rounding of the mean would leave a little.
    return 0.0 if np.ptp(values) == 0 else float(values.std(ddof=1))
