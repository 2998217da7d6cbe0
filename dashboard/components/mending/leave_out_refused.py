"""The choice to go on without the rows that are refused; never made for the reader."""

import streamlit as st

from dashboard.components.reading import Reading
from dashboard.language import Words
from pipelines import imports


def choose_to_leave_out(words: Words, reading: Reading) -> bool:
    """Offered only where it would help: not for a fault of a whole sheet or file."""
    registration = reading.registration
    if not registration.errors or not imports.may_be_stored(registration, leave_out_refused=True):
        return False
    n = registration.tally.refused
    chosen = st.checkbox(words.count("import_preview.leave_out", n), key=f"leave_out_{reading.fingerprint}")
    st.caption(words.count("import_preview.leave_out_note", n))
    return chosen
