"""All rows at a glance: a line per indicator with its bar of back, same and forward, as shares of those measured."""

from collections.abc import Sequence

from dashboard.charts.canvas import Canvas, Figure
from dashboard.charts.palette import palette
from dashboard.charts.parts import PartsRow, draw_parts
from dashboard.language import Words
from dashboard.sentences.values import MOVEMENTS, counts
from pipelines.domain.outcome import Outcome


def overview_figure(outcomes: Sequence[Outcome], words: Words, *, dark: bool) -> Figure:
    """Outcomes without pairs are left out: their row says so."""
    canvas = Canvas(palette(dark))
    rows = [PartsRow(words.name(outcome.indicator_name), counts(outcome)) for outcome in outcomes if outcome.n_pairs]
    heads = {movement: words(f"sentences.movement.level.{movement}") for movement in MOVEMENTS}
    draw_parts(canvas, rows, heads, words)
    return canvas.figure(words.language)
