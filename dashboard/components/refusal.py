"""What somebody sees instead of a page that is not theirs: why, and where they can go."""

import streamlit as st

from dashboard.language import Words
from dashboard.people import current_person, note
from pipelines.audit_log import Event
from pipelines.domain.role import Role
from pipelines.settings import read_settings

NOTED_KEY = "refusals_noted"


def show_refusal(words: Words, asked: str) -> None:
    """`asked` is the page or the deed that was refused."""
    person = current_person()
    roles = person.roles if person else frozenset()
    if roles - {Role.FUNDER}:
        _say(words, "refused")
    elif Role.FUNDER in roles:
        _lead_to_impact_app(words)
    else:
        _say(words, "no_role")
    _note(asked)


def _say(words: Words, why: str) -> None:
    """Without keys: the page may have begun when its data were refused."""
    st.title(words(f"people.{why}.title"), anchor=False)
    st.markdown(words(f"people.{why}.text"), width=736)


def _lead_to_impact_app(words: Words) -> None:
    _say(words, "funder")
    if address := read_settings().impact_app:
        st.link_button(words("people.funder.link"), address)


def _note(asked: str) -> None:
    """Once in a session for each."""
    noted: set[str] = st.session_state.setdefault(NOTED_KEY, set())
    if asked not in noted:
        note(Event.REFUSED, page=asked)
        noted.add(asked)
