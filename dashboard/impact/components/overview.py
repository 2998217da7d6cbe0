"""All indicators at a glance: a bar a row, most forward on top."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from dashboard.components.chart import show_lasting_figure
from dashboard.impact.charts.published_rows import PublishedRow, published_rows_figure
from dashboard.impact.domains import Domain, all_measured
from dashboard.impact.sentences.change import change_sentence
from dashboard.impact.sentences.compared import named
from dashboard.language import Words
from dashboard.sentences.marks import plain
from dashboard.sentences.values import MOVEMENTS
from pipelines.editions.edition import Edition

FEWEST = 4


def show_overview(edition: Edition, domains: Sequence[Domain], words: Words) -> None:
    """Where there are enough to lose sight."""
    measured = all_measured(list(domains))
    if len(measured) < FEWEST:
        return
    rows = [PublishedRow(name, one.here) for name, one in named(measured, words).items()]
    heads = [words(f"sentences.movement.level.{movement}") for movement in MOVEMENTS]
    alt = plain(" ".join(change_sentence(one, words) for one in measured))
    with st.container(key="overview"):
        draw = partial(published_rows_figure, rows, heads, words)
        show_lasting_figure(draw, edition.id, "impact_overview", words, alt=alt)
