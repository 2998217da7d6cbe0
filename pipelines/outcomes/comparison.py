"""Compared with what: each group against a reference group, change against change (method, section 5)."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from pipelines.domain.comparison import GroupChange
from pipelines.outcomes.change import count_improved, describe
from pipelines.outcomes.counts import Counts, read_counts
from pipelines.outcomes.differences import difference_between
from pipelines.outcomes.question import Question
from pipelines.statistics.intervals import share
from pipelines.store.cursor import Cursor


class UnknownGroup(ValueError):
    """The attribute has no group of this name."""


def read_comparison(
    cursor: Cursor,
    project_id: int,
    *,
    attribute: str = "group",
    reference: str = "comparison",
    moment: int | None = None,
    as_of: date | None = None,
) -> tuple[GroupChange, ...]:
    """Per indicator and rater every group of the attribute, the reference group last.

    A group's own change is not the effect: `against` is the difference in differences. Raises UnknownGroup, and
    UnknownMoment for a moment that was not measured.
    """
    question = Question.ask(cursor, project_id, moment, as_of)
    counts = list(read_counts(cursor, question, attribute))
    if counts and reference not in {count.group for count in counts}:
        raise UnknownGroup(f"{attribute} has no group {reference}")
    measured = groupby(counts, key=lambda count: (count.described.indicator_id, count.rater))
    return tuple(change for _, groups in measured for change in _changes(list(groups), attribute, reference))


def _changes(groups: Sequence[Counts], attribute: str, reference: str) -> Iterator[GroupChange]:
    there = next(count for count in groups if count.group == reference)
    for count in sorted(groups, key=lambda count: count.group == reference):
        yield _change(count, there, attribute, reference)


def _change(count: Counts, there: Counts, attribute: str, reference: str) -> GroupChange:
    pairs, indicator = count.pairs, count.described.indicator
    start, change = describe(pairs.start, pairs.counts), describe(pairs.change, pairs.counts)
    n_improved = count_improved(pairs, indicator)
    return GroupChange(
        indicator=indicator.code,
        indicator_name=indicator.name,
        instrument=count.described.instrument,
        rater=count.rater,
        life_domain=indicator.life_domain,
        kind=indicator.kind,
        direction=indicator.direction,
        attribute=attribute,
        group=count.group or "",
        reference=reference,
        n_pairs=pairs.n,
        mean_start=start.mean,
        sd_start=start.sd,
        mean_change=change.mean,
        sd_change=change.sd,
        n_improved=n_improved,
        share_improved=share(n_improved, pairs.n),
        against=None if count is there else difference_between(pairs, there.pairs, indicator),
    )
