"""Goals: a line per life domain with how many were judged and not reached, are not judged yet, and were reached."""

from collections.abc import Mapping

from dashboard.charts.canvas import Canvas, Figure
from dashboard.charts.palette import palette
from dashboard.charts.parts import PartsRow, draw_parts
from dashboard.language import Words
from dashboard.sentences.values import MOVEMENTS
from pipelines.domain.outcome import GoalAttainment


def goals_figure(named: Mapping[str, GoalAttainment], words: Words, *, dark: bool) -> Figure:
    """`named` by what stands before the bar; each has at least one goal."""
    canvas = Canvas(palette(dark))
    rows = [PartsRow(name, _counts(goals)) for name, goals in named.items()]
    heads = {movement: words(f"actions.goals.part.{movement}") for movement in MOVEMENTS}
    draw_parts(canvas, rows, heads, words)
    return canvas.figure(words.language)


def _counts(goals: GoalAttainment) -> dict[str, int]:
    return {
        "declined": goals.n_judged - goals.n_attained,
        "same": goals.n_goals - goals.n_judged,
        "improved": goals.n_attained,
    }
