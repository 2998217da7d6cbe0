"""Goals: how many were attained, and how far (Goal Attainment Scaling; Kiresuk & Sherman 1968)."""

import math
from collections import defaultdict
from collections.abc import Sequence
from statistics import fmean
from typing import Any

from pipelines.domain.outcome import GoalAttainment
from pipelines.outcomes.intervals import share
from pipelines.outcomes.reading import read_rows
from pipelines.store.cursor import Cursor


def read_goals(cursor: Cursor, project_id: int) -> tuple[GoalAttainment, ...]:
    """First all goals of the participants together, then per life domain; empty without goals."""
    goals = read_rows(cursor, "goal", project_id=project_id)
    by_domain = defaultdict(list)
    for goal in goals:
        by_domain[goal.life_domain].append(goal)
    together = (_attainment(None, goals),) if goals else ()
    return together + tuple(_attainment(domain, of_domain) for domain, of_domain in by_domain.items())


def attainment_score(levels: Sequence[tuple[float, int]]) -> float | None:
    """T = 50 + 10·Σwx / √(0.7·Σw² + 0.3·(Σw)²) over (weight w, attained level x from −2 to +2) of one participant.

    None when no goal weighs anything.
    """
    squares = sum(weight**2 for weight, _ in levels)
    if squares == 0:
        return None
    total = sum(weight for weight, _ in levels)
    weighted = sum(weight * level for weight, level in levels)
    return 50 + 10 * weighted / math.sqrt(0.7 * squares + 0.3 * total**2)


def _attainment(life_domain: str | None, goals: Sequence[Any]) -> GoalAttainment:
    judged = [goal for goal in goals if goal.attained is not None]
    scores = _scores_of_participants(judged)
    n_attained = sum(goal.attained >= 0 for goal in judged)
    return GoalAttainment(
        life_domain=life_domain,
        n_goals=len(goals),
        n_judged=len(judged),
        n_attained=n_attained,
        share_attained=share(n_attained, len(judged)),
        n_participants=len(scores),
        mean_t=fmean(scores) if scores else None,
    )


def _scores_of_participants(judged: Sequence[Any]) -> list[float]:
    levels = defaultdict(list)
    for goal in judged:
        levels[goal.participant_id].append((goal.weight, goal.attained))
    scores = [attainment_score(of_participant) for of_participant in levels.values()]
    return [score for score in scores if score is not None]
