"""All rows at a glance: a line per indicator with its bar of back, same and forward, as shares of those measured."""

from collections.abc import Sequence
from typing import Any

from dashboard.charts.canvas import Canvas, Figure
from dashboard.charts.labels import LINE_HEIGHT, NARROWEST_WIDTH, line_count, text_width, wrap
from dashboard.charts.palette import palette
from dashboard.language import Words
from dashboard.notation import whole
from dashboard.sentences.values import MOVEMENTS, Movement, counts
from pipelines.domain.outcome import Outcome

BAR_LEFT, BAR_RIGHT = 0.42, 0.9
NAME_WIDTH = BAR_LEFT * NARROWEST_WIDTH - 10
BAR_HEIGHT = 17
LINE_SPACE = 9
HEADER_HEIGHT = 20
COUNT_SIZE = 13
GAP = 2


def overview_figure(outcomes: Sequence[Outcome], words: Words, *, dark: bool) -> Figure:
    """Outcomes without pairs are left out: their row says so."""
    canvas = Canvas(palette(dark))
    _write_header(canvas, words)
    for outcome in outcomes:
        if outcome.n_pairs:
            _draw_line(canvas, outcome, words)
    return canvas.figure(words.language)


def _write_header(canvas: Canvas, words: Words) -> None:
    places = {"declined": (BAR_LEFT, "left"), "same": ((BAR_LEFT + BAR_RIGHT) / 2, "center"),
              "improved": (BAR_RIGHT, "right")}  # fmt: skip
    for movement, (x, anchor) in places.items():
        word = words(f"sentences.movement.level.{movement}")
        canvas.write(word, x, canvas.height + HEADER_HEIGHT / 2, anchor=anchor, colour=canvas.palette.quiet)
    canvas.write(words("charts.of"), 1, canvas.height + HEADER_HEIGHT / 2, anchor="right", colour=canvas.palette.quiet)
    canvas.height += HEADER_HEIGHT


def _draw_line(canvas: Canvas, outcome: Outcome, words: Words) -> None:
    name = wrap(words.name(outcome.indicator_name), NAME_WIDTH)
    height = max(BAR_HEIGHT, line_count(name) * LINE_HEIGHT) + LINE_SPACE
    middle = canvas.height + height / 2
    canvas.write(name, BAR_LEFT, middle, anchor="right", shift=-10)
    canvas.write(whole(outcome.n_pairs, words.language), 1, middle, anchor="right", colour=canvas.palette.quiet)
    before, per_person = 0, (BAR_RIGHT - BAR_LEFT) / outcome.n_pairs
    for movement in MOVEMENTS:
        n = counts(outcome)[movement]
        left = BAR_LEFT + before * per_person
        canvas.traces.append(_part(canvas, movement, n, left, n * per_person, middle, words))
        before += n
        if n and before < outcome.n_pairs:
            edge = BAR_LEFT + before * per_person
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
