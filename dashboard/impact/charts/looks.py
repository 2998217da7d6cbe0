"""How a part of a bar looks: shown ones as everywhere in the product, hidden ones hatched and never filled."""

from typing import Any

from dashboard.charts.canvas import Canvas
from dashboard.charts.palette import Palette
from dashboard.impact.parts import HIDDEN, Block, Parts

# What a hidden part takes at the least, as a share of the bar: also where rounding leaves nothing over.
LEAST_HIDDEN = 0.12
# Other triples take the three places of back, same and forward.
PLACE = {
    "declined": "declined", "same": "same", "improved": "improved",
    "not_attained": "declined", "open": "same", "attained": "improved",
}  # fmt: skip


def widths(parts: Parts) -> list[float]:
    """The blocks of a bar as shares of its length."""
    blocks = parts.blocks()
    whole = max(sum(n for _, n in blocks), 1)
    wanted = [max(n / whole, LEAST_HIDDEN) if name == HIDDEN else n / whole for name, n in blocks]
    return [width / sum(wanted) for width in wanted]


def bar(block: Block, left: float, width: float, middle: float, height: float, text: str, size: int,
        canvas: Canvas) -> dict[str, Any]:  # fmt: skip
    """One part as a trace; only a part that is shown carries its number."""
    name, n = block
    palette = canvas.palette
    return {
        "type": "bar", "orientation": "h", "name": name, "x": [width], "base": [left], "y": [middle], "width": height,
        "customdata": [None if name == HIDDEN else n], "text": [text], "textposition": "inside",
        "insidetextanchor": "middle", "textangle": 0, "constraintext": "none", "hoverinfo": "skip",
        "insidetextfont": {"size": size, "color": text_colour(name, palette)}, "marker": _marker(name, palette),
    }  # fmt: skip


def text_colour(name: str, palette: Palette) -> str:
    return palette.quiet if name == HIDDEN else _on(name, palette)


def _on(name: str, palette: Palette) -> str:
    match name:
        case "recognise":
            return palette.paper
        case "do_not":
            return palette.ink
        case _:
            return palette.on(PLACE[name])


def _marker(name: str, palette: Palette) -> dict[str, Any]:
    match name:
        case "hidden":
            pattern = {
                "shape": "/",
                "size": 7,
                "solidity": 0.18,
                "fgcolor": palette.same_edge,
                "bgcolor": palette.paper,
            }
            return {"color": palette.paper, "pattern": pattern, "line": {"color": palette.same_edge, "width": 1}}
        case "recognise":
            return {"color": palette.at_last, "line": {"color": palette.at_last, "width": 1}}
        case "do_not":
            return {"color": palette.raised, "line": {"color": palette.same_edge, "width": 1}}
        case _:
            place = PLACE[name]
            return {"color": palette.of(place), "line": {"color": palette.edge_of(place), "width": 1}}
