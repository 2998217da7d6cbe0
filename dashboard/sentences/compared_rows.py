"""The rows of "Vergeleken met wat?": one indicator in a group and in the group that it is compared with."""

from collections.abc import Sequence

from dashboard.sentences.lead import CLEAR_P
from dashboard.sentences.values import FEW_PEOPLE
from pipelines.domain.comparison import Difference, GroupChange
from pipelines.domain.frozen import Frozen
from pipelines.domain.indicator import Direction, Kind
from pipelines.domain.outcome import Outcome
from pipelines.domain.series import series_of
from pipelines.statistics.holm import adjust

KINDS = tuple(Kind)


class ComparedRow(Frozen):
    """`against` is the difference between both; `p_holm` is adjusted over all rows that are shown together."""

    here: GroupChange
    there: GroupChange
    against: Difference
    p_holm: float | None

    @property
    def is_measured(self) -> bool:
        """Whether anybody was measured twice in both groups."""
        return self.fewest > 0

    @property
    def fewest(self) -> int:
        """How many people the smaller of both groups has."""
        return min(self.here.n_pairs, self.there.n_pairs)

    @property
    def is_few(self) -> bool:
        return self.fewest < FEW_PEOPLE

    @property
    def gain(self) -> float:
        """How much more the group changed for the better than the other, in the indicator's own unit."""
        return turned(self.against.difference or 0.0, self.here.direction)

    @property
    def is_clear(self) -> bool:
        return not self.is_few and self.p_holm is not None and self.p_holm < CLEAR_P

    @property
    def is_nearly_clear(self) -> bool:
        """Clear if nothing else had been looked at."""
        p = self.against.p
        return not self.is_few and not self.is_clear and p is not None and p < CLEAR_P


def turned(value: float, direction: Direction) -> float:
    """A change or difference of values as a gain: plus is better."""
    return value if direction is Direction.HIGHER else -value


def compared_rows(changes: Sequence[GroupChange], group: str, outcomes: Sequence[Outcome]) -> list[ComparedRow]:
    """The group beside the reference group on the indicators of these outcomes, kind by kind, the largest gain first.

    Those measured twice in one group only come last.
    """
    shown = {series_of(outcome) for outcome in outcomes}
    here = {series_of(change): change for change in changes if change.group == group and series_of(change) in shown}
    there = {series_of(change): change for change in changes if change.against is None}
    rows = [_row(here[one], there[one]) for one in here if one in there]
    return sorted(_adjusted(rows), key=lambda row: (not row.is_measured, KINDS.index(row.here.kind), -row.gain))


def measured(rows: Sequence[ComparedRow]) -> list[ComparedRow]:
    return [row for row in rows if row.is_measured]


def _row(here: GroupChange, there: GroupChange) -> ComparedRow:
    if here.against is None:
        raise ValueError(f"{here.group} is the reference itself")
    return ComparedRow(here=here, there=there, against=here.against, p_holm=None)


def _adjusted(rows: Sequence[ComparedRow]) -> list[ComparedRow]:
    adjusted = iter(adjust([row.against.p for row in rows if row.against.p is not None]))
    return [row if row.against.p is None else row.model_copy(update={"p_holm": next(adjusted)}) for row in rows]
