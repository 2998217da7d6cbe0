"""Beside the editions that a project published before: two together may not tell a few people apart."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipelines.editions.rules import Rules
from pipelines.editions.tables import PEOPLE
from pipelines.publishing.attack import ROUNDING_ERROR, Bounds, bounds_of
from pipelines.publishing.counts import CountSystem, Key
from pipelines.publishing.protection import CannotBeProtected, Hidden, Loss, protect


@dataclass(frozen=True)
class Earlier:
    """What an edition of this project showed, with the true counts: kept in the store, never in a bundle."""

    edition: str
    system: CountSystem
    hidden: Mapping[Key, Hidden]
    rules: Rules

    def bounds(self) -> dict[Key, Bounds]:
        """What its readers know of every count."""
        shown = {
            key: Bounds(*self.rules.shown_range(n)) for key, n in self.system.counts.items() if key not in self.hidden
        }
        return {**shown, **bounds_of(self.system, self.hidden, self.rules)}

    def is_of_the_same(self, system: CountSystem) -> bool:
        """Whether every count in both is the same: of the same people, at the same moment."""
        return all(n == system.counts[key] for key, n in self.system.counts.items() if key in system.counts)


@dataclass(frozen=True)
class Protected:
    """What is hidden in an edition together with the earlier ones of the same people."""

    system: CountSystem
    hidden: Mapping[Key, Hidden]


@dataclass(frozen=True)
class Tells:
    """An earlier edition beside which this one would tell a few people apart: in which population, and how many."""

    edition: str
    population: str
    n: int


def few_apart(system: CountSystem, earlier: Sequence[Earlier], rules: Rules) -> list[Tells]:
    """Populations that differ by fewer than the minimum from those of an earlier edition."""
    return [
        Tells(edition.edition, key[-1], abs(n - edition.system.counts[key]))
        for edition in earlier
        for key, n in system.counts.items()
        if key[: len(PEOPLE)] == tuple(PEOPLE)
        and key in edition.system.counts
        and 0 < abs(n - edition.system.counts[key]) < rules.minimum
    ]


def protect_beside(system: CountSystem, earlier: Sequence[Earlier], rules: Rules, loss: Loss) -> Protected:
    """What is hidden. Raises CannotBeProtected where hiding more does not help any more.

    Editions of the same people are one whole: what the one shows cannot be hidden in the other, and what both say is
    attacked together. Beside editions of other days nobody may learn that a count changed by a few.
    """
    same = [edition for edition in earlier if edition.is_of_the_same(system)]
    others = [edition for edition in earlier if not edition.is_of_the_same(system)]
    also: dict[Key, Hidden] = {}
    while True:
        found = _protect_as_one(system, same, rules, loss, also)
        hidden = {key: why for key, why in found.hidden.items() if key in system.counts}
        if not others:
            return found
        now = Earlier("", system, hidden, rules).bounds()
        told = {key for edition in others for key in _small_changes(edition.bounds(), now, rules)}
        if not told:
            return found
        if not told - also.keys() - hidden.keys():
            raise CannotBeProtected("beside an earlier edition a change of a few people could be reckoned")
        also |= dict.fromkeys(told - hidden.keys(), Hidden.DIFFERENCE)


def _protect_as_one(
    system: CountSystem, same: Sequence[Earlier], rules: Rules, loss: Loss, also: Mapping[Key, Hidden]
) -> Protected:
    whole, shown, hidden_before = system, set(), {}
    for edition in same:
        whole = whole.joined(edition.system)
        shown |= edition.system.counts.keys() - edition.hidden.keys()
        hidden_before |= edition.hidden
    stay_hidden = {key: why for key, why in hidden_before.items() if key not in system.counts}
    return Protected(whole, protect(whole, rules, loss, also={**also, **stay_hidden}, shown=shown))


def _small_changes(before: Mapping[Key, Bounds], now: Mapping[Key, Bounds], rules: Rules) -> set[Key]:
    """Counts of which a reader of both knows that they changed, and by fewer than the minimum."""
    return {
        key
        for key in before.keys() & now.keys()
        if _is_small(now[key].low - before[key].high, now[key].high - before[key].low, rules)
        or _is_small(before[key].low - now[key].high, before[key].high - now[key].low, rules)
    }


def _is_small(low: float, high: float, rules: Rules) -> bool:
    return low > ROUNDING_ERROR and high < rules.minimum - ROUNDING_ERROR
