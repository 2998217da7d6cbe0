"""Per life domain what was measured, and beside it who recognises it; where people disagree comes first."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from dashboard.charts.recognised import measured_figure, recognition_figure
from dashboard.components.chart import show_figure
from dashboard.components.part import part, say
from dashboard.language import Words
from dashboard.navigation import page_file
from dashboard.sentences.change import change_sentence
from dashboard.sentences.marks import as_html, plain
from dashboard.sentences.recognised import (
    RecognisedDomain,
    domain_notes,
    few_answers,
    gap_sentence,
    recognised_sentences,
    recognition_alternative,
    recognition_sentence,
)
from dashboard.sentences.sheets import sheet_name
from dashboard.workspace import theme_is_dark
from pipelines.domain.outcome import Outcome


def show_domains(domains: Sequence[RecognisedDomain], words: Words) -> None:
    title = words("recognised.domains.title")
    if not domains:
        _show_empty(title, words)
        return
    notes = [words(f"recognised.domains.{note}") for note in ("means", "who_answered")]
    with part("recognised_domains", title, recognised_sentences(domains, words), notes):
        for domain in domains:
            _show_domain(domain, words)


def _show_empty(title: str, words: Words) -> None:
    said = words("recognised.domains.empty", sheet=sheet_name("recognition", words))
    with part("recognised_domains", title, [said]):
        st.page_link(page_file("upload"), label=words("recognised.domains.link"))


def _show_domain(domain: RecognisedDomain, words: Words) -> None:
    with st.container(key=f"domain_row_recognised_{domain.life_domain}"):
        counted, recognised = st.columns([1, 1], gap="large")
        with counted:
            st.html(f'<h3 class="domain-name">{escape(domain.name)}</h3>{_measured_html(domain.outcome, words)}')
            if domain.outcome is not None and domain.outcome.n_pairs:
                _show_measured(domain.outcome, words)
        with recognised:
            say([f"{recognition_sentence(domain, words)} {gap_sentence(domain, words)}"])
            figure = recognition_figure(domain, words, dark=theme_is_dark())
            show_figure(figure, f"recognised_{domain.life_domain}", alt=recognition_alternative(domain, words))
            say([], domain_notes(domain, words))
            if few := few_answers(domain, words):
                st.html(f'<p class="few-people">{escape(few)}</p>')


def _measured_html(outcome: Outcome | None, words: Words) -> str:
    said = words("recognised.domains.unmeasured") if outcome is None else change_sentence(outcome, words)
    return f'<p class="sentence">{as_html(said)}</p>'


def _show_measured(outcome: Outcome, words: Words) -> None:
    figure = measured_figure(outcome, words, dark=theme_is_dark())
    show_figure(figure, f"measured_{outcome.life_domain}", alt=plain(change_sentence(outcome, words)))
