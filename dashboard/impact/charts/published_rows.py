"""Rows of parts: a line per row with its bar as shares of its total, hidden parts hatched, and the total beside it."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.charts.canvas import Canvas, Figure
from dashboard.charts.labels import LINE_HEIGHT, NARROWEST_WIDTH, line_count, text_width, wrap
from dashboard.charts.palette import palette
from dashboard.charts.parts import (
    BAR_HEIGHT,
    BAR_LEFT,
    BAR_RIGHT,
    COUNT_SIZE,
    GAP,
    HEADER_HEIGHT,
    LINE_SPACE,
    NAME_WIDTH,
)
from dashboard.impact.charts.looks import bar, widths
from dashboard.impact.parts import HIDDEN, Parts
from dashboard.language import Words
from dashboard.notation import whole

LENGTH = BAR_RIGHT - BAR_LEFT


@dataclass(frozen=True)
class PublishedRow:
    """What stands before the bar. Without a total of which shares can be taken the whole bar is hatched."""

    name: str
    parts: Parts


def published_rows_figure(rows: Sequence[PublishedRow], heads: Sequence[str], words: Words, *, dark: bool) -> Figure:
    """`heads` stand over the bars, from left to right."""
    canvas = Canvas(palette(dark))
    _write_header(canvas, heads, words)
    for row in rows:
        _draw_row(canvas, row, words)
    return canvas.figure(words.language)


def _write_header(canvas: Canvas, heads: Sequence[str], words: Words) -> None:
    y = canvas.height + HEADER_HEIGHT / 2
    last = len(heads) - 1
    for place, head in enumerate(heads):
        anchor = "left" if place == 0 else "right" if place == last else "center"
        canvas.write(head, BAR_LEFT + LENGTH * place / last, y, anchor=anchor, colour=canvas.palette.quiet)
    canvas.write(words("charts.of"), 1, y, anchor="right", colour=canvas.palette.quiet)
    canvas.height += HEADER_HEIGHT


def _draw_row(canvas: Canvas, row: PublishedRow, words: Words) -> None:
    name = wrap(row.name, NAME_WIDTH)
    height = max(BAR_HEIGHT, line_count(name) * LINE_HEIGHT) + LINE_SPACE
    middle = canvas.height + height / 2
    canvas.write(name, BAR_LEFT, middle, anchor="right", shift=-10)
    if row.parts.total is not None:
        canvas.write(whole(row.parts.total, words.language), 1, middle, anchor="right", colour=canvas.palette.quiet)
    left = BAR_LEFT
    for block, share in _blocks(row.parts):
        width = share * LENGTH
        canvas.traces.append(
            bar(block, left, width, middle, BAR_HEIGHT, _number(block, width, words), COUNT_SIZE, canvas)
        )
        if left > BAR_LEFT:
            canvas.line(left, middle - BAR_HEIGHT / 2, left, middle + BAR_HEIGHT / 2, canvas.palette.paper, GAP)
        left += width
    canvas.height += height


def _blocks(parts: Parts) -> list[tuple[tuple[str, int], float]]:
    return list(zip(parts.blocks(), widths(parts), strict=True)) if parts.has_share else [((HIDDEN, 0), 1.0)]


def _number(block: tuple[str, int], width: float, words: Words) -> str:
    name, n = block
    written = whole(n, words.language)
    fits = width * NARROWEST_WIDTH >= text_width(written, COUNT_SIZE) + 4
    return f"<b>{written}</b>" if name != HIDDEN and fits else ""
