"""From the transitions of an outcome to what a flow draws: its levels, best first, and everybody's move."""

from dataclasses import dataclass

from dashboard.sentences.values import Movement
from pipelines.domain.indicator import Direction
from pipelines.domain.outcome import Outcome

MOST_LEVELS = 8


@dataclass(frozen=True)
class Ribbon:
    start: int
    last: int
    n: int
    movement: Movement


def can_flow(outcome: Outcome) -> bool:
    """Few enough levels to give each a line."""
    return outcome.transitions is not None and 2 <= len(best_first(outcome)) <= MOST_LEVELS and outcome.n_pairs > 0


def best_first(outcome: Outcome) -> list[int]:
    """All levels of the scale, the best first."""
    transitions = outcome.transitions
    found = set(outcome.level_names) | set(transitions.levels if transitions else ())
    return sorted(found, reverse=outcome.direction is Direction.HIGHER)


def ribbons(outcome: Outcome) -> list[Ribbon]:
    """Every move that somebody made, in the order in which they leave and arrive: the best level first."""
    transitions = outcome.transitions
    if transitions is None:
        return []
    at = {level: i for i, level in enumerate(transitions.levels)}
    ordered = [level for level in best_first(outcome) if level in at]
    return [
        Ribbon(start, last, n, _movement(outcome, start, last))
        for start in ordered for last in ordered if (n := transitions.counts[at[start]][at[last]])
    ]  # fmt: skip


def _movement(outcome: Outcome, start: int, last: int) -> Movement:
    if start == last:
        return "same"
    return "improved" if (last > start) == (outcome.direction is Direction.HIGHER) else "declined"
