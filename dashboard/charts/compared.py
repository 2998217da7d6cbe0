"""A group beside another, row by row: who moved forward, and how much the changes differ. Both charts keep one order
and one height per row, so that side by side an indicator stands on one line.
"""

from collections.abc import Sequence
from itertools import groupby

from dashboard.charts.canvas import Canvas, Figure
from dashboard.charts.dots import Dot, DotRow, Scale, draw_dots, symmetric
from dashboard.charts.palette import palette
from dashboard.language import Words
from dashboard.notation import percentage
from dashboard.sentences.compared import row_names
from dashboard.sentences.compared_numbers import difference_written, shares_written
from dashboard.sentences.compared_rows import ComparedRow, turned

SPACE = 12
LEAST = {"level": 0.5, "count": 0.5, "yes_no": 0.2, "amount": 1.0}

Named = tuple[ComparedRow, str]


def shares_figure(rows: Sequence[ComparedRow], words: Words, *, dark: bool) -> Figure:
    """A filled dot for the share of the group that moved forward, a hollow one for the reference group."""
    labels = {share: percentage(share, words.language) for share in (0.0, 0.5, 1.0)}
    scale = Scale(0.0, 1.0, labels)
    canvas = Canvas(palette(dark))
    for _, named in _by_kind(rows, words):
        draw_dots(canvas, [DotRow(name, shares_written(row, words), _shares(row)) for row, name in named], scale)
        canvas.height += SPACE
    return canvas.figure(words.language)


def differences_figure(rows: Sequence[ComparedRow], words: Words, *, dark: bool) -> Figure:
    """The difference of the changes around zero, better to the right; a scale of its own for each kind of indicator."""
    canvas = Canvas(palette(dark))
    for kind, named in _by_kind(rows, words):
        dots = {row: _gain(row) for row, _ in named}
        ends = [end for dot in dots.values() for end in (dot.value, dot.low, dot.high) if end is not None]
        end = symmetric(ends, LEAST[kind])
        labels = {-end: "worse", 0.0: "equal", end: "better"}
        scale = Scale(-end, end, {at: words(f"compared.differences.{key}") for at, key in labels.items()}, zero=0.0)
        drawn = [DotRow(name, difference_written(row, rows, words), (dots[row],)) for row, name in named]
        draw_dots(canvas, drawn, scale)
        canvas.height += SPACE
    return canvas.figure(words.language)


def _by_kind(rows: Sequence[ComparedRow], words: Words) -> list[tuple[str, list[Named]]]:
    named = zip(rows, row_names(rows, words), strict=True)
    return [(str(kind), list(of_kind)) for kind, of_kind in groupby(named, key=lambda pair: pair[0].here.kind)]


def _shares(row: ComparedRow) -> tuple[Dot, Dot]:
    here, there = row.here, row.there
    return Dot(there.n_improved / there.n_pairs, is_hollow=True), Dot(here.n_improved / here.n_pairs)


def _gain(row: ComparedRow) -> Dot:
    """Where lower is better the interval turns over with the difference."""
    low, high = row.against.low, row.against.high
    if low is None or high is None:
        return Dot(row.gain)
    ends = sorted(turned(end, row.here.direction) for end in (low, high))
    return Dot(row.gain, *ends)
