"""What the chosen files hold: read once for as long as the files and what was said about them stay the same."""

from typing import NamedTuple

import streamlit as st

from dashboard.components.reading_choices import ReadingChoices
from dashboard.language import Words
from dashboard.workspace import store
from pipelines import imports
from pipelines.domain.registration import Registration
from pipelines.ingest.cells.upload import Upload
from pipelines.ingest.fingerprint import fingerprint_of

READING_KEY = "reading"


class Reading(NamedTuple):
    """`fingerprint` names files and choices; person-level data, so kept in this session only."""

    project: str
    fingerprint: str
    registration: Registration


def read_once(words: Words, project: str, uploads: tuple[Upload, ...], choices: ReadingChoices) -> Reading:
    fingerprint = fingerprint_of(uploads, choices.instruments, choices.mapping, choices.corrections, choices.names)
    earlier: Reading | None = st.session_state.get(READING_KEY)
    if earlier and (earlier.project, earlier.fingerprint) == (project, fingerprint):
        return earlier
    with st.spinner(words("upload.reading.again" if earlier else "upload.reading.busy")):
        registration = imports.read_upload(store(), project, uploads, **choices.as_arguments())
    st.session_state[READING_KEY] = Reading(project, fingerprint, registration)
    return st.session_state[READING_KEY]


def forget_reading() -> None:
    st.session_state.pop(READING_KEY, None)
