"""The picture of one row of "Tel en vertel": forward, same or back, and under it how everybody moved on the scale."""

from dashboard.charts.canvas import Canvas, Figure
from dashboard.charts.change_bar import draw_change_bar
from dashboard.charts.flow import draw_flow
from dashboard.charts.moves import can_flow
from dashboard.charts.palette import palette
from dashboard.charts.two_moments import draw_two_moments
from dashboard.language import Words
from pipelines.domain.outcome import Outcome

SPACE = 10
PEOPLE_HEIGHT = 88


def row_figure(outcome: Outcome, words: Words, *, dark: bool) -> Figure:
    """Needs at least one pair. Where the values are too many for a line each: means and medians of both moments."""
    canvas = Canvas(palette(dark))
    draw_change_bar(canvas, outcome, words)
    canvas.height += SPACE
    if can_flow(outcome):
        draw_flow(canvas, outcome, words, PEOPLE_HEIGHT)
    else:
        draw_two_moments(canvas, outcome, words)
    return canvas.figure(words.language, bar_total=outcome.n_pairs)
