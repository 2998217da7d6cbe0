"""How soon: the share that had improved by each day, a stair that climbs, with its interval as a band."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.charts.canvas import Canvas, Figure
from dashboard.charts.palette import palette
from dashboard.language import Words
from dashboard.notation import percentage

PLOT_LEFT, PLOT_RIGHT = 0.13, 0.97
PLOT_HEIGHT = 190
TOP = 12
SCALE_LINE = 22
LABEL_SIZE = 13


@dataclass(frozen=True)
class CurvePoint:
    """From this day on, this share; with its interval."""

    days: float
    share: float
    low: float
    high: float


def curve_figure(
    points: Sequence[CurvePoint], last_day: float, marks: dict[float, str], words: Words, *, dark: bool
) -> Figure:
    """`marks` are the days written on the axis. Needs at least one point."""
    canvas = Canvas(palette(dark))
    _draw_grid(canvas, words)
    stairs = [CurvePoint(0, 0, 0, 0), *points]
    ends = [*(point.days for point in points), last_day]
    for point, end in zip(stairs, ends, strict=True):
        left, right = _x(point.days, last_day), _x(end, last_day)
        if point.high > point.low:
            low, high = _y(point.low), _y(point.high)
            band = f"M {left},{low} L {right},{low} L {right},{high} L {left},{high} Z"
            canvas.path(band, canvas.palette.at_start, edge="rgba(0,0,0,0)", name="interval", opacity=0.3)
    _draw_stairs(canvas, stairs, ends, last_day)
    canvas.height = TOP + PLOT_HEIGHT
    for day, label in marks.items():
        canvas.write(label, _x(day, last_day), canvas.height + SCALE_LINE / 2, colour=canvas.palette.quiet)
    canvas.height += SCALE_LINE
    return canvas.figure(words.language)


def _draw_grid(canvas: Canvas, words: Words) -> None:
    for share in (0, 0.5, 1):
        canvas.line(PLOT_LEFT, _y(share), PLOT_RIGHT, _y(share), canvas.palette.hairline)
        canvas.write(percentage(share, words.language), PLOT_LEFT, _y(share), anchor="right", shift=-8,
                     colour=canvas.palette.quiet)  # fmt: skip


def _draw_stairs(canvas: Canvas, stairs: Sequence[CurvePoint], ends: Sequence[float], last_day: float) -> None:
    """One line that goes level and then up."""
    xs, ys = [], []
    for point, end in zip(stairs, ends, strict=True):
        xs += [_x(point.days, last_day), _x(end, last_day)]
        ys += [_y(point.share)] * 2
    canvas.traces.append({
        "type": "scatter", "mode": "lines", "x": xs, "y": ys, "xaxis": "x2", "yaxis": "y", "name": "curve",
        "line": {"color": canvas.palette.forward, "width": 3}, "hoverinfo": "skip", "cliponaxis": False,
    })  # fmt: skip


def _x(days: float, last_day: float) -> float:
    return PLOT_LEFT + (PLOT_RIGHT - PLOT_LEFT) * days / last_day


def _y(share: float) -> float:
    return TOP + (1 - share) * PLOT_HEIGHT
