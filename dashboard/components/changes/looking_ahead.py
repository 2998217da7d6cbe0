"""What an import would change, worked out once for as long as the reading and what is registered stay the same."""

from typing import NamedTuple

import streamlit as st

from dashboard.access import Deed
from dashboard.components.reading import Reading
from dashboard.language import Words
from dashboard.workspace import store
from pipelines import imports
from pipelines.domain.erasure import ErasureRecord
from pipelines.domain.import_report import ImportRecord, Preview, Rehearsal

PREVIEWED_KEY, REHEARSED_KEY = "previewed", "rehearsed"
LARGE = 20_000  # scores: above this, working it out takes more than a few seconds


class Basis(NamedTuple):
    """What the answer rests on: the reading, what is left out of it, and what is registered already."""

    project: str
    fingerprint: str
    leave_out: bool
    history: tuple[ImportRecord, ...]
    erasures: tuple[ErasureRecord, ...]


def basis_of(reading: Reading, leave_out: bool) -> Basis:
    history, erasures = imports.history(store(), reading.project), imports.erasures(store(), reading.project)
    return Basis(reading.project, reading.fingerprint, leave_out, history, erasures)


def preview_once(words: Words, reading: Reading, basis: Basis) -> Preview:
    known: tuple[Basis, Preview] | None = st.session_state.get(PREVIEWED_KEY)
    if known and known[0] == basis:
        return known[1]
    with st.spinner(words("import_changes.comparing")):
        preview = imports.preview(store(Deed.IMPORT), reading.project, reading.registration)
    st.session_state[PREVIEWED_KEY] = (basis, preview)
    return preview


def rehearsal_once(words: Words, reading: Reading, basis: Basis) -> Rehearsal | None:
    """Worked out by itself for a small upload, behind a button for a large one; None as long as it was not pressed."""
    known: tuple[Basis, Rehearsal] | None = st.session_state.get(REHEARSED_KEY)
    if known and known[0] == basis:
        return known[1]
    is_large = len(reading.registration.observations) > LARGE
    if is_large and not st.button(words("import_changes.rehearse"), key="rehearse"):
        return None
    with st.spinner(words("import_changes.rehearsing")):
        rehearsal = imports.rehearse(
            store(Deed.IMPORT), reading.delivery, reading.registration, leave_out_refused=basis.leave_out
        )
    st.session_state[REHEARSED_KEY] = (basis, rehearsal)
    return rehearsal


def forget_what_was_worked_out() -> None:
    for key in (PREVIEWED_KEY, REHEARSED_KEY):
        st.session_state.pop(key, None)
