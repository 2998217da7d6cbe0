"""How strong the evidence is: the rungs of the effect ladder, those that are there lit, the one reached marked."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.charts.canvas import Canvas, Figure
from dashboard.charts.palette import palette
from dashboard.language import Words

HEIGHT = 120
GAP = 0.012
LABEL_LINE = 18


@dataclass(frozen=True)
class LadderStep:
    """A rung: its name, whether it is there by itself, and whether it is the one that is reached."""

    name: str
    is_there: bool
    is_reached: bool


def ladder_figure(steps: Sequence[LadderStep], words: Words, *, dark: bool) -> Figure:
    """From the lowest to the highest."""
    canvas = Canvas(palette(dark))
    width = 1 / len(steps)
    for place, step in enumerate(steps):
        left, right = place * width + GAP / 2, (place + 1) * width - GAP / 2
        top = HEIGHT * (1 - (place + 1) / len(steps)) * 0.86
        _draw_step(canvas, step, left, right, top)
        name = f"<b>{step.name}</b>" if step.is_reached else step.name
        # Five names do not fit side by side on a phone: every other one stands a line lower.
        canvas.write(name, (left + right) / 2, HEIGHT + LABEL_LINE * (place % 2 + 0.5), colour=canvas.palette.ink)
    canvas.height = HEIGHT + 2 * LABEL_LINE
    return canvas.figure(words.language)


def _draw_step(canvas: Canvas, step: LadderStep, left: float, right: float, top: float) -> None:
    """A rung that is not there is an outline."""
    fill = canvas.palette.forward if step.is_there else "rgba(0,0,0,0)"
    edge = canvas.palette.forward if step.is_there else canvas.palette.same_edge
    canvas.path(f"M {left},{HEIGHT} L {right},{HEIGHT} L {right},{top} L {left},{top} Z", fill, edge=edge,
                name=step.name, opacity=1.0 if step.is_reached or not step.is_there else 0.45)  # fmt: skip
    canvas.line(left, HEIGHT, right, HEIGHT, edge, 2)
