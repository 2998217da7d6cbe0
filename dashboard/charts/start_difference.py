"""How far those who dropped out lay from those who stayed: a dot per indicator around zero."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.charts.canvas import Canvas, Figure
from dashboard.charts.dots import symmetric
from dashboard.charts.labels import LINE_HEIGHT, NARROWEST_WIDTH, line_count, wrap
from dashboard.charts.palette import palette
from dashboard.language import Words

PLOT_LEFT, PLOT_RIGHT = 0.43, 0.86
NAME_WIDTH = PLOT_LEFT * NARROWEST_WIDTH - 12
HEADER_HEIGHT = 22
ROW_HEIGHT = 17
LINE_SPACE = 9
DOT = 11
LEAST = 1.0


@dataclass(frozen=True)
class DifferenceRow:
    """`difference` is turned so that plus is better off; `written` stands beside it."""

    name: str
    difference: float
    written: str


def start_difference_figure(
    rows: Sequence[DifferenceRow], heads: tuple[str, str], band: float, words: Words, *, dark: bool
) -> Figure:
    """`heads` are the words for worse off (left) and better off (right); up to `band` a difference is small."""
    canvas = Canvas(palette(dark))
    end = symmetric([row.difference for row in rows], LEAST)
    _write_heads(canvas, heads)
    top = canvas.height
    heights = [_row_height(row) for row in rows]
    _draw_band(canvas, band / end, top, top + sum(heights))
    for row, height in zip(rows, heights, strict=True):
        _draw_row(canvas, row, height, end)
    return canvas.figure(words.language)


def _write_heads(canvas: Canvas, heads: tuple[str, str]) -> None:
    for head, x, anchor in zip(heads, (PLOT_LEFT, PLOT_RIGHT), ("left", "right"), strict=True):
        canvas.write(head, x, canvas.height + HEADER_HEIGHT / 2, anchor=anchor, colour=canvas.palette.quiet)
    canvas.height += HEADER_HEIGHT


def _draw_band(canvas: Canvas, half: float, top: float, bottom: float) -> None:
    """Where a difference is small, and the line in its middle where there is none."""
    left, middle, right = (_place(share) for share in (-half, 0.0, half))
    canvas.shapes.append({
        "type": "rect", "x0": left, "x1": right, "y0": top, "y1": bottom, "xref": "x2", "yref": "y", "name": "band",
        "fillcolor": canvas.palette.hairline, "line": {"width": 0}, "layer": "below",
    })  # fmt: skip
    canvas.line(middle, top, middle, bottom, canvas.palette.quiet, 1, dash="dot", name="zero")


def _draw_row(canvas: Canvas, row: DifferenceRow, height: float, end: float) -> None:
    y, ink = canvas.height + height / 2, canvas.palette.ink
    canvas.write(wrap(row.name, NAME_WIDTH), PLOT_LEFT, y, anchor="right", shift=-12)
    canvas.write(row.written, 1, y, anchor="right", name=row.name)
    place = _place(row.difference / end)
    canvas.line(_place(0.0), y, place, y, ink, 2, name="distance")
    canvas.traces.append({
        "type": "scatter", "mode": "markers", "x": [place], "y": [y], "xaxis": "x2", "yaxis": "y", "name": row.name,
        "customdata": [row.difference], "cliponaxis": False, "hoverinfo": "skip",
        "marker": {"size": DOT, "color": ink, "line": {"width": 0}},
    })  # fmt: skip
    canvas.height += height


def _row_height(row: DifferenceRow) -> float:
    return max(ROW_HEIGHT, line_count(wrap(row.name, NAME_WIDTH)) * LINE_HEIGHT) + LINE_SPACE


def _place(share: float) -> float:
    """From −1 at the worst end to 1 at the best."""
    return PLOT_LEFT + (PLOT_RIGHT - PLOT_LEFT) * (share + 1) / 2
