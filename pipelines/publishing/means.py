"""Means that may stand beside hidden counts: only where the attacker learns no more of those counts from them."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from pipelines.domain.comparison import GroupChange
from pipelines.domain.indicator import Direction, Indicator, Kind
from pipelines.domain.outcome import Outcome
from pipelines.editions.cell import TOTAL, Cell, TableOf
from pipelines.editions.rules import Rules
from pipelines.publishing.attack import bounds_of, is_protected
from pipelines.publishing.counted import COMPARISON, key_of, outcome_table
from pipelines.publishing.counts import CountSystem, Key, Relation
from pipelines.publishing.protection import Hidden

START, CHANGE, DIFFERENCE = "start", "change", "difference"
# From this size on a mean is in whole units: euros, not cents.
LARGE = 100


@dataclass(frozen=True)
class Mean:
    """The means of one row of an outcome table, unrounded. `row` is the total or the comparison group."""

    table: TableOf
    row: str
    n: int
    start: float
    change: float
    indicator: Indicator


def mean_table(outcome: Outcome | GroupChange) -> TableOf:
    return TableOf("mean", outcome.instrument, outcome.indicator, outcome.rater)


def mean_of(outcome: Outcome, row: str, indicator: Indicator) -> Mean | None:
    """None without a pair."""
    if outcome.mean_start is None or outcome.mean_change is None:
        return None
    return Mean(outcome_table(outcome), row, outcome.n_pairs, outcome.mean_start, outcome.mean_change, indicator)


def rounded(value: float) -> float:
    """To two decimals, or whole units where it is large."""
    return round(value, 0 if abs(value) >= LARGE else 2) + 0.0


def mean_cells(
    outcome: Outcome, means: Mapping[str, Mean | None], against: GroupChange | None, is_safe: Mapping[str, bool]
) -> Iterator[Cell]:
    """Start and change of participants and comparison group, and the difference between their changes.

    The difference follows from both, so it is hidden where one of them is.
    """
    table = mean_table(outcome)
    for row, mean in means.items():
        shown = is_safe[row]
        for column, value in ((START, mean and mean.start), (CHANGE, mean and mean.change)):
            yield _cell(table, row, column, value, shown)
    if against is not None and against.against is not None:
        found = against.against
        for column, value in ((DIFFERENCE, found.difference), ("low", found.low), ("high", found.high)):
            yield _cell(table, DIFFERENCE, column, value, all(is_safe.values()))


def is_safe(mean: Mean | None, part: CountSystem, hidden: Mapping[Key, Hidden], rules: Rules) -> bool:
    """Whether a mean may be shown: over enough people, not all of whom went the same way, and giving nothing away."""
    if mean is None or mean.n < rules.minimum:
        return False
    keys = {column: key_of(mean.table, mean.row, column) for column in ("improved", "declined", TOTAL)}
    if Hidden.WHOLE in {hidden.get(key) for key in keys.values()}:
        return False
    told = CountSystem(part.counts, part.sums, _relations(mean, keys))
    return _nothing_is_given_away(told, hidden, rules)


def _nothing_is_given_away(told: CountSystem, hidden: Mapping[Key, Hidden], rules: Rules) -> bool:
    of_part = {key: why for key, why in hidden.items() if key in told.counts}
    bounds = bounds_of(told, of_part, rules)
    return all(is_protected(bounds[key], rules, is_unsafe=why is not Hidden.SECONDARY) for key, why in of_part.items())


def _relations(mean: Mean, keys: Mapping[str, Key]) -> list[Relation]:
    """What a shown mean change says of the counts: rises minus falls is n times the mean, as far as it is rounded.

    Everybody who rose did so by one step at least, and by the whole scale at most.
    """
    better = 1 if mean.indicator.direction is Direction.HIGHER else -1
    change = rounded(mean.change) * better
    error = 0.5 if abs(change) >= LARGE else 0.005
    rises, falls, n = ("rises",), ("falls",), keys[TOTAL]
    return [
        Relation({rises: 1, falls: -1, n: -(change - error)}, 0, np.inf),
        Relation({rises: 1, falls: -1, n: -(change + error)}, -np.inf, 0),
        *_step_limits(mean.indicator, rises, keys["improved"]),
        *_step_limits(mean.indicator, falls, keys["declined"]),
    ]


def _step_limits(indicator: Indicator, total: Key, n: Key) -> Iterator[Relation]:
    if indicator.kind is not Kind.AMOUNT:
        yield Relation({total: 1, n: -1}, 0, np.inf)
    if indicator.minimum is not None and indicator.maximum is not None:
        yield Relation({total: 1, n: -(indicator.maximum - indicator.minimum)}, -np.inf, 0)


def _cell(table: TableOf, row: str, column: str, value: float | None, shown: bool) -> Cell:
    is_shown = shown and value is not None
    return Cell(table=table, row=row, column=column, value=rounded(value) if is_shown else None, hidden=not is_shown)


def rows_with_means(means: Collection[str]) -> tuple[str, ...]:
    return tuple(row for row in (TOTAL, COMPARISON) if row in means)
