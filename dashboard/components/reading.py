"""What the chosen files hold: read once for as long as the files and what was said about them stay the same."""

from typing import NamedTuple

import streamlit as st

from dashboard.access import Deed
from dashboard.language import Words
from dashboard.workspace import store
from pipelines import imports
from pipelines.delivery import Delivery
from pipelines.domain.registration import Registration

READING_KEY = "reading"


class Reading(NamedTuple):
    """Person-level data, so kept in this session only."""

    delivery: Delivery
    fingerprint: str
    registration: Registration

    @property
    def project(self) -> str:
        return self.delivery.project


def read_once(words: Words, delivery: Delivery) -> Reading:
    fingerprint = delivery.fingerprint
    earlier: Reading | None = st.session_state.get(READING_KEY)
    if earlier and (earlier.project, earlier.fingerprint) == (delivery.project, fingerprint):
        return earlier
    with st.spinner(words("upload.reading.again" if earlier else "upload.reading.busy")):
        registration = imports.read_upload(store(Deed.IMPORT), delivery)
    st.session_state[READING_KEY] = Reading(delivery, fingerprint, registration)
    return st.session_state[READING_KEY]


def forget_reading() -> None:
    st.session_state.pop(READING_KEY, None)
