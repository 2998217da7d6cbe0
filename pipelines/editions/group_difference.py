"""How much more often a group improved than all others of its edition, reckoned from rounded counts
(docs/decisions/55).
"""

import math
from statistics import NormalDist
from typing import NamedTuple

from pipelines.domain.frozen import Frozen
from pipelines.editions.cell import TOTAL, UNKNOWN
from pipelines.editions.contents import PublishedIndicator
from pipelines.editions.edition import Edition
from pipelines.editions.shown import FEWEST, shown_count
from pipelines.editions.tables import outcome_table
from pipelines.statistics.intervals import CONFIDENCE

Z = NormalDist().inv_cdf((1 + CONFIDENCE) / 2)


class Improved(NamedTuple):
    """How many improved, of how many; rounded, or the difference of what was rounded."""

    n: int
    total: int

    @property
    def share(self) -> float:
        return self.n / self.total


class GroupDifference(Frozen):
    """The share that improved in the group minus that of all others of whom the attribute is known."""

    group: Improved
    others: Improved
    value: float
    variance: float

    @property
    def interval(self) -> tuple[float, float]:
        """With 95 %."""
        margin = Z * math.sqrt(self.variance)
        return self.value - margin, self.value + margin


def group_difference(
    edition: Edition, indicator: PublishedIndicator, attribute: str, group: str
) -> GroupDifference | None:
    """None where a count is hidden or a side is too small."""
    here, everybody = (_improved(edition, indicator, attribute, row) for row in (group, TOTAL))
    unknown = _unknown(edition, indicator, attribute)
    if here is None or everybody is None or unknown is None:
        return None
    total = everybody.total - here.total - unknown.total
    if min(here.total, total) < FEWEST:
        return None
    others = Improved(min(max(everybody.n - here.n - unknown.n, 0), total), total)
    n_cells = 1 if unknown == NOBODY else 2
    return GroupDifference(
        group=here,
        others=others,
        value=here.share - others.share,
        variance=chance(here) + chance(others) + rounding(here, others, n_cells, edition.manifest.rules.rounding),
    )


def chance(one: Improved) -> float:
    """The variance of a share, from one success and one failure more (Agresti & Caffo 2000): never 0."""
    share = (one.n + 1) / (one.total + 2)
    return share * (1 - share) / (one.total + 2)


def rounding(here: Improved, others: Improved, n_cells: int, multiple: int) -> float:
    """The variance that rounding adds to the difference. Each count lies evenly around its multiple.

    Others are the total less the group, so the group's error counts on both sides; `n_cells` is how many rows beside it
    they were made of.
    """
    per_count = (multiple**2 - 1) / 12
    of_group = (1 / here.total + 1 / others.total) ** 2 + (here.share / here.total + others.share / others.total) ** 2
    of_rest = n_cells * (1 + others.share**2) / others.total**2
    return per_count * (of_group + of_rest)


NOBODY = Improved(0, 0)


def _improved(edition: Edition, indicator: PublishedIndicator, attribute: str, row: str) -> Improved | None:
    table = outcome_table(indicator, attribute)
    n, total = (shown_count(edition, table, row, column) for column in ("improved", TOTAL))
    return None if n is None or total is None else Improved(min(n, total), total)


def _unknown(edition: Edition, indicator: PublishedIndicator, attribute: str) -> Improved | None:
    """Those of whom the attribute is not known; None where that row is hidden."""
    table = outcome_table(indicator, attribute)
    has_row = any(cell.table == table and cell.row == UNKNOWN for cell in edition.cells.all)
    return _improved(edition, indicator, attribute, UNKNOWN) if has_row else NOBODY
