"""How the levels lie, moment by moment: a row per moment, its parts in tints of one hue, the worst level first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboard.charts.canvas import Canvas, Figure
from dashboard.charts.labels import LINE_HEIGHT, NARROWEST_WIDTH, line_count, text_width, wrap
from dashboard.charts.palette import palette, tints
from dashboard.language import Words
from dashboard.notation import whole

BAR_HEIGHT = 22
ROW_SPACE = 10
KEY_LINE = 19
KEY_SQUARE = 12
COUNT_SIZE = 13


@dataclass(frozen=True)
class LevelRow:
    """What stands above the row, and how many people stand at each level; at least one."""

    name: str
    counts: Mapping[float, int]


def levels_figure(
    rows: Sequence[LevelRow], levels: Sequence[float], names: Mapping[float, str], words: Words, *, dark: bool
) -> Figure:
    """`levels` from the worst to the best, each with its name."""
    canvas = Canvas(palette(dark))
    colours = dict(zip(levels, tints(len(levels), dark), strict=True))
    for row in rows:
        _draw_row(canvas, row, levels, colours, words)
    for level in levels:
        _write_key(canvas, names[level], colours[level][0])
    return canvas.figure(words.language)


def _draw_row(
    canvas: Canvas, row: LevelRow, levels: Sequence[float], colours: Mapping[float, tuple[str, str]], words: Words
) -> None:
    name = wrap(row.name, NARROWEST_WIDTH)
    height = line_count(name) * LINE_HEIGHT + 4
    canvas.write(name, 0, canvas.height + height / 2, anchor="left")
    canvas.height += height
    middle, before, total = canvas.height + BAR_HEIGHT / 2, 0, sum(row.counts.values())
    for level in levels:
        n = row.counts.get(level, 0)
        fill, text = colours[level]
        written = whole(n, words.language)
        fits = n > 0 and NARROWEST_WIDTH * n / total >= text_width(written, COUNT_SIZE) + 4
        canvas.traces.append({
            "type": "bar", "orientation": "h", "name": f"{row.name}: {level:g}", "x": [n / total],
            "base": [before / total], "y": [middle], "width": BAR_HEIGHT, "customdata": [n],
            "text": [f"<b>{written}</b>" if fits else ""], "textposition": "inside", "insidetextanchor": "middle",
            "textangle": 0, "constraintext": "none", "insidetextfont": {"size": COUNT_SIZE, "color": text},
            "marker": {"color": fill, "line": {"color": canvas.palette.paper, "width": 1.5}}, "hoverinfo": "skip",
        })  # fmt: skip
        before += n
    canvas.height += BAR_HEIGHT + ROW_SPACE


def _write_key(canvas: Canvas, name: str, colour: str) -> None:
    """A square of the level's tint before its name: names never fit under parts on a phone."""
    y = canvas.height + KEY_LINE / 2
    canvas.traces.append({
        "type": "bar", "orientation": "h", "name": "key", "x": [KEY_SQUARE / NARROWEST_WIDTH], "y": [y],
        "width": KEY_SQUARE, "marker": {"color": colour, "line": {"color": canvas.palette.same_edge, "width": 0.6}},
        "hoverinfo": "skip",
    })  # fmt: skip
    canvas.write(wrap(name, NARROWEST_WIDTH - 30), KEY_SQUARE / NARROWEST_WIDTH, y, anchor="left", shift=8)
    canvas.height += KEY_LINE
