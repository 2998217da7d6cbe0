"""What the outcomes are compared with: the comparison group, or that there is none."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from dashboard.components.chart import show_figure
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
from dashboard.reader import theme_is_dark
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
            _show_shares(by_name, edition.manifest.rules.slack, words)
            _show_differences(by_name, words)


def _show_shares(by_name: dict[str, Measured], slack: int, words: Words) -> None:
    _title("impact.compared.shares_title", words)
    say(shares_sentences(by_name, slack, words), [words("impact.compared.key")])
    if shown := with_both_shares(by_name):
        figure = shares_figure(shown, words, dark=theme_is_dark())
        show_figure(figure, "impact_shares", alt=plain(shares_alternative(shown, words)))


def _show_differences(by_name: dict[str, Measured], words: Words) -> None:
    _title("impact.compared.differences_title", words)
    shown = [kind for kind in Kind if with_difference(by_name, kind)]
    say(difference_sentences(by_name, words), [words("impact.compared.interval")] if shown else [])
    for kind in shown:
        of_kind = with_difference(by_name, kind)
        figure = differences_figure(of_kind, words, dark=theme_is_dark())
        alt = plain(" ".join(difference_sentences(of_kind, words)))
        show_figure(figure, f"impact_differences_{kind.value}", alt=alt)


def _title(key: str, words: Words) -> None:
    st.html(f'<h3 class="part-name">{escape(words(key))}</h3>')
