"""Invented comparisons for tests of words and charts: two groups, each a list of (start, follow-up) pairs."""

from collections import Counter
from collections.abc import Sequence

from dashboard.sentences.compared_rows import ComparedRow, compared_rows
from pipelines.domain.comparison import GroupChange
from pipelines.domain.frozen import Name
from pipelines.domain.indicator import Direction, Indicator, Kind
from pipelines.outcomes.change import count_improved, describe
from pipelines.outcomes.differences import difference_between
from pipelines.outcomes.pairs import Pairs
from pipelines.statistics.intervals import share
from tests.dashboard.invented import Pairs as ListOfPairs
from tests.dashboard.invented import invented_outcome

FINANCES = Name(nl="Financiën", en="Finances")


def both_groups(
    here: ListOfPairs, there: ListOfPairs, name: Name = FINANCES, *, kind: Kind = Kind.LEVEL,
    direction: Direction = Direction.HIGHER, attribute: str = "group", group: str = "participant",
    reference: str = "comparison", instrument: str = "zrm_2017",
) -> tuple[GroupChange, GroupChange]:  # fmt: skip
    """One indicator in a group and in the reference group; its code is its English name."""
    scale = {"minimum": 1, "maximum": 5} if kind is Kind.LEVEL else {}
    indicator = Indicator(code=name.en.lower().replace(" ", "_"), name=name, kind=kind, direction=direction,
                          life_domain=name.en, **scale)  # fmt: skip
    ours, theirs = _pairs(here), _pairs(there)
    of = (indicator, attribute, reference, instrument)
    return _change(ours, group, theirs, *of), _change(theirs, reference, None, *of)


def invented_rows(*groups: tuple[GroupChange, GroupChange]) -> list[ComparedRow]:
    changes = [change for both in groups for change in both]
    outcomes = [
        invented_outcome([(2, 3)], indicator=here.indicator, instrument=here.instrument, rater=here.rater)
        for here, _ in groups
    ]
    return compared_rows(changes, groups[0][0].group, outcomes)


def _pairs(pairs: Sequence[tuple[float, float]]) -> Pairs:
    return Pairs.of([(start, last, n) for (start, last), n in Counter(pairs).items()])


def _change(pairs: Pairs, group: str, there: Pairs | None, indicator: Indicator, attribute: str, reference: str,
            instrument: str) -> GroupChange:  # fmt: skip
    start, change = describe(pairs.start, pairs.counts), describe(pairs.change, pairs.counts)
    n_improved = count_improved(pairs, indicator)
    return GroupChange(
        indicator=indicator.code, indicator_name=indicator.name, instrument=instrument, rater="professional",
        life_domain=indicator.life_domain, kind=indicator.kind, direction=indicator.direction, attribute=attribute,
        group=group, reference=reference, n_pairs=pairs.n, mean_start=start.mean, sd_start=start.sd,
        mean_change=change.mean, sd_change=change.sd, n_improved=n_improved,
        share_improved=share(n_improved, pairs.n),
        against=None if there is None else difference_between(pairs, there, indicator),
    )  # fmt: skip
