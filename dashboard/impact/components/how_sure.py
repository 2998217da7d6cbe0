"""How sure we are: the ladder with its rung lit, what the next one needs, and what else may explain the change."""

from collections.abc import Sequence
from functools import partial
from html import escape

import streamlit as st

from dashboard.charts.ladder import LadderStep, ladder_figure
from dashboard.components.chart import show_lasting_figure
from dashboard.components.part import say
from dashboard.impact.components.section import paragraphs, section
from dashboard.impact.sentences.certainty import by_itself_sentences, said_by, words_of
from dashboard.language import Words
from dashboard.sentences.ladder import (
    ladder_alternative,
    ladder_sentences,
    needs,
    next_rung,
    next_sentence,
    rung_name,
)
from pipelines.domain.effect_ladder import EffectLadder, Rung
from pipelines.editions.contents import PublishedWords
from pipelines.editions.edition import Edition


def show_how_sure(edition: Edition, words: Words) -> None:
    ladder = edition.contents.ladder
    with section("sure", words("impact.sure.title"), ladder_sentences(ladder, words)):
        steps = [LadderStep(rung_name(rung, words), rung in ladder.there, rung is ladder.reached) for rung in Rung]
        alt = ladder_alternative(ladder, words)
        show_lasting_figure(partial(ladder_figure, steps, words), edition.id, "impact_ladder", words, alt=alt)
        _show_next(ladder, words)
        say([], [words("compared.ladder.source")])
        st.html(
            _words_html("explained", words_of(edition, "explanation", "judgement"), [], words)
            + _words_html("other_causes", words_of(edition, "alternative"), by_itself_sentences(edition, words), words)
        )


def _show_next(ladder: EffectLadder, words: Words) -> None:
    rung = next_rung(ladder)
    if rung is not None:
        lacking = "".join(f"<li>{escape(need)}</li>" for need in needs(ladder, rung, words))
        st.html(paragraphs([next_sentence(rung, words)]) + f'<ul class="needs">{lacking}</ul>')


def _words_html(key: str, said: Sequence[PublishedWords], sentences: Sequence[str], words: Words) -> str:
    """People's own words, after what always holds; nothing where there is neither."""
    if not said and not any(sentences):
        return ""
    quotes = "".join(
        f"<figure><blockquote>“{escape(one.words)}”</blockquote>"
        f"<figcaption>{escape(said_by(one, words))}</figcaption></figure>"
        for one in said
    )
    title = f'<h3 class="part-name">{escape(words(f"impact.sure.{key}"))}</h3>'
    return f'{title}{paragraphs(sentences)}<div class="stories beside">{quotes}</div>'
