"""Counts that are published together, and which of them add up to which: what an attacker can reckon with."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

# What a count is of: ("outcome", "zrm_2017", "finances", "professional", "age_band", "18-26", "improved"). The same
# count has the same key in every table, so that what is hidden in one is hidden in all.
Key = tuple[str, ...]


@dataclass(frozen=True)
class Sum:
    """The parts add up to the total. `is_row` where the parts are shares of the total that stand beside each other."""

    total: Key
    parts: tuple[Key, ...]
    is_row: bool = False

    @property
    def keys(self) -> tuple[Key, ...]:
        return (self.total, *self.parts)


@dataclass(frozen=True)
class Relation:
    """At least `low`, at most `high`: the sum of each quantity times its factor. What is no count is only above 0."""

    factors: Mapping[Key, float]
    low: float
    high: float


@dataclass(frozen=True)
class CountSystem:
    """All counts of an edition with their true values, every sum among them, and what else is known of them."""

    counts: Mapping[Key, int]
    sums: Sequence[Sum]
    relations: Sequence[Relation] = field(default=())

    def parts(self) -> list["CountSystem"]:
        """Systems that share no count: each can be protected by itself."""
        home = {key: key for key in self.counts}
        for sum_ in self.sums:
            first = _root(home, sum_.total)
            for key in sum_.parts:
                home[_root(home, key)] = first
        members: dict[Key, list[Key]] = {}
        for key in self.counts:
            members.setdefault(_root(home, key), []).append(key)
        sums: dict[Key, list[Sum]] = {root: [] for root in members}
        for sum_ in self.sums:
            sums[_root(home, sum_.total)].append(sum_)
        return [CountSystem({key: self.counts[key] for key in keys}, sums[root]) for root, keys in members.items()]

    def joined(self, other: "CountSystem") -> "CountSystem":
        """Both, of the same people on the same day: what they share is one count."""
        known = {frozenset((sum_.total, *sum_.parts)) for sum_ in self.sums}
        new = [sum_ for sum_ in other.sums if frozenset((sum_.total, *sum_.parts)) not in known]
        return CountSystem({**other.counts, **self.counts}, [*self.sums, *new], self.relations)


def _root(home: dict[Key, Key], key: Key) -> Key:
    while home[key] != key:
        home[key] = home[home[key]]
        key = home[key]
    return key
