"""Ask it on the spot: the outcome of one life domain in large letters, "do you recognise this?", and why.

Made for a tablet that goes round: once an answer is kept the form is empty again and says thank you.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TypeVar

import streamlit as st

from dashboard.components.note_keeping import note_round, read_back_and_keep, removal_button
from dashboard.components.part import part, say
from dashboard.components.recognised_note_fields import FORM_WIDTH, WIDTH, ask_words
from dashboard.language import Words
from dashboard.notation import day
from dashboard.sentences.change import change_sentence
from dashboard.sentences.marks import as_html
from dashboard.sentences.names import domain_name, domain_names
from dashboard.sentences.recognised import RESPONDENTS
from dashboard.workspace import store
from pipelines.domain.note import GivenRecognition, KeptNote
from pipelines.domain.outcome import Outcome
from pipelines.domain.project import Project
from pipelines.notes import notes_of

FORM = "answer"
SCORES = (1, 2, 3, 4, 5)
SENT_KEY = "recognised_sent_in_round"

Choice = TypeVar("Choice", int, str)


def show_asking(project: Project, outcomes: Sequence[Outcome], words: Words) -> None:
    paired = [outcome for outcome in outcomes if outcome.n_pairs]
    said = words("recognised.asking.how" if paired else "recognised.asking.nothing")
    with part("recognised_asking", words("recognised.asking.title"), [said]):
        if paired:
            _show_question(project, paired, words)
        _show_given(project, outcomes, words)


def _show_question(project: Project, paired: Sequence[Outcome], words: Words) -> None:
    names = domain_names(paired, words)
    asked = st.selectbox(
        words("recognised.asking.domain"),
        list(names),
        format_func=names.__getitem__,
        key=f"recognised_asked_{project.project_id}",
        persist_state="session",
        width=WIDTH,
    )
    outcome = next(outcome for outcome in paired if outcome.life_domain == asked)
    thanks = st.container(key="thanks")
    st.html(f'<p class="lead-sentence">{as_html(change_sentence(outcome, words))}</p>')
    answer = _ask(project, asked, words)
    if _has_just_answered():
        thanks.html(f'<p class="notice notice-done" role="status">{words("recognised.asking.thanks")}</p>')
    read_back_and_keep(FORM, answer, project, words)


def _has_just_answered() -> bool:
    """Between an answer that was kept and the next one that is sent."""
    this_round = note_round(FORM)
    return this_round > 0 and st.session_state.get(SENT_KEY) != this_round


def _ask(project: Project, life_domain: str, words: Words) -> GivenRecognition | None:
    """The answer on the run in which the form was sent and says all that is needed."""
    key = f"{FORM}_{project.project_id}_{life_domain}_{note_round(FORM)}"
    with st.form(f"{key}_form", border=False, enter_to_submit=False, width=FORM_WIDTH):
        score = _ask_choice("score", {score: str(score) for score in SCORES}, key, words)
        roles = {respondent: words(f"recognised.one.{respondent}") for respondent in RESPONDENTS}
        respondent = _ask_choice("respondent", roles, key, words)
        why = ask_words(key, words("recognised.asking.why"), words("recognised.asking.why_hint"))
        sent = st.form_submit_button(words("recognised.note.send"), type="primary", key=f"{key}_send")
    if not sent:
        return None
    if score is None or respondent is None:
        say([words("recognised.asking.incomplete")])
        return None
    st.session_state[SENT_KEY] = note_round(FORM)
    return GivenRecognition(respondent=respondent, life_domain=life_domain, score=score, explanation=why or None,
                            judged_on=date.today())  # fmt: skip


def _ask_choice(field: str, names: Mapping[Choice, str], key: str, words: Words) -> Choice | None:
    """Nothing is chosen to begin with."""
    return st.segmented_control(
        words(f"recognised.asking.{field}"),
        list(names),
        format_func=names.__getitem__,
        key=f"{key}_{field}",
        width="stretch",
        wrap=True,
    )


def _show_given(project: Project, outcomes: Sequence[Outcome], words: Words) -> None:
    """The answers that were given here, to take back what was a mistake."""
    kept = notes_of(store(), project.project_id, GivenRecognition)
    if not kept:
        return
    names = domain_names(outcomes, words)
    with st.expander(words.count("recognised.asking.given", len(kept)), key="given_answers_here"):
        for one in kept:
            _show_kept(one, names, words)


def _show_kept(one: KeptNote, names: dict[str, str], words: Words) -> None:
    note = one.note
    said = words("recognised.asking.kept", about=domain_name(note.life_domain, names, words),
                 who=words(f"recognised.one.{note.respondent}"), score=note.score,
                 day=day(note.judged_on, words.language))  # fmt: skip
    with st.container(key=f"kept_answer_{one.note_id}"):
        say([said])
        removal_button(one.note_id, GivenRecognition, words)
