"""What holds across projects: differences that several editions found with the same instrument, pooled.

Every project counts once, with its newest edition: older ones speak of the same people.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence

from pipelines.domain.frozen import Frozen
from pipelines.domain.indicator import Direction
from pipelines.editions.cell import COMPARISON, DIFFERENCE, TOTAL
from pipelines.editions.contents import PublishedIndicator
from pipelines.editions.edition import Edition
from pipelines.editions.group_difference import Z, group_difference
from pipelines.editions.portfolio import newest_of_each
from pipelines.editions.shown import FEWEST, shown_count
from pipelines.editions.side_by_side import measure_of
from pipelines.editions.tables import mean_table, outcome_table
from pipelines.statistics.pooling import Estimate, Pooled, pool


class Found(Frozen):
    """The difference that one project found, with its 95 % interval, over `n` people beside `n_others`."""

    edition: str
    project: str
    target_group: str | None
    value: float
    low: float
    high: float
    variance: float
    n: int
    n_others: int


class Across(Frozen):
    """One difference over several projects, positive where the group did better; projects by name.

    Without an attribute: participants' mean change less that of their comparison group, in the indicator's unit. With
    one: the share of the group that improved less that of all others.
    """

    indicator: PublishedIndicator
    moment: int | None
    attribute: str | None
    group: str | None
    found: tuple[Found, ...]
    pooled: Pooled


Measured = tuple[Edition, PublishedIndicator]


def pool_comparisons(editions: Iterable[Edition]) -> tuple[Across, ...]:
    """Participants beside their comparison groups, per indicator that two projects or more measured alike."""
    pooled = [_pooled(measured, difference_found) for measured in _measured_alike(editions)]
    return tuple(one for one in pooled if one is not None)


def pool_groups(editions: Iterable[Edition]) -> tuple[Across, ...]:
    """Groups beside all others, per indicator and attribute that two projects or more have alike.

    Where an attribute has two groups the one says what the other says, turned over: only the first is given.
    """
    return tuple(
        across
        for measured in _measured_alike(editions)
        for attribute, groups in _groups(measured).items()
        for group in (groups if len(groups) > 2 else groups[:1])
        if (across := _pooled(measured, _group_found(attribute, group), attribute, group)) is not None
    )


def difference_found(edition: Edition, indicator: PublishedIndicator) -> Found | None:
    """The published difference of the changes. None where it, or who it is about, is hidden or too small.

    Its error is the width of its interval over that of a normal one. The interval was Welch's, so with few people this
    is on the wide side.
    """
    sizes = [shown_count(edition, outcome_table(indicator), row, TOTAL) for row in (TOTAL, COMPARISON)]
    table = mean_table(indicator)
    value, low, high = (edition.cells.value(table, DIFFERENCE, column) for column in (DIFFERENCE, "low", "high"))
    if None in (*sizes, value, low, high) or min(sizes) < FEWEST or high <= low:
        return None
    better = 1 if indicator.direction is Direction.HIGHER else -1
    ends = sorted((low * better, high * better))
    return Found(
        edition=edition.id, project=edition.manifest.project, target_group=edition.contents.target_group,
        value=value * better + 0.0, low=ends[0], high=ends[1], variance=((high - low) / (2 * Z)) ** 2,
        n=sizes[0], n_others=sizes[1],
    )  # fmt: skip


def _group_found(attribute: str, group: str) -> Callable[[Edition, PublishedIndicator], Found | None]:
    def found(edition: Edition, indicator: PublishedIndicator) -> Found | None:
        difference = group_difference(edition, indicator, attribute, group)
        if difference is None:
            return None
        low, high = difference.interval
        return Found(
            edition=edition.id, project=edition.manifest.project, target_group=edition.contents.target_group,
            value=difference.value, low=low, high=high, variance=difference.variance,
            n=difference.group.total, n_others=difference.others.total,
        )  # fmt: skip

    return found


def _measured_alike(editions: Iterable[Edition]) -> list[list[Measured]]:
    """Per measure the editions that have it, with their indicator; those of one edition only are left out."""
    alike: dict[Hashable, list[Measured]] = {}
    for edition in newest_of_each(editions):
        for indicator in edition.contents.indicators:
            measure = measure_of(edition.manifest.project, indicator, edition.contents.moment)
            alike.setdefault(measure, []).append((edition, indicator))
    return [measured for measured in alike.values() if len(measured) > 1]


def _groups(measured: Sequence[Measured]) -> dict[str, list[str]]:
    """The groups of every attribute, under the names that the projects gave them, in their order."""
    groups: dict[str, dict[str, None]] = {}
    for edition, _ in measured:
        for attribute, names in edition.contents.attributes.items():
            groups.setdefault(attribute, {}).update(dict.fromkeys(names))
    return {attribute: list(names) for attribute, names in groups.items()}


def _pooled(
    measured: Sequence[Measured],
    find: Callable[[Edition, PublishedIndicator], Found | None],
    attribute: str | None = None,
    group: str | None = None,
) -> Across | None:
    found = [one for edition, indicator in measured if (one := find(edition, indicator)) is not None]
    pooled = pool([Estimate(value=one.value, variance=one.variance) for one in found])
    if pooled is None:
        return None
    edition, indicator = measured[0]
    return Across(
        indicator=indicator, moment=edition.contents.moment, attribute=attribute, group=group, found=tuple(found),
        pooled=pooled,
    )  # fmt: skip
