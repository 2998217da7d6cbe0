"""Whom the projects reach and who was measured again: in words, in a chart, and every fact in a table."""

from collections.abc import Sequence

from dashboard.charts.portfolio import reach_figure
from dashboard.components.chart import show_figure
from dashboard.components.part import part, say
from dashboard.components.table import show_table
from dashboard.language import Words
from dashboard.reader import theme_is_dark
from dashboard.sentences.portfolio import (
    reach_alternative,
    reach_headings,
    reach_rows,
    reach_sentences,
    sample_note,
)
from pipelines.editions.edition import Edition
from pipelines.editions.portfolio import reach_of


def show_reach(editions: Sequence[Edition], words: Words) -> None:
    """Needs an edition."""
    reaches = [reach_of(edition) for edition in editions]
    with part("portfolio_reach", words("portfolio.reach.title"), reach_sentences(reaches, words)):
        if any(reach.followed is not None for reach in reaches):
            figure = reach_figure(reaches, words, dark=theme_is_dark())
            show_figure(figure, "portfolio_reach_figure", alt=reach_alternative(reaches, words))
            say((), [words("portfolio.reach.reading")])
        show_table(words("portfolio.reach.caption"), reach_headings(words), reach_rows(reaches, words))
        say((), [sample_note(reaches, words)])
