"""How many of each: a bar per row below its name, with the number written at its end."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.charts.canvas import Canvas, Figure
from dashboard.charts.labels import LINE_HEIGHT, NARROWEST_WIDTH, line_count, text_width, wrap
from dashboard.charts.palette import palette
from dashboard.language import Words

BAR_HEIGHT = 14
BAR_LINE = 19
SPACE = 9
LABEL_GAP = 8


@dataclass(frozen=True)
class BarRow:
    """`written` stands at the end of the bar and may hold <b>; `name` goes above it."""

    name: str
    n: float
    written: str


def bars_figure(rows: Sequence[BarRow], words: Words, *, dark: bool) -> Figure:
    canvas = Canvas(palette(dark))
    draw_bars(canvas, rows)
    return canvas.figure(words.language)


def draw_bars(canvas: Canvas, rows: Sequence[BarRow]) -> None:
    """All bars on one scale; the longest label fits on the narrowest screen."""
    per_one = min((_room(row) / row.n for row in rows if row.n), default=0.0)
    for row in rows:
        name = wrap(row.name, NARROWEST_WIDTH)
        height = line_count(name) * LINE_HEIGHT + 4
        canvas.write(name, 0, canvas.height + height / 2, anchor="left")
        canvas.height += height
        _draw_bar(canvas, row, row.n * per_one)
        canvas.height += SPACE


def _draw_bar(canvas: Canvas, row: BarRow, length: float) -> None:
    middle = canvas.height + BAR_LINE / 2
    canvas.traces.append({
        "type": "bar", "orientation": "h", "name": row.name, "x": [length], "y": [middle], "width": BAR_HEIGHT,
        "customdata": [row.n], "marker": {"color": canvas.palette.at_last, "line": {"width": 0}}, "hoverinfo": "skip",
    })  # fmt: skip
    canvas.write(row.written, length, middle, anchor="left", shift=LABEL_GAP if row.n else 0, name=row.name)
    canvas.height += BAR_LINE


def _room(row: BarRow) -> float:
    """The share of the width that the bar may take on the narrowest screen, so that its label fits beside it."""
    return 1 - (text_width(re.sub("<.*?>", "", row.written)) + LABEL_GAP + 8) / NARROWEST_WIDTH
