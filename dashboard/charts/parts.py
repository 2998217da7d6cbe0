"""Rows of parts: a line per row with its bar of back, same and forward as shares of its total, and the total beside it.

The same three places stand for other triples of the kind: not reached, not judged yet, reached.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.charts.canvas import Canvas
from dashboard.charts.labels import LINE_HEIGHT, NARROWEST_WIDTH, line_count, text_width, wrap
from dashboard.language import Words
from dashboard.notation import whole
from dashboard.sentences.values import MOVEMENTS, Movement

BAR_LEFT, BAR_RIGHT = 0.42, 0.9
NAME_WIDTH = BAR_LEFT * NARROWEST_WIDTH - 10
BAR_HEIGHT = 17
LINE_SPACE = 9
HEADER_HEIGHT = 20
COUNT_SIZE = 13
GAP = 2


@dataclass(frozen=True)
class PartsRow:
    """What stands before the bar, and how many there are of each part; at least one."""

    name: str
    counts: Mapping[Movement, int]

    @property
    def total(self) -> int:
        return sum(self.counts.values())


def draw_parts(canvas: Canvas, rows: Sequence[PartsRow], heads: Mapping[Movement, str], words: Words) -> None:
    """`heads` name the parts, over the bars."""
    _write_header(canvas, heads, words)
    for row in rows:
        _draw_row(canvas, row, words)


def _write_header(canvas: Canvas, heads: Mapping[Movement, str], words: Words) -> None:
    places = {"declined": (BAR_LEFT, "left"), "same": ((BAR_LEFT + BAR_RIGHT) / 2, "center"),
              "improved": (BAR_RIGHT, "right")}  # fmt: skip
    for movement, (x, anchor) in places.items():
        y = canvas.height + HEADER_HEIGHT / 2
        canvas.write(heads[movement], x, y, anchor=anchor, colour=canvas.palette.quiet)
    canvas.write(words("charts.of"), 1, canvas.height + HEADER_HEIGHT / 2, anchor="right", colour=canvas.palette.quiet)
    canvas.height += HEADER_HEIGHT


def _draw_row(canvas: Canvas, row: PartsRow, words: Words) -> None:
    name = wrap(row.name, NAME_WIDTH)
    height = max(BAR_HEIGHT, line_count(name) * LINE_HEIGHT) + LINE_SPACE
    middle = canvas.height + height / 2
    canvas.write(name, BAR_LEFT, middle, anchor="right", shift=-10)
    canvas.write(whole(row.total, words.language), 1, middle, anchor="right", colour=canvas.palette.quiet)
    before, per_one = 0, (BAR_RIGHT - BAR_LEFT) / row.total
    for movement in MOVEMENTS:
        n = row.counts[movement]
        left = BAR_LEFT + before * per_one
        canvas.traces.append(_part(canvas, movement, n, left, n * per_one, middle, words))
        before += n
        if n and before < row.total:
            edge = BAR_LEFT + before * per_one
            canvas.line(edge, middle - BAR_HEIGHT / 2, edge, middle + BAR_HEIGHT / 2, canvas.palette.paper, GAP)
    canvas.height += height


def _part(canvas: Canvas, movement: Movement, n: int, left: float, share: float, middle: float,
          words: Words) -> dict[str, Any]:  # fmt: skip
    written = whole(n, words.language)
    fits = n > 0 and share * NARROWEST_WIDTH >= text_width(written, COUNT_SIZE) + 4
    edge = canvas.palette.edge_of(movement)
    return {
        "type": "bar", "orientation": "h", "name": movement, "x": [share], "base": [left], "y": [middle],
        "width": BAR_HEIGHT, "customdata": [n], "text": [f"<b>{written}</b>" if fits else ""],
        "textposition": "inside", "insidetextanchor": "middle", "textangle": 0, "constraintext": "none",
        "insidetextfont": {"size": COUNT_SIZE, "color": canvas.palette.on(movement)}, "hoverinfo": "skip",
        "marker": {"color": canvas.palette.of(movement), "line": {"color": edge, "width": 1 if n else 0}},
    }  # fmt: skip
