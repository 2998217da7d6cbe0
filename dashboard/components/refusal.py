"""What somebody sees instead of a page that is not theirs: why, and where they can go."""

import streamlit as st

from dashboard.components.page_heading import show_heading
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
        show_heading(words("people.refused.title"), words("people.refused.text"))
    elif Role.FUNDER in roles:
        _lead_to_impact_app(words)
    else:
        show_heading(words("people.no_role.title"), words("people.no_role.text"))
    _note(asked)


def _lead_to_impact_app(words: Words) -> None:
    show_heading(words("people.funder.title"), words("people.funder.text"))
    if address := read_settings().impact_app:
        st.link_button(words("people.funder.link"), address)


def _note(asked: str) -> None:
    """Once in a session for each."""
    noted: set[str] = st.session_state.setdefault(NOTED_KEY, set())
    if asked not in noted:
        note(Event.REFUSED, page=asked)
        noted.add(asked)
