"""How sure we are of one outcome: short questions, each answered in words."""

from collections.abc import Sequence

import streamlit as st

from dashboard.components.findings import Findings
from dashboard.language import Words
from dashboard.sentences.certainty import (
    days_sentence,
    design_sentences,
    drop_out_here,
    eligible_sentence,
    estimate_sentence,
    mean_sentence,
    reliable_sentence,
    test_sentences,
)
from dashboard.sentences.context import missing_sentence
from dashboard.sentences.marks import as_html
from pipelines.domain.outcome import DropOut, Outcome


def show_certainty(outcome: Outcome, findings: Findings, words: Words) -> None:
    estimates = (estimate_sentence(outcome, words), eligible_sentence(outcome, words), mean_sentence(outcome, words))
    drop_out = drop_out_here(_drop_out(outcome, findings.drop_outs), outcome, words)
    n_tests = sum(other.wilcoxon is not None for other in findings.outcomes)
    answers = {
        "chance": test_sentences(outcome, n_tests, words),
        "reliable": [reliable_sentence(outcome, words)] if outcome.n_pairs else [],
        "missing": [missing_sentence(outcome, words), drop_out],
        "time": [days_sentence(outcome, words)],
        "cause": design_sentences(findings.participation, words),
    }
    st.html(_paragraphs_html(estimates) + "".join(_answer_html(key, said, words) for key, said in answers.items()))


def _drop_out(outcome: Outcome, drop_outs: Sequence[DropOut]) -> DropOut | None:
    found = (one for one in drop_outs if (one.indicator, one.rater) == (outcome.indicator, outcome.rater))
    return next(found, None)


def _answer_html(key: str, sentences: Sequence[str], words: Words) -> str:
    said = _paragraphs_html(sentences)
    return f'<h3 class="question">{words(f"life_domain.certainty.{key}")}</h3>{said}' if said else ""


def _paragraphs_html(sentences: Sequence[str]) -> str:
    return "".join(f'<p class="answer">{as_html(sentence)}</p>' for sentence in sentences if sentence)
