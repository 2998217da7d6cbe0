"""Which counts are hidden: the small ones, and as few others as keep the small ones from being reckoned.

Small counts follow from the totals beside them, so in every sum with one hidden count another is hidden too (a binary
programme looks for the least loss). Then the attacker is let loose on the result; where a hidden count is still known
too well, more of its sums is hidden, until nobody succeeds.
"""

from collections.abc import Callable, Collection, Mapping
from enum import StrEnum

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_matrix

from pipelines.editions.rules import Rules
from pipelines.publishing.attack import bounds_of, is_protected
from pipelines.publishing.counts import CountSystem, Key

# What it costs to hide a count, relative to others.
Loss = Callable[[Key], float]


class Hidden(StrEnum):
    """Why a count is hidden. For the project leader only: readers of an edition see that, not why."""

    SMALL = "small"  # under the minimum, or nothing
    WHOLE = "whole"  # all of a row: it would say something of everybody in it
    DIFFERENCE = "difference"  # beside an earlier edition it would tell a few people apart
    SECONDARY = "secondary"  # another hidden count would follow from it


class CannotBeProtected(ValueError):
    """What was shown before leaves no way to hide what must be hidden now."""


def protect(
    system: CountSystem,
    rules: Rules,
    loss: Loss = lambda _: 1.0,
    *,
    also: Mapping[Key, Hidden] | None = None,
    shown: Collection[Key] = (),
) -> dict[Key, Hidden]:
    """Every count that is hidden, with the reason. `also` are hidden for a reason of the caller's, `shown` stand in an
    earlier edition already and cannot be hidden any more. Raises CannotBeProtected.
    """
    hidden: dict[Key, Hidden] = {}
    for part in system.parts():
        by_itself = {key: why for key, why in unsafe(part, rules).items() if key not in shown}
        asked = {key: why for key, why in (also or {}).items() if key in part.counts and key not in shown}
        if by_itself or asked:
            stay = {key for key in shown if key in part.counts}
            chosen = _protect(part, by_itself, {*by_itself, *asked}, rules, loss, stay)
            hidden |= {key: by_itself.get(key) or asked.get(key, Hidden.SECONDARY) for key in chosen}
    return hidden


def unsafe(system: CountSystem, rules: Rules) -> dict[Key, Hidden]:
    """The counts that are unsafe by themselves."""
    small = {key: Hidden.SMALL for key, n in system.counts.items() if n < rules.minimum}
    rows = [sum_ for sum_ in system.sums if sum_.is_row and system.counts[sum_.total] > 0]
    whole = {part: Hidden.WHOLE for row in rows for part in row.parts
             if system.counts[part] == system.counts[row.total]}  # fmt: skip
    return {**whole, **small}


def _protect(
    system: CountSystem, by_itself: Collection[Key], wanted: set[Key], rules: Rules, loss: Loss, shown: set[Key]
) -> set[Key]:
    """`wanted` are hidden anyhow; those unsafe by themselves are guarded best."""
    others = np.ones(len(system.sums))
    most = np.array([len(set(sum_.keys) - shown) - 1 for sum_ in system.sums])
    while True:
        chosen = _cheapest(system, wanted, np.minimum(others, most), loss, shown)
        bounds = bounds_of(system, chosen, rules)
        known = {key for key in chosen if not is_protected(bounds[key], rules, is_unsafe=key in by_itself)}
        if not known:
            return chosen
        others[_to_hide_more(system, known, chosen, others < most)] += 1


def _to_hide_more(system: CountSystem, known: set[Key], chosen: set[Key], possible: np.ndarray) -> np.ndarray:
    """The sums of the counts that are known too well; where all of those are hidden already, those further off."""
    for keys in (known, chosen):
        more = possible & np.array([bool(keys & set(sum_.keys)) for sum_ in system.sums], dtype=bool)
        if more.any():
            return more
    raise CannotBeProtected("an earlier edition shows too much to hide what is small now")


def _cheapest(
    system: CountSystem, wanted: Collection[Key], others: np.ndarray, loss: Loss, shown: Collection[Key]
) -> set[Key]:
    """The counts to hide with the least loss, so that a sum with a hidden count has so many others hidden."""
    keys = list(system.counts)
    place = {key: number for number, key in enumerate(keys)}
    demands = [(place[key], [place[other] for other in sum_.keys if other != key], others[row])
               for row, sum_ in enumerate(system.sums) for key in sum_.keys if others[row] > 0]  # fmt: skip
    if not demands:
        return set(wanted)
    found = milp(
        np.array([loss(key) for key in keys]),
        integrality=np.ones(len(keys)),
        bounds=Bounds([float(key in wanted) for key in keys], [float(key not in shown) for key in keys]),
        constraints=LinearConstraint(_matrix(demands, len(keys)), lb=0),
    )
    if found.x is None:
        raise CannotBeProtected("an earlier edition shows too much to hide what is small now")
    return {key for key, is_hidden in zip(keys, found.x, strict=True) if is_hidden > 0.5}


def _matrix(demands: list[tuple[int, list[int], float]], n_keys: int) -> csr_matrix:
    """Per demand: the hidden others less so many times the count itself, which must not be negative."""
    entries = [(row, other, 1.0) for row, (_, others, _) in enumerate(demands) for other in others]
    entries += [(row, key, -n) for row, (key, _, n) in enumerate(demands)]
    at_row, at_column, factors = zip(*entries, strict=True)
    return csr_matrix((factors, (at_row, at_column)), shape=(len(demands), n_keys))
