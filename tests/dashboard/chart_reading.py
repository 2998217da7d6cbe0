"""Reading a figure back: what its bars, ribbons and labels say, and where the labels stand."""

import re
from dataclasses import dataclass

from dashboard.charts.canvas import Figure
from dashboard.charts.labels import LINE_HEIGHT, text_width

NUMBER = r"(-?[\d.e-]+)"
RIBBON = re.compile(rf"M {NUMBER},{NUMBER} C [^LZ]*? {NUMBER},{NUMBER} L {NUMBER},{NUMBER} C")


@dataclass(frozen=True)
class Box:
    text: str
    left: float
    right: float
    top: float
    bottom: float

    def touches(self, other: "Box") -> bool:
        apart = self.right <= other.left + 0.5 or other.right <= self.left + 0.5
        return not (apart or self.bottom <= other.top + 0.5 or other.bottom <= self.top + 0.5)


def bars(figure: Figure, name: str) -> list[dict]:
    return [trace for trace in figure["data"] if trace["type"] == "bar" and trace["name"] == name]


def text_of(annotation: dict) -> str:
    """Without markup, the lines still apart."""
    return re.sub(r"<(?!br)[^>]*>", "", annotation["text"])


def labels(figure: Figure) -> dict[str, str]:
    """The named labels by name."""
    return {note["name"]: text_of(note) for note in figure["layout"]["annotations"] if note["name"]}


def boxes(figure: Figure, width: float) -> list[Box]:
    """Where every label stands on a chart of so many pixels wide."""
    return [_box(annotation, width) for annotation in figure["layout"]["annotations"]]


def _box(annotation: dict, width: float) -> Box:
    text = text_of(annotation)
    wide, high = text_width(text, annotation["font"]["size"]), LINE_HEIGHT * (text.count("<br>") + 1) - 2
    at = annotation["x"] * width + annotation["xshift"]
    left = at - {"left": 0.0, "center": wide / 2, "right": wide}[annotation["xanchor"]]
    return Box(text, left, left + wide, annotation["y"] - high / 2, annotation["y"] + high / 2)


def ribbon_heights(figure: Figure) -> dict[str, list[float]]:
    """How thick each ribbon is, in pixels, by movement."""
    return {
        shape["name"]: [float(found[5]) - float(found[3]) for found in RIBBON.findall(shape["path"])]
        for shape in figure["layout"]["shapes"]
        if shape["type"] == "path" and shape["name"] != "people"
    }


def ribbon_ends(figure: Figure) -> tuple[list[tuple[float, float]], list[tuple[float, float]]]:
    """From where to where, in pixels from the top, each ribbon leaves on the left and arrives on the right."""
    found = [
        tuple(map(float, ribbon.groups()))
        for shape in figure["layout"]["shapes"]
        if shape["type"] == "path" and shape["name"] != "people"
        for ribbon in RIBBON.finditer(shape["path"])
    ]
    left = [(y0, y0 + bottom - y1) for _, y0, _, y1, _, bottom in found]
    return sorted(left), sorted((y1, bottom) for _, _, _, y1, _, bottom in found)


def people_blocks(figure: Figure) -> list[tuple[float, float, float, float]]:
    """Left, right, top and bottom of the blocks at the ends of the lines; left and right as shares of the width."""
    (shape,) = (shape for shape in figure["layout"]["shapes"] if shape["name"] == "people")
    blocks = re.findall(rf"M {NUMBER},{NUMBER} H {NUMBER} V {NUMBER}", shape["path"])
    return [(float(left), float(right), float(top), float(bottom)) for left, top, right, bottom in blocks]
