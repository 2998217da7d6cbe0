"""How large and how sure, row by row on one scale: a dot with its interval, or two dots and a line."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboard.charts.canvas import Canvas, Figure
from dashboard.charts.labels import LINE_HEIGHT, NARROWEST_WIDTH, line_count, wrap
from dashboard.charts.palette import palette
from dashboard.language import Words

PLOT_LEFT, PLOT_RIGHT = 0.02, 0.98
TRACK_HEIGHT = 24
SCALE_LINE = 20
SPACE = 8
DOT, DIAMOND, ARROW = 12, 17, 11


@dataclass(frozen=True)
class Dot:
    """A number in the unit of the scale with its interval, None where there is none. A hollow dot is the one that the
    other is compared with; a pooled one, a diamond, is what the others found together.
    """

    value: float
    low: float | None = None
    high: float | None = None
    is_hollow: bool = False
    is_pooled: bool = False


@dataclass(frozen=True)
class DotRow:
    """`name` and what is `written` stand above the track of the dots, each on a line of its own where they are long.

    Without dots there is no track.
    """

    name: str
    written: str
    dots: tuple[Dot, ...]


@dataclass(frozen=True)
class Scale:
    """From `low` to `high`; `labels` are written under the last row; `zero` marks where nothing differs."""

    low: float
    high: float
    labels: Mapping[float, str]
    zero: float | None = None


def dots_figure(rows: Sequence[DotRow], scale: Scale, words: Words, *, dark: bool) -> Figure:
    canvas = Canvas(palette(dark))
    draw_dots(canvas, rows, scale)
    return canvas.figure(words.language)


def draw_dots(canvas: Canvas, rows: Sequence[DotRow], scale: Scale) -> None:
    for row in rows:
        _write_row(canvas, row)
        if row.dots:
            _draw_track(canvas, row, scale)
        canvas.height += SPACE
    if any(row.dots for row in rows):
        _write_scale(canvas, scale)


def symmetric(values: Sequence[float], least: float) -> float:
    """The end of a scale around zero that holds all these values, and `least` at the least."""
    return max([least, *map(abs, values)]) * 1.08


def _write_row(canvas: Canvas, row: DotRow) -> None:
    for text, colour in ((row.name, None), (row.written, canvas.palette.quiet)):
        if text:
            said = wrap(text, NARROWEST_WIDTH)
            height = line_count(said) * LINE_HEIGHT + 3
            canvas.write(said, 0, canvas.height + height / 2, anchor="left", colour=colour)
            canvas.height += height


def _draw_track(canvas: Canvas, row: DotRow, scale: Scale) -> None:
    y = canvas.height + TRACK_HEIGHT / 2
    canvas.line(PLOT_LEFT, y, PLOT_RIGHT, y, canvas.palette.hairline, layer="below")
    if scale.zero is not None:
        zero = _place(scale.zero, scale)
        canvas.line(zero, y - 11, zero, y + 11, canvas.palette.quiet, 1, dash="dot", name="zero", layer="below")
    if len(row.dots) > 1:
        places = [_place(dot.value, scale) for dot in row.dots]
        canvas.line(min(places), y, max(places), y, canvas.palette.quiet, 3, name="between", layer="below")
    for dot in row.dots:
        _draw_dot(canvas, row, dot, y, scale)
    canvas.height += TRACK_HEIGHT


def _draw_dot(canvas: Canvas, row: DotRow, dot: Dot, y: float, scale: Scale) -> None:
    ink, paper = canvas.palette.ink, canvas.palette.paper
    if dot.low is not None and dot.high is not None:
        canvas.line(_place(dot.low, scale), y, _place(dot.high, scale), y, ink, 3, name=row.name, layer="below")
        _draw_arrows(canvas, dot.low, dot.high, y, scale)
    canvas.traces.append({
        "type": "scatter", "mode": "markers", "x": [_place(dot.value, scale)], "y": [y], "xaxis": "x2", "yaxis": "y",
        "name": row.name, "customdata": [dot.value], "cliponaxis": False, "hoverinfo": "skip",
        "marker": {"size": DIAMOND if dot.is_pooled else DOT, "symbol": "diamond" if dot.is_pooled else "circle",
                   "color": paper if dot.is_hollow else ink, "line": {"color": ink, "width": 2.5}},
    })  # fmt: skip


def _draw_arrows(canvas: Canvas, low: float, high: float, y: float, scale: Scale) -> None:
    """An interval that goes on beyond the scale ends in a point."""
    beyond = [("triangle-left", PLOT_LEFT)] if low < scale.low else []
    beyond += [("triangle-right", PLOT_RIGHT)] if high > scale.high else []
    for symbol, x in beyond:
        canvas.traces.append({
            "type": "scatter", "mode": "markers", "x": [x], "y": [y], "xaxis": "x2", "yaxis": "y", "name": "beyond",
            "cliponaxis": False, "hoverinfo": "skip",
            "marker": {"size": ARROW, "symbol": symbol, "color": canvas.palette.ink},
        })  # fmt: skip


def _write_scale(canvas: Canvas, scale: Scale) -> None:
    for value, label in scale.labels.items():
        anchor = {scale.low: "left", scale.high: "right"}.get(value, "center")
        x = {scale.low: 0.0, scale.high: 1.0}.get(value, _place(value, scale))
        canvas.write(label, x, canvas.height + SCALE_LINE / 2 - 2, anchor=anchor, colour=canvas.palette.quiet)
    canvas.height += SCALE_LINE


def _place(value: float, scale: Scale) -> float:
    """Beyond the scale stands at its end."""
    within = min(max(value, scale.low), scale.high)
    return PLOT_LEFT + (PLOT_RIGHT - PLOT_LEFT) * (within - scale.low) / (scale.high - scale.low)
