"""The rows of "Tel en vertel": outcomes by life domain, in the order that the reader chose."""

from collections.abc import Sequence
from typing import Literal

from pipelines.domain.frozen import Frozen, Name
from pipelines.domain.life_domain import life_domains
from pipelines.domain.outcome import Outcome

Order = Literal["change", "instrument"]


class Row(Frozen):
    """One life domain with its outcomes, in the instrument's own order."""

    life_domain: str
    name: Name
    outcomes: tuple[Outcome, ...]


def rows(outcomes: Sequence[Outcome], order: Order) -> list[Row]:
    """`outcomes` come in the instrument's own order; "change" puts the largest net movement first."""
    by_domain: dict[str, list[Outcome]] = {}
    for outcome in outcomes:
        by_domain.setdefault(outcome.life_domain, []).append(outcome)
    found = [Row(life_domain=code, name=_name(code, among), outcomes=tuple(among)) for code, among in by_domain.items()]
    return sorted(found, key=_net_change, reverse=True) if order == "change" else found


def of_rater(outcomes: Sequence[Outcome], rater: str | None) -> list[Outcome]:
    return [outcome for outcome in outcomes if rater is None or outcome.rater == rater]


def raters(outcomes: Sequence[Outcome]) -> list[str]:
    """The kinds of rater, the one with most pairs first."""
    n_pairs: dict[str, int] = {}
    for outcome in outcomes:
        n_pairs[outcome.rater] = n_pairs.get(outcome.rater, 0) + outcome.n_pairs
    return sorted(n_pairs, key=lambda rater: -n_pairs[rater])


def instruments(outcomes: Sequence[Outcome]) -> list[str]:
    return list(dict.fromkeys(outcome.instrument for outcome in outcomes))


def _net_change(row: Row) -> float:
    """Net share that moved, whichever way; −1 where nobody was measured again."""
    moved = [abs(o.n_improved - o.n_declined) / o.n_pairs for o in row.outcomes if o.n_pairs]
    return max(moved, default=-1.0)


def _name(code: str, outcomes: Sequence[Outcome]) -> Name:
    """One indicator names its row itself; several share the name of the life domain."""
    names = {outcome.indicator_name for outcome in outcomes}
    if len(names) == 1:
        return names.pop()
    known = life_domains().get(code)
    return known.name if known else Name(nl=code, en=code)
