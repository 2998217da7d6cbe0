"""Each group beside all others: a filled dot with its interval, a hollow one for the others."""

from collections.abc import Sequence
from html import escape

from dashboard.charts.canvas import Figure
from dashboard.charts.dots import Dot, DotRow, Scale, dots_figure
from dashboard.language import Words
from dashboard.notation import percentage
from dashboard.sentences.for_whom import Group, with_pairs, written
from pipelines.domain.outcome import Outcome


def groups_figure(groups: Sequence[Group], outcome: Outcome, words: Words, *, dark: bool) -> Figure:
    """The share of each group that improved. Groups in which nobody was measured again are left out."""
    # Somebody typed it: plotly would read a < as markup.
    rows = [
        DotRow(f"<b>{escape(group.name, quote=False)}</b>", written(group, outcome, words), _dots(group))
        for group in with_pairs(groups)
    ]
    labels = {share: percentage(share, words.language) for share in (0.0, 0.5, 1.0)}
    return dots_figure(rows, Scale(0.0, 1.0, labels), words, dark=dark)


def _dots(group: Group) -> tuple[Dot, ...]:
    here, others = group.difference.share_improved, group.difference.share_others
    dots = [Dot(others.estimate, is_hollow=True)] if others else []
    return (*dots, *([Dot(here.estimate, here.low, here.high)] if here else []))
