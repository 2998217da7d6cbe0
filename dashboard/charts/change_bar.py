"""Forward, same or back: one bar of three parts, back left and forward right, as long as the number of people."""

from typing import Any

from dashboard.charts.canvas import Canvas
from dashboard.charts.labels import NARROWEST_WIDTH, spread, text_width
from dashboard.language import Words
from dashboard.notation import whole
from dashboard.sentences.values import MOVEMENTS, Movement, counts, movement_word
from pipelines.domain.outcome import Outcome

BAR_HEIGHT = 26
LABELS_HEIGHT = 22
ROOM_IN_PART = 10
GAP = 2.5


def draw_change_bar(canvas: Canvas, outcome: Outcome, words: Words) -> None:
    """Needs at least one pair. The parts are bars on the axis `x`, which counts people."""
    middle = canvas.height + BAR_HEIGHT / 2
    before = 0
    for movement, n in counts(outcome).items():
        canvas.traces.append(_part(canvas, outcome, movement, n, before, middle, words))
        before += n
        if n and before < outcome.n_pairs:
            edge = before / outcome.n_pairs
            canvas.line(edge, middle - BAR_HEIGHT / 2, edge, middle + BAR_HEIGHT / 2, canvas.palette.paper, GAP)
    canvas.height += BAR_HEIGHT
    _write_labels(canvas, outcome, words)
    canvas.height += LABELS_HEIGHT


def _part(canvas: Canvas, outcome: Outcome, movement: Movement, n: int, before: int, middle: float,
          words: Words) -> dict[str, Any]:  # fmt: skip
    palette = canvas.palette
    return {
        "type": "bar", "orientation": "h", "name": movement, "x": [n], "base": [before], "y": [middle],
        "width": BAR_HEIGHT, "marker": {"color": palette.of(movement),
                                        "line": {"color": palette.edge_of(movement), "width": 1 if n else 0}},
        "text": [f"<b>{whole(n, words.language)}</b>" if _fits_inside(outcome, n, words) else ""],
        "textposition": "inside", "insidetextanchor": "middle", "textangle": 0, "constraintext": "none",
        "insidetextfont": {"size": 15, "color": palette.on(movement)}, "hoverinfo": "skip",
    }  # fmt: skip


def _fits_inside(outcome: Outcome, n: int, words: Words) -> bool:
    """Whether the count fits in its part on the narrowest screen; otherwise it stands with its word below."""
    room = NARROWEST_WIDTH * n / outcome.n_pairs
    return n > 0 and room >= text_width(whole(n, words.language), size=15) + ROOM_IN_PART


def _write_labels(canvas: Canvas, outcome: Outcome, words: Words) -> None:
    labels = [_label(outcome, movement, words) for movement in MOVEMENTS]
    widths = [text_width(label) + ROOM_IN_PART for label in labels]
    for movement, label, width, centre in zip(
        MOVEMENTS, labels, widths, spread(_centres(outcome), widths, NARROWEST_WIDTH), strict=True
    ):
        at_left, at_right = centre < width / 2 + 1, centre > NARROWEST_WIDTH - width / 2 - 1
        x, anchor = (0.0, "left") if at_left else (1.0, "right") if at_right else (centre / NARROWEST_WIDTH, "center")
        canvas.write(label, x, canvas.height + LABELS_HEIGHT / 2 + 1, anchor=anchor,
                     colour=canvas.palette.quiet, name=movement)  # fmt: skip


def _label(outcome: Outcome, movement: Movement, words: Words) -> str:
    n = counts(outcome)[movement]
    word = movement_word(outcome, movement, words)
    return word if _fits_inside(outcome, n, words) else f"{whole(n, words.language)} {word}"


def _centres(outcome: Outcome) -> list[float]:
    """The middle of each part, in pixels of the narrowest screen."""
    ends = [0, outcome.n_declined, outcome.n_declined + outcome.n_same, outcome.n_pairs]
    return [NARROWEST_WIDTH * (ends[i] + ends[i + 1]) / 2 / outcome.n_pairs for i in range(len(MOVEMENTS))]
