"""Over the calendar: a column per quarter with back, same and forward, and on the axis what was changed when."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dashboard.charts.canvas import Canvas, Figure
from dashboard.charts.labels import LINE_HEIGHT, NARROWEST_WIDTH, line_count, text_width, wrap
from dashboard.charts.palette import palette
from dashboard.language import Words
from dashboard.notation import whole
from dashboard.sentences.values import MOVEMENTS, Movement

PLOT_HEIGHT = 150
AXIS_LINE = 20
DAYS_IN_QUARTER = 92
MARK = 9


@dataclass(frozen=True)
class QuarterColumn:
    """The first day of the quarter, what stands under it, and how many people in each part."""

    first_day: date
    label: str
    counts: Mapping[Movement, int]


@dataclass(frozen=True)
class Mark:
    """Something that was changed on a day; `label` is written below the axis, beside its number."""

    day: date
    label: str


def quarters_figure(columns: Sequence[QuarterColumn], marks: Sequence[Mark], words: Words, *, dark: bool) -> Figure:
    """Needs at least one column; marks outside the columns are written below all the same."""
    canvas = Canvas(palette(dark))
    first, n = columns[0].first_day, _place(columns[-1].first_day, columns[0].first_day) + 1
    most = max(sum(column.counts.values()) for column in columns)
    for column in columns:
        left = _place(column.first_day, first) / n
        _draw_column(canvas, column, left, 1 / n, most, words)
    canvas.height = PLOT_HEIGHT
    canvas.line(0, PLOT_HEIGHT, 1, PLOT_HEIGHT, canvas.palette.ink)
    _write_axis(canvas, columns, first, n)
    taken: list[float] = []
    for number, mark in enumerate(marks, start=1):
        _draw_mark(canvas, mark, number, first, n, taken)
    return canvas.figure(words.language)


def _place(day: date, first: date) -> int:
    """How many quarters after the first."""
    return (day.year - first.year) * 4 + (day.month - first.month) // 3


def _draw_column(canvas: Canvas, column: QuarterColumn, left: float, width: float, most: int, words: Words) -> None:
    """Back at the foot, forward on top."""
    foot = float(PLOT_HEIGHT)
    room = width * NARROWEST_WIDTH * 0.8
    for movement in MOVEMENTS:
        n = column.counts[movement]
        height = n / most * (PLOT_HEIGHT - 14)
        if n:
            inner, outer = left + width * 0.1, left + width * 0.9
            path = f"M {inner},{foot} L {outer},{foot} L {outer},{foot - height} L {inner},{foot - height} Z"
            canvas.path(path, canvas.palette.of(movement), edge=canvas.palette.edge_of(movement), name=movement)
            written = whole(n, words.language)
            if height > 15 and room > text_width(written) + 2:
                canvas.write(f"<b>{written}</b>", left + width / 2, foot - height / 2, name=movement,
                             colour=canvas.palette.on(movement))  # fmt: skip
        foot -= height


def _write_axis(canvas: Canvas, columns: Sequence[QuarterColumn], first: date, n: int) -> None:
    """As many labels as fit, the first among them."""
    widest = max(text_width(column.label) for column in columns) + 8
    step = max(1, -int(-widest * n // NARROWEST_WIDTH))
    for column in columns:
        place = _place(column.first_day, first)
        if place % step == 0:
            half = text_width(column.label) / 2 / NARROWEST_WIDTH
            x = min(max((place + 0.5) / n, half), 1 - half)
            canvas.write(column.label, x, canvas.height + AXIS_LINE / 2, colour=canvas.palette.quiet)
    canvas.height += AXIS_LINE


def _draw_mark(canvas: Canvas, mark: Mark, number: int, first: date, n: int, taken: list[float]) -> None:
    """A numbered line through the columns, and below them what its number means."""
    x = ((mark.day - first).days / DAYS_IN_QUARTER) / n
    if 0 <= x <= 1:
        canvas.line(x, 0, x, PLOT_HEIGHT, canvas.palette.ink, 1.5, dash="dash", name="mark")
        room = (text_width(str(number)) + 6) / NARROWEST_WIDTH
        line = sum(abs(x - other) < room for other in taken)
        is_last = x + room > 1
        canvas.write(f"<b>{number}</b>", x, MARK + line * LINE_HEIGHT, anchor="right" if is_last else "left",
                     shift=-4 if is_last else 4)  # fmt: skip
        taken.append(x)
    said = wrap(f"<b>{number}</b> {mark.label}", NARROWEST_WIDTH)
    height = line_count(said) * LINE_HEIGHT + 4
    canvas.write(said, 0, canvas.height + height / 2, anchor="left")
    canvas.height += height
