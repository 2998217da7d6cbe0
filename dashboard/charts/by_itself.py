"""The change that was measured beside the rise that was to be expected by itself."""

from collections.abc import Sequence

from dashboard.charts.canvas import Canvas, Figure
from dashboard.charts.dots import Dot, DotRow, Scale, draw_dots, symmetric
from dashboard.charts.palette import palette
from dashboard.language import Words
from dashboard.sentences.compared_by_itself import Rise, rise_written
from dashboard.sentences.compared_rows import turned

KINDS_SPACE = 12
LEAST = 0.5


def by_itself_figure(found: Sequence[Rise], words: Words, *, dark: bool) -> Figure:
    """Better to the right; a filled dot for what was measured; a scale of its own for each kind of indicator."""
    canvas = Canvas(palette(dark))
    for kind in dict.fromkeys(rise.outcome.kind for rise in found):
        of_kind = [rise for rise in found if rise.outcome.kind is kind]
        end = symmetric([value for rise in of_kind for value in (rise.change, rise.expected)], LEAST)
        labels = {-end: "worse", 0.0: "equal", end: "better"}
        scale = Scale(-end, end, {at: words(f"compared.by_itself.scale.{key}") for at, key in labels.items()}, zero=0.0)
        draw_dots(canvas, [_row(rise, words) for rise in of_kind], scale)
        canvas.height += KINDS_SPACE
    return canvas.figure(words.language)


def _row(rise: Rise, words: Words) -> DotRow:
    expected, change = (turned(value, rise.outcome.direction) for value in (rise.expected, rise.change))
    dots = (Dot(expected, is_hollow=True), Dot(change))
    return DotRow(words.name(rise.outcome.indicator_name), rise_written(rise, words), dots)
