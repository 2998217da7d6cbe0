"""Who came and who left over time: a column per period, up for those who came and down for those who left."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.charts.canvas import Canvas, Figure
from dashboard.charts.labels import NARROWEST_WIDTH, text_width
from dashboard.charts.palette import palette
from dashboard.language import Words
from dashboard.notation import whole

SIDE_HEIGHT = 80
NUMBER_HEIGHT = 16
HEAD_HEIGHT = 18
AXIS_LINE = 18
GAP = 0.12
LABEL_GAP = 8


@dataclass(frozen=True)
class ComingsColumn:
    """One period; `label` stands under it where there is room, and "" for most."""

    entered: int
    left: int
    label: str = ""


def comings_figure(columns: Sequence[ComingsColumn], heads: tuple[str, str], words: Words, *, dark: bool) -> Figure:
    """Needs at least one column. `heads` are the words for up and for down; both sides have one scale."""
    canvas = Canvas(palette(dark))
    most = max([1, *(max(column.entered, column.left) for column in columns)])
    up, down = (SIDE_HEIGHT * max(getattr(column, side) for column in columns) / most for side in ("entered", "left"))
    _write_head(canvas, heads[0])
    axis = canvas.height + NUMBER_HEIGHT + up
    per_one = SIDE_HEIGHT / most
    for place, column in enumerate(columns):
        _draw(canvas, column.entered, place, len(columns), axis, -per_one, words)
        _draw(canvas, column.left, place, len(columns), axis, per_one, words)
    canvas.line(0, axis, 1, axis, canvas.palette.ink)
    canvas.height = axis + down + NUMBER_HEIGHT
    _write_head(canvas, heads[1])
    _write_labels(canvas, columns)
    return canvas.figure(words.language)


def _write_head(canvas: Canvas, text: str) -> None:
    canvas.write(text, 0, canvas.height + HEAD_HEIGHT / 2, anchor="left", colour=canvas.palette.quiet)
    canvas.height += HEAD_HEIGHT


def _draw(canvas: Canvas, n: int, place: int, total: int, axis: float, per_one: float, words: Words) -> None:
    """`per_one` pixels for each person, up where it is negative; the number beyond the end where it fits."""
    if not n:
        return
    left, right, end = (place + GAP) / total, (place + 1 - GAP) / total, axis + n * per_one
    name, fill = ("entered", canvas.palette.at_last) if per_one < 0 else ("left", canvas.palette.at_start)
    path = f"M {left},{axis} L {right},{axis} L {right},{end} L {left},{end} Z"
    canvas.path(path, fill, edge=fill, name=name)
    written = whole(n, words.language)
    if text_width(written) + 1 <= NARROWEST_WIDTH / total:
        beyond = NUMBER_HEIGHT / 2 if per_one > 0 else -NUMBER_HEIGHT / 2
        canvas.write(f"<b>{written}</b>", (left + right) / 2, end + beyond, name=name)


def _write_labels(canvas: Canvas, columns: Sequence[ComingsColumn]) -> None:
    """From right to left: a label that would touch the one after it stays away."""
    edge = NARROWEST_WIDTH
    for place, column in reversed(list(enumerate(columns))):
        left = place / len(columns)
        wide = text_width(column.label)
        if column.label and left * NARROWEST_WIDTH + wide <= edge:
            canvas.write(column.label, left, canvas.height + AXIS_LINE / 2, anchor="left", name="axis")
            edge = left * NARROWEST_WIDTH - LABEL_GAP
    canvas.height += AXIS_LINE
