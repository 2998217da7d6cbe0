"""Everything there is to say about one outcome: how everybody moved, where they stood, and how sure we are."""

from html import escape

import streamlit as st

from dashboard.charts.certainty import certainty_figure
from dashboard.charts.distribution import distribution_figure
from dashboard.charts.flow import flow_figure
from dashboard.charts.moves import can_flow
from dashboard.charts.row import row_figure
from dashboard.components.certainty import show_certainty
from dashboard.components.chart import show_chart
from dashboard.components.findings import Findings
from dashboard.components.outcome_row import instrument_html, small_print_html
from dashboard.components.transition_table import show_transitions
from dashboard.language import Words
from dashboard.outcome_rows import Row
from dashboard.sentences.alternatives import certainty_alternative, levels_alternative, row_alternative
from dashboard.sentences.certainty import reliance_sentences
from dashboard.sentences.change import change_sentence
from dashboard.sentences.marks import as_html
from pipelines.domain.outcome import Outcome


def show_outcome_detail(outcome: Outcome, row: Row, findings: Findings, words: Words) -> None:
    with st.container(key=f"detail_{outcome.instrument}_{outcome.indicator}_{outcome.rater}"):
        sentence = f'<p class="lead-sentence">{as_html(change_sentence(outcome, words))}</p>'
        st.html(instrument_html(outcome, row, words) + sentence)
        moved, sure = st.columns([1.12, 1], gap="large")
        with moved:
            if outcome.n_pairs:
                _show_movement(outcome, words, findings.version)
        with sure:
            if outcome.n_pairs:
                _show_title("certainty", words)
                alt = certainty_alternative(outcome, words)
                show_chart(certainty_figure, outcome, words, findings.version, alt=alt)
            show_certainty(outcome, findings, words)
        if can_flow(outcome):
            _show_title("transitions", words)
            show_transitions(outcome, words)


def _show_movement(outcome: Outcome, words: Words, version: str) -> None:
    st.html(small_print_html(outcome, words))
    if not can_flow(outcome):
        show_chart(row_figure, outcome, words, version, alt=row_alternative(outcome, words))
        return
    _show_title("flow", words)
    st.html(f'<p class="small-print">{escape(words("life_domain.flow.explained"))}</p>')
    show_chart(flow_figure, outcome, words, version, alt=row_alternative(outcome, words))
    _show_title("distribution", words)
    show_chart(distribution_figure, outcome, words, version, alt=levels_alternative(outcome, words))
    for sentence in reliance_sentences(outcome, words):
        st.html(f'<p class="answer">{as_html(sentence)}</p>')


def _show_title(part: str, words: Words) -> None:
    st.html(f'<h2 class="part-name">{escape(words(f"life_domain.{part}.title"))}</h2>')
