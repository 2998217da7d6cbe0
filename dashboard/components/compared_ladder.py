"""How strong the evidence is: the ladder with the rung that is reached, and what the next one needs."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from dashboard.charts.ladder import LadderStep, ladder_figure
from dashboard.components.chart import show_figure
from dashboard.components.part import part, say
from dashboard.language import Words
from dashboard.navigation import page_file
from dashboard.sentences.alike import alike_sentence
from dashboard.sentences.compared_rows import ComparedRow
from dashboard.sentences.ladder import (
    is_on_sheet,
    ladder_alternative,
    ladder_sentences,
    needs,
    next_rung,
    next_sentence,
    rung_name,
)
from dashboard.sentences.marks import as_html
from dashboard.workspace import theme_is_dark
from pipelines.domain.effect_ladder import EffectLadder, Rung

CHART_WIDTH = 576


def show_ladder(ladder: EffectLadder, rows: Sequence[ComparedRow], parts: str, words: Words) -> None:
    """`rows` are the participants beside the comparison group; empty where there is none."""
    with part("compared_ladder", words("compared.ladder.title"), ladder_sentences(ladder, words)):
        steps = [LadderStep(rung_name(rung, words), rung in ladder.there, rung is ladder.reached) for rung in Rung]
        figure = ladder_figure(steps, words, dark=theme_is_dark())
        with st.container(width=CHART_WIDTH):
            show_figure(figure, "compared_ladder", alt=ladder_alternative(ladder, words))
        _show_next(ladder, words)
        say([alike_sentence(ladder, rows, parts, words)], [words("compared.ladder.source")])


def _show_next(ladder: EffectLadder, words: Words) -> None:
    rung = next_rung(ladder)
    if rung is None:
        return
    lacking = "".join(f"<li>{escape(need)}</li>" for need in needs(ladder, rung, words))
    st.html(f'<p class="sentence">{as_html(next_sentence(rung, words))}</p><ul class="needs">{lacking}</ul>')
    link = "link" if is_on_sheet(ladder, rung) else "link_measure"
    st.page_link(page_file("upload"), label=words(f"compared.ladder.{link}"))
