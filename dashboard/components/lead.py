"""What stands out, in a paragraph, before the rows; and how sure we are, after them."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from dashboard.charts.overview import overview_figure
from dashboard.components.chart import show_chart_of_all
from dashboard.components.findings import Findings
from dashboard.language import Words
from dashboard.outcome_rows import Row
from dashboard.sentences.alternatives import overview_alternative
from dashboard.sentences.certainty import design_sentences
from dashboard.sentences.lead import clear_note, count_tests, drop_out_sentence, lead_sentences
from dashboard.sentences.marks import as_html
from pipelines.domain.outcome import Outcome

FEWEST_FOR_OVERVIEW = 4


def show_lead(outcomes: Sequence[Outcome], findings: Findings, words: Words) -> None:
    """`outcomes` are those of the findings that the reader chose to see."""
    sentences = [*lead_sentences(outcomes, words), drop_out_sentence(findings.drop_outs, outcomes, words)]
    note = clear_note(outcomes, count_tests(findings.outcomes), words)
    small = f'<p class="small-print">{escape(note)}</p>' if note else ""
    st.html(f'<div class="lead"><p>{as_html(" ".join(filter(None, sentences)))}</p>{small}</div>')


def show_overview(rows: Sequence[Row], words: Words, version: str) -> None:
    """All rows at a glance, where there are enough to lose sight."""
    outcomes = [outcome for row in rows for outcome in row.outcomes if outcome.n_pairs]
    if len(outcomes) < FEWEST_FOR_OVERVIEW:
        return
    with st.container(key="overview"):
        st.html(f'<h2 class="domain-name">{escape(words("count_and_tell.overview"))}</h2>')
        show_chart_of_all(overview_figure, outcomes, words, version, alt=overview_alternative(outcomes, words))


def show_how_sure(findings: Findings, words: Words) -> None:
    """Nothing as long as nobody was measured again."""
    if findings.participation.n_with_follow_up == 0:
        return
    said = "".join(f"<p>{as_html(sentence)}</p>" for sentence in design_sentences(findings.participation, words))
    title = escape(words("count_and_tell.sure.title"))
    st.html(f'<section class="how-sure"><h2 class="domain-name">{title}</h2>{said}</section>')
