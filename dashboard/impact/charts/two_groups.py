"""Participants beside the comparison group, row by row: who moved forward, and how much the changes differ."""

from collections.abc import Mapping

from dashboard.charts.canvas import Figure
from dashboard.charts.dots import Dot, DotRow, Scale, dots_figure, symmetric
from dashboard.impact.domains import Measured
from dashboard.impact.sentences.compared import difference_written, shares_written
from dashboard.language import Words
from dashboard.notation import percentage
from dashboard.sentences.marks import plain

LEAST = 0.5


def shares_figure(named: Mapping[str, Measured], words: Words, *, dark: bool) -> Figure:
    """A filled dot for the participants, a hollow one for the comparison group; of each both shares are shown."""
    labels = {share: percentage(share, words.language) for share in (0.0, 0.5, 1.0)}
    rows = [DotRow(name, plain(shares_written(one, words)), _shares(one)) for name, one in named.items()]
    return dots_figure(rows, Scale(0.0, 1.0, labels), words, dark=dark)


def differences_figure(named: Mapping[str, Measured], words: Words, *, dark: bool) -> Figure:
    """Around zero, better to the right. Of one kind of indicator, each with its difference shown."""
    found = {name: one.difference for name, one in named.items() if one.difference is not None}
    ends = [end for one in found.values() for end in (one.value, one.low, one.high) if end is not None]
    end = symmetric(ends, LEAST)
    labels = {-end: "worse", 0.0: "equal", end: "better"}
    scale = Scale(-end, end, {at: words(f"compared.differences.{key}") for at, key in labels.items()}, zero=0.0)
    rows = [
        DotRow(name, difference_written(one, words), (Dot(one.value, one.low, one.high),))
        for name, one in found.items()
    ]
    return dots_figure(rows, scale, words, dark=dark)


def _shares(one: Measured) -> tuple[Dot, ...]:
    there = one.there.share("improved") if one.there else None
    found = ((there, True), (one.here.share("improved"), False))
    return tuple(Dot(share, is_hollow=is_hollow) for share, is_hollow in found if share is not None)
