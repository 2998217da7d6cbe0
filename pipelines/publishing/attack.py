"""The attacker: what follows for every hidden count from all that is shown, by linear programming."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import csr_matrix, identity, kron, vstack

from pipelines.editions.rules import Rules
from pipelines.publishing.counts import CountSystem, Key

ROUNDING_ERROR = 1e-6
# Nobody counts as many people: an end for what nothing bounds, so that every programme has an answer.
MUCH = 1e6

Constraints = dict[str, Any]


@dataclass(frozen=True)
class Bounds:
    """A count lies between these; `high` is MUCH where nothing bounds it."""

    low: float
    high: float

    @property
    def width(self) -> float:
        return self.high - self.low


def bounds_of(system: CountSystem, hidden: Collection[Key], rules: Rules) -> dict[Key, Bounds]:
    """What somebody who knows the rules and all that is shown can reckon of every hidden count.

    A shown count lies in its `shown_range`, nothing is below 0, sums add up and relations hold. `high` is never
    more than MUCH: whatever lies there is unknown.
    """
    sought = [key for key in system.counts if key in hidden]
    if not sought:
        return {}
    latent = {key: None for relation in system.relations for key in relation.factors if key not in system.counts}
    place = {key: number for number, key in enumerate([*system.counts, *latent])}
    limits = np.array([(0, MUCH) if key in hidden or key in latent else rules.shown_range(system.counts[key])
                       for key in place], dtype=float)  # fmt: skip
    aims = [(place[key], sign) for key in sought for sign in (1, -1)]
    extremes = _extremes(aims, limits, _constraints(system, place))
    return {key: Bounds(*extremes[2 * number : 2 * number + 2]) for number, key in enumerate(sought)}


def is_protected(bounds: Bounds, rules: Rules, *, is_unsafe: bool) -> bool:
    """Whether the attacker knows too little of a hidden count.

    One that is unsafe by itself may be nothing at all, and may be as many as the minimum: nobody can tell that it is
    small, nor that it is not. One that is hidden for the sake of others is known no better than if it were shown.
    """
    if is_unsafe:
        return bounds.low <= ROUNDING_ERROR and bounds.high >= rules.minimum - ROUNDING_ERROR
    return bounds.width >= 2 * rules.slack - ROUNDING_ERROR


def _extremes(aims: list[tuple[int, int]], limits: np.ndarray, constraints: Constraints) -> np.ndarray:
    """The least (sign 1) or the most (sign −1) that each can be: a programme of one block per aim, solved at once."""
    n, width = len(aims), len(limits)
    goal = np.zeros(n * width)
    for block, (place, sign) in enumerate(aims):
        goal[block * width + place] = sign
    repeated = {name: kron(identity(n), matrix, format="csr") if name.startswith("A") else np.tile(matrix, n)
                for name, matrix in constraints.items()}  # fmt: skip
    found = linprog(goal, bounds=np.tile(limits, (n, 1)), method="highs", **repeated)
    if not found.success:
        raise ArithmeticError(f"no numbers fit what is shown: {found.message}")
    return np.array([found.x[block * width + place] for block, (place, _) in enumerate(aims)])


def _constraints(system: CountSystem, place: Mapping[Key, int]) -> Constraints:
    """Sums as equations; each relation twice, at most its high and at least its low, where that is an end."""
    constraints: Constraints = {}
    if system.sums:
        rows = [{sum_.total: -1.0, **dict.fromkeys(sum_.parts, 1.0)} for sum_ in system.sums]
        constraints |= {"A_eq": _matrix(rows, place), "b_eq": np.zeros(len(rows))}
    if system.relations:
        matrix = _matrix([relation.factors for relation in system.relations], place)
        at_most = np.array([relation.high for relation in system.relations])
        at_least = np.array([relation.low for relation in system.relations])
        ends, begins = np.isfinite(at_most), np.isfinite(at_least)
        constraints |= {
            "A_ub": vstack([matrix[ends], -matrix[begins]]).tocsr(),
            "b_ub": np.concatenate([at_most[ends], -at_least[begins]]),
        }
    return constraints


def _matrix(rows: list[Mapping[Key, float]], place: Mapping[Key, int]) -> csr_matrix:
    entries = [(row, place[key], factor) for row, factors in enumerate(rows) for key, factor in factors.items()]
    at_row, at_column, factors = zip(*entries, strict=True)
    return csr_matrix((factors, (at_row, at_column)), shape=(len(rows), len(place)))
