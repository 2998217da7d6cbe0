"""Forward, same or back in one bar, as far as it was published, with words under the parts."""

from collections.abc import Mapping

from dashboard.charts.canvas import Canvas, Figure
from dashboard.charts.labels import NARROWEST_WIDTH, spread, text_width
from dashboard.charts.palette import palette
from dashboard.impact.charts.looks import bar, widths
from dashboard.impact.parts import HIDDEN, Parts
from dashboard.language import Words
from dashboard.notation import whole

BAR_HEIGHT = 26
LABELS_HEIGHT = 22
ROOM_IN_PART = 10
NUMBER_SIZE = 15
GAP = 2.5


def published_bar_figure(parts: Parts, names: Mapping[str, str], words: Words, *, dark: bool) -> Figure:
    """`names` by part, and by "hidden" what is said under the hatched one. Needs a total of which shares are taken."""
    canvas = Canvas(palette(dark))
    middle = BAR_HEIGHT / 2
    left, centres = 0.0, []
    for block, width in zip(parts.blocks(), widths(parts), strict=True):
        text = f"<b>{whole(block[1], words.language)}</b>" if _fits_inside(block, width, words) else ""
        canvas.traces.append(bar(block, left, width, middle, BAR_HEIGHT, text, NUMBER_SIZE, canvas))
        if left:
            canvas.line(left, 0, left, BAR_HEIGHT, canvas.palette.paper, GAP)
        centres.append((left + width / 2) * NARROWEST_WIDTH)
        left += width
    canvas.height = BAR_HEIGHT
    _write_labels(canvas, [_label(*placed, names, words) for placed in zip(parts.blocks(), widths(parts), strict=True)],
                  centres, [name for name, _ in parts.blocks()])  # fmt: skip
    canvas.height += LABELS_HEIGHT
    return canvas.figure(words.language)


def _fits_inside(block: tuple[str, int], width: float, words: Words) -> bool:
    """On the narrowest screen; a hidden part has no number."""
    room = NARROWEST_WIDTH * width
    return block[0] != HIDDEN and room >= text_width(whole(block[1], words.language), NUMBER_SIZE) + ROOM_IN_PART


def _label(block: tuple[str, int], width: float, names: Mapping[str, str], words: Words) -> str:
    name, n = block
    if name == HIDDEN or _fits_inside(block, width, words):
        return names[name]
    return f"{whole(n, words.language)} {names[name]}"


def _write_labels(canvas: Canvas, labels: list[str], centres: list[float], names: list[str]) -> None:
    sizes = [text_width(label) + ROOM_IN_PART for label in labels]
    for name, label, size, centre in zip(names, labels, sizes, spread(centres, sizes, NARROWEST_WIDTH), strict=True):
        at_left, at_right = centre < size / 2 + 1, centre > NARROWEST_WIDTH - size / 2 - 1
        x, anchor = (0.0, "left") if at_left else (1.0, "right") if at_right else (centre / NARROWEST_WIDTH, "center")
        canvas.write(
            label, x, canvas.height + LABELS_HEIGHT / 2 + 1, anchor=anchor, colour=canvas.palette.quiet, name=name
        )
