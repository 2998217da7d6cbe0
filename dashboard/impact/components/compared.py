"""What the outcomes are compared with: the comparison group, or that there is none."""

from collections.abc import Sequence
from functools import partial
from html import escape

import streamlit as st

from dashboard.components.chart import show_lasting_figure
from dashboard.components.part import say
from dashboard.impact.charts.two_groups import differences_figure, shares_figure
from dashboard.impact.components.section import section
from dashboard.impact.domains import Domain, Measured, all_measured
from dashboard.impact.sentences.compared import (
    alike_sentence,
    difference_sentences,
    named,
    shares_alternative,
    shares_sentences,
    with_both_shares,
    with_difference,
)
from dashboard.language import Words
from dashboard.sentences.marks import plain
from pipelines.domain.indicator import Kind
from pipelines.editions.edition import Edition


def show_compared(edition: Edition, domains: Sequence[Domain], words: Words) -> None:
    measured = [one for one in all_measured(list(domains)) if one.there is not None]
    said = (
        [words("impact.compared.who"), alike_sentence(measured, words)] if measured else [words("impact.compared.none")]
    )
    with section("compared", words("impact.compared.title"), said):
        if measured:
            by_name = named(measured, words)
            _show_shares(edition, by_name, words)
            _show_differences(edition, by_name, words)


def _show_shares(edition: Edition, by_name: dict[str, Measured], words: Words) -> None:
    _title("impact.compared.shares_title", words)
    say(shares_sentences(by_name, edition.manifest.rules.slack, words), [words("impact.compared.key")])
    if shown := with_both_shares(by_name):
        alt = plain(shares_alternative(shown, words))
        show_lasting_figure(partial(shares_figure, shown, words), edition.id, "impact_shares", words, alt=alt)


def _show_differences(edition: Edition, by_name: dict[str, Measured], words: Words) -> None:
    _title("impact.compared.differences_title", words)
    shown = [kind for kind in Kind if with_difference(by_name, kind)]
    say(difference_sentences(by_name, words), [words("impact.compared.interval")] if shown else [])
    for kind in shown:
        of_kind = with_difference(by_name, kind)
        draw, key = partial(differences_figure, of_kind, words), f"impact_differences_{kind.value}"
        alt = plain(" ".join(difference_sentences(of_kind, words)))
        show_lasting_figure(draw, edition.id, key, words, alt=alt)


def _title(key: str, words: Words) -> None:
    st.html(f'<h3 class="part-name">{escape(words(key))}</h3>')
