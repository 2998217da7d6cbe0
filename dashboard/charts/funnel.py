"""Who came and who is still in the picture: steps that grow shorter, with every loss named between them."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.charts.canvas import Canvas, Figure
from dashboard.charts.labels import LINE_HEIGHT, NARROWEST_WIDTH, line_count, wrap
from dashboard.charts.palette import palette
from dashboard.language import Words
from dashboard.notation import whole

STEP_HEIGHT = 30
NUMBER_SIZE = 15
SPACE = 5
INDENT = 16


@dataclass(frozen=True)
class Step:
    """`n` people, what they are, and why the next step has fewer: a line for each loss."""

    n: int
    words: str
    losses: tuple[str, ...] = ()


def funnel_figure(steps: Sequence[Step], words: Words, *, dark: bool) -> Figure:
    """The first step is the longest."""
    canvas = Canvas(palette(dark))
    most = max((step.n for step in steps), default=0) or 1
    for step in steps:
        _write(canvas, f"<b>{whole(step.n, words.language)}</b> {step.words}", canvas.palette.ink, 0)
        _draw_bar(canvas, step, step.n / most)
        for loss in step.losses:
            _write(canvas, f"− {loss}", canvas.palette.quiet, INDENT)
        canvas.height += SPACE
    return canvas.figure(words.language)


def _write(canvas: Canvas, text: str, colour: str, indent: float) -> None:
    said = wrap(text, NARROWEST_WIDTH - indent)
    height = line_count(said) * LINE_HEIGHT + 4
    canvas.write(said, 0, canvas.height + height / 2, anchor="left", shift=indent, colour=colour)
    canvas.height += height


def _draw_bar(canvas: Canvas, step: Step, share: float) -> None:
    middle = canvas.height + STEP_HEIGHT / 2 - 6
    canvas.traces.append({
        "type": "bar", "orientation": "h", "name": step.words, "x": [share], "y": [middle], "width": STEP_HEIGHT - 12,
        "customdata": [step.n], "marker": {"color": canvas.palette.at_last, "line": {"width": 0}}, "hoverinfo": "skip",
    })  # fmt: skip
    canvas.height += STEP_HEIGHT - 8
