"""What was answered on the page about the files of this round; in this session only, and gone with the round."""

import hashlib
from collections.abc import Iterable, Sequence

import streamlit as st

from dashboard.answers.answers import Answers
from dashboard.answers.mends import Mend
from dashboard.workspace import upload_round
from pipelines.ingest.cells.upload import Upload
from pipelines.ingest.mapping.column_mapping import ColumnMapping, InvalidMapping, read_mapping

ANSWERS_KEY = "answers"


def current_answers() -> Answers:
    round, answers = st.session_state.get(ANSWERS_KEY, (None, Answers()))
    return answers if round == upload_round() else Answers()


def answers_about(uploads: Sequence[Upload]) -> Answers:
    """The answers of this round. What was mended in other files is let go: other files have other cells."""
    answers, content = current_answers(), _content_of(uploads)
    if answers.content != content:
        answers = answers.model_copy(update={"content": content, "mends": (), "mistakes": ()})
        _keep(answers)
    return answers


def answer(mapping: ColumnMapping) -> None:
    """The mapping with one more answer in it; for the callback of a widget."""
    _keep(current_answers().model_copy(update={"mapping": mapping, "mapping_fault": None}))


def mend(step: Mend) -> None:
    answers = current_answers()
    _keep(answers.model_copy(update={"mends": (*answers.mends, step)}))


def take_back_mend(position: int) -> None:
    answers = current_answers()
    kept = tuple(step for at, step in enumerate(answers.mends) if at != position)
    _keep(answers.model_copy(update={"mends": kept}))


def call_mistake(value: str) -> None:
    answers = current_answers()
    _keep(answers.model_copy(update={"mistakes": (*answers.mistakes, value)}))


def take_out_names(names: Iterable[str]) -> None:
    _keep(current_answers().model_copy(update={"names": tuple(names)}))


def take_mapping(text: str | None) -> None:
    """A mapping from a file takes the place of what was answered; None begins anew."""
    answers = current_answers().model_copy(update={"mapping": ColumnMapping(), "mapping_fault": None})
    try:
        mapping = read_mapping(text) if text else ColumnMapping()
    except InvalidMapping as fault:
        _keep(answers.model_copy(update={"mapping_fault": fault.reason}))
    else:
        _keep(answers.model_copy(update={"mapping": mapping}))


def forget_answers() -> None:
    st.session_state.pop(ANSWERS_KEY, None)


def _keep(answers: Answers) -> None:
    st.session_state[ANSWERS_KEY] = (upload_round(), answers)


def _content_of(uploads: Sequence[Upload]) -> str:
    return hashlib.sha256(b"".join(hashlib.sha256(upload.content).digest() for upload in uploads)).hexdigest()
