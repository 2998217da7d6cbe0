"""Over all moments: who was measured when, the change since the start, whether it lasts, and how soon it came."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import numpy as np

from pipelines.domain.indicator import Indicator
from pipelines.domain.trajectory import CalendarPoint, Lasting, MomentPoint, Trajectory
from pipelines.outcomes.change import count_declined, count_improved, describe, sign_of
from pipelines.outcomes.counts import EVERYBODY, RATERS, DescribedIndicator, read_indicators
from pipelines.outcomes.first_improvement import first_improvement
from pipelines.outcomes.pairs import Pairs
from pipelines.outcomes.reading import read_rows
from pipelines.statistics.intervals import mean_interval, share
from pipelines.store.cursor import Cursor

# Number of the indicator, kind of rater, group.
Key = tuple[int, str, str]
Rows = Mapping[Key, Sequence[Any]]


def read_trajectories(cursor: Cursor, project_id: int, *, attribute: str | None = None) -> tuple[Trajectory, ...]:
    """One per indicator, rater and group with a measurement, in the order of the instrument."""
    asked = {"project_id": project_id, "attribute": attribute or EVERYBODY}
    values, changes, firsts, quarters = (
        _by_key(read_rows(cursor, query, **asked))
        for query in ("moment_value", "moment_change", "first_change", "quarter_change")
    )
    groups = sorted({group for _, _, group in values})
    return tuple(
        _trajectory(described, key, attribute, values, changes, firsts, quarters)
        for described in read_indicators(cursor, project_id)
        for rater in RATERS
        for group in groups
        if (key := (described.indicator_id, rater, group)) in values
    )


def _by_key(rows: Sequence[Any]) -> Rows:
    found = defaultdict(list)
    for row in rows:
        found[row.indicator_id, row.rater, row.group_name].append(row)
    return found


def _trajectory(
    described: DescribedIndicator, key: Key, attribute: str | None, values: Rows, changes: Rows, firsts: Rows,
    quarters: Rows,
) -> Trajectory:  # fmt: skip
    indicator = described.indicator
    return Trajectory(
        indicator=indicator.code,
        indicator_name=indicator.name,
        instrument=described.instrument,
        rater=key[1],
        life_domain=indicator.life_domain,
        kind=indicator.kind,
        direction=indicator.direction,
        level_names=indicator.level_names,
        attribute=attribute,
        group=key[2] if attribute else None,
        points=tuple(_points(values[key], changes.get(key, ()), indicator)),
        lasting=tuple(_lasting(changes.get(key, ()), indicator)),
        first_improvement=first_improvement(firsts.get(key, ()), indicator),
        calendar=tuple(_calendar(quarters.get(key, ()), indicator)),
    )


def _points(values: Sequence[Any], changes: Sequence[Any], indicator: Indicator) -> Iterator[MomentPoint]:
    for moment in sorted({row.moment for row in values}):
        here = [row for row in values if row.moment == moment]
        spread = describe(np.array([row.value for row in here]), np.array([row.n for row in here]))
        pairs = Pairs.of([(row.start_value, row.value, row.n_pairs) for row in changes if row.moment == moment])
        yield MomentPoint(
            moment=moment,
            n=sum(row.n for row in here),
            mean=spread.mean,
            sd=spread.sd,
            counts={row.value: row.n for row in here},
            first_measured_on=min((row.first_measured_on for row in here if row.first_measured_on), default=None),
            last_measured_on=max((row.last_measured_on for row in here if row.last_measured_on), default=None),
            **_change(pairs, indicator),
        )


def _change(pairs: Pairs, indicator: Indicator) -> dict[str, object]:
    """The change since the start of those who have one; nothing at the start itself."""
    if not pairs.n:
        return {}
    n_improved, n_declined = count_improved(pairs, indicator), count_declined(pairs, indicator)
    change = describe(pairs.change, pairs.counts)
    low, high = (None, None) if change.sd is None else mean_interval(change.mean, change.sd, pairs.n)
    return {
        "n_pairs": pairs.n, "n_improved": n_improved, "n_same": pairs.n - n_improved - n_declined,
        "n_declined": n_declined, "share_improved": share(n_improved, pairs.n), "mean_change": change.mean,
        "sd_change": change.sd, "change_low": low, "change_high": high,
    }  # fmt: skip


def _lasting(changes: Sequence[Any], indicator: Indicator) -> Iterator[Lasting]:
    """Of those who were measured at two moments in a row, beside their start."""
    sign = sign_of(indicator.direction)
    for moment in sorted({row.moment for row in changes if row.next_value is not None}):
        both = [row for row in changes if row.moment == moment and row.next_value is not None]
        better = [((row.value - row.start_value) * sign > 0, (row.next_value - row.start_value) * sign > 0)
                  for row in both]  # fmt: skip
        counts = dict.fromkeys(((True, True), (True, False), (False, True), (False, False)), 0)
        for row, state in zip(both, better, strict=True):
            counts[state] += row.n_pairs
        yield Lasting(
            moment=moment,
            next_moment=moment + 1,
            n=sum(counts.values()),
            n_improved=counts[True, True] + counts[True, False],
            n_kept=counts[True, True],
            n_relapsed=counts[True, False],
            n_later=counts[False, True],
        )


def _calendar(quarters: Sequence[Any], indicator: Indicator) -> Iterator[CalendarPoint]:
    for year, quarter in sorted({(row.follow_up_year, row.follow_up_quarter) for row in quarters}):
        here = [row for row in quarters if (row.follow_up_year, row.follow_up_quarter) == (year, quarter)]
        pairs = Pairs.of([(row.start_value, row.value, row.n_pairs) for row in here])
        n_improved, n_declined = count_improved(pairs, indicator), count_declined(pairs, indicator)
        yield CalendarPoint(
            first_day=date(year, 3 * quarter - 2, 1),
            n_pairs=pairs.n,
            n_improved=n_improved,
            n_same=pairs.n - n_improved - n_declined,
            n_declined=n_declined,
        )
