"""Would it have gone better by itself: the warning, and the rise that was to be expected where that is known."""

from collections.abc import Sequence

import streamlit as st

from dashboard.charts.by_itself import by_itself_figure
from dashboard.components.chart import show_figure
from dashboard.components.compared_ladder import CHART_WIDTH
from dashboard.components.part import part
from dashboard.language import Words
from dashboard.sentences.compared_by_itself import by_itself_notes, by_itself_sentences, rises, rises_alternative
from dashboard.workspace import theme_is_dark
from pipelines.domain.comparison import RegressionToMean
from pipelines.domain.outcome import Outcome


def show_by_itself(found: Sequence[RegressionToMean], outcomes: Sequence[Outcome], has_comparison: bool,
                   words: Words) -> None:  # fmt: skip
    shown = rises(found, outcomes)
    sentences = by_itself_sentences(shown, has_comparison, words)
    with part("compared_by_itself", words("compared.by_itself.title"), sentences, by_itself_notes(shown, words)):
        if shown:
            figure = by_itself_figure(shown, words, dark=theme_is_dark())
            with st.container(width=CHART_WIDTH):
                show_figure(figure, "compared_by_itself", alt=rises_alternative(shown, words))
