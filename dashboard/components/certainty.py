"""How sure we are of one outcome: short questions, each answered in words."""

from collections.abc import Sequence

import streamlit as st

from dashboard.components.findings import Findings
from dashboard.language import Words
from dashboard.sentences.beside import comparison_sentence, goal_sentence, recognition_sentences
from dashboard.sentences.certainty import (
    chance_sentences,
    days_sentence,
    design_sentences,
    drop_out_here,
    eligible_sentence,
    estimate_sentence,
    mean_sentence,
    reliable_sentence,
)
from dashboard.sentences.context import missing_sentence
from dashboard.sentences.lead import count_tests
from dashboard.sentences.marks import as_html
from pipelines.domain.outcome import DropOut, Outcome
from pipelines.domain.series import series_of


def show_certainty(outcome: Outcome, findings: Findings, words: Words) -> None:
    estimates = (estimate_sentence(outcome, words), eligible_sentence(outcome, words), mean_sentence(outcome, words))
    drop_out = drop_out_here(_drop_out(outcome, findings.drop_outs), outcome, words)
    answers = {
        "chance": chance_sentences(outcome, count_tests(findings.outcomes), words),
        "reliable": [reliable_sentence(outcome, words)] if outcome.n_pairs else [],
        "missing": [missing_sentence(outcome, words), drop_out],
        "time": [days_sentence(outcome, words)],
        "goals": [goal_sentence(findings.goals, outcome.life_domain, words)],
        "recognised": recognition_sentences(findings.recognition, outcome.life_domain, words),
        "cause": _cause(outcome, findings, words),
    }
    st.html(_paragraphs_html(estimates) + "".join(_answer_html(key, said, words) for key, said in answers.items()))


def _cause(outcome: Outcome, findings: Findings, words: Words) -> list[str]:
    if outcome.n_pairs == 0:
        return []
    return [comparison_sentence(outcome, findings.compared, words), *design_sentences(findings.participation, words)]


def _drop_out(outcome: Outcome, drop_outs: Sequence[DropOut]) -> DropOut | None:
    found = (one for one in drop_outs if series_of(one) == series_of(outcome))
    return next(found, None)


def _answer_html(key: str, sentences: Sequence[str], words: Words) -> str:
    said = _paragraphs_html(sentences)
    return f'<h3 class="question">{words(f"life_domain.certainty.{key}")}</h3>{said}' if said else ""


def _paragraphs_html(sentences: Sequence[str]) -> str:
    return "".join(f'<p class="answer">{as_html(sentence)}</p>' for sentence in sentences if sentence)
