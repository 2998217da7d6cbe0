"""Goals: how many were attained, and how far (Goal Attainment Scaling; Kiresuk & Sherman 1968)."""

import math
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from statistics import fmean, median
from typing import Any

from pipelines.domain.outcome import GoalAttainment, GoalText
from pipelines.outcomes.question import Question
from pipelines.outcomes.reading import read_rows
from pipelines.statistics.intervals import share
from pipelines.store.cursor import Cursor


def read_goals(cursor: Cursor, project_id: int, *, as_of: date | None = None) -> tuple[GoalAttainment, ...]:
    """First all goals of the participants together, then per life domain; empty without goals."""
    day = Question.ask(cursor, project_id, None, as_of).as_of
    goals = read_rows(cursor, "goal", project_id=project_id)
    by_domain = defaultdict(list)
    for goal in goals:
        by_domain[goal.life_domain].append(goal)
    together = (_attainment(None, goals, day),) if goals else ()
    return together + tuple(_attainment(domain, of_domain, day) for domain, of_domain in by_domain.items())


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


def _attainment(life_domain: str | None, goals: Sequence[Any], as_of: date) -> GoalAttainment:
    judged = [goal for goal in goals if goal.attained is not None]
    attained = [goal for goal in judged if goal.attained >= 0]
    scores = _scores_of_participants(judged)
    days = [goal.duration_days for goal in attained if goal.duration_days is not None]
    return GoalAttainment(
        life_domain=life_domain,
        n_goals=len(goals),
        n_judged=len(judged),
        n_attained=len(attained),
        share_attained=share(len(attained), len(judged)),
        n_participants=len(scores),
        mean_t=fmean(scores) if scores else None,
        n_overdue=sum(goal.attained is None and goal.due_on is not None and goal.due_on < as_of for goal in goals),
        median_days=float(median(days)) if days else None,
        texts=tuple(_texts(goals)),
    )


def _texts(goals: Sequence[Any]) -> list[GoalText]:
    """The most frequent first."""
    alike = defaultdict(list)
    for goal in goals:
        alike[goal.description].append(goal.attained)
    texts = [
        GoalText(
            description=description,
            n_goals=len(levels),
            n_judged=sum(level is not None for level in levels),
            n_attained=sum(level is not None and level >= 0 for level in levels),
        )
        for description, levels in alike.items()
    ]
    return sorted(texts, key=lambda text: -text.n_goals)


def _scores_of_participants(judged: Sequence[Any]) -> list[float]:
    levels = defaultdict(list)
    for goal in judged:
        levels[goal.participant_id].append((goal.weight, goal.attained))
    scores = [attainment_score(of_participant) for of_participant in levels.values()]
    return [score for score in scores if score is not None]
