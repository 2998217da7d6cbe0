"""The outcomes before and after: worked out in a transaction that is taken back, and kept for this session."""

from typing import NamedTuple

import streamlit as st

from dashboard.components.reading import Reading
from dashboard.components.reading_choices import ReadingChoices
from dashboard.language import Words
from dashboard.workspace import store
from pipelines import imports
from pipelines.domain.import_report import Rehearsal
from pipelines.ingest.cells.upload import Upload

REHEARSED_KEY = "rehearsed"
LARGE = 20_000  # scores: above this, working it out takes more than a few seconds


class Rehearsed(NamedTuple):
    fingerprint: str
    leave_out: bool
    rehearsal: Rehearsal


def rehearsal_once(
    words: Words, uploads: tuple[Upload, ...], reading: Reading, choices: ReadingChoices, leave_out: bool
) -> Rehearsal | None:
    """Worked out by itself for a small upload, behind a button for a large one; None as long as it was not pressed."""
    known: Rehearsed | None = st.session_state.get(REHEARSED_KEY)
    if known and (known.fingerprint, known.leave_out) == (reading.fingerprint, leave_out):
        return known.rehearsal
    is_large = len(reading.registration.observations) > LARGE
    if is_large and not st.button(words("import_changes.rehearse"), key="rehearse"):
        return None
    with st.spinner(words("import_changes.rehearsing")):
        rehearsal = imports.rehearse(
            store(), reading.project, uploads, reading.registration, leave_out_refused=leave_out,
            **choices.as_arguments(),
        )  # fmt: skip
    st.session_state[REHEARSED_KEY] = Rehearsed(reading.fingerprint, leave_out, rehearsal)
    return rehearsal


def forget_rehearsal() -> None:
    st.session_state.pop(REHEARSED_KEY, None)
