"""Which part of a change somebody thinks the project made: a dot between the least and the most."""

from dashboard.charts.canvas import Figure
from dashboard.charts.dots import Dot, DotRow, Scale, dots_figure
from dashboard.language import Words
from dashboard.notation import percentage
from dashboard.sentences.attribution import attribution_written
from pipelines.domain.note import Attribution


def attribution_figure(note: Attribution, name: str, words: Words, *, dark: bool) -> Figure:
    """`name` is what the change is about."""
    labels = {share: percentage(share, words.language) for share in (0.0, 0.5, 1.0)}
    row = DotRow(name, attribution_written(note, words), (Dot(note.middle, note.low, note.high),))
    return dots_figure([row], Scale(0.0, 1.0, labels), words, dark=dark)
