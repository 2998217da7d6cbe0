"""Who is logged in, and logging out. In local mode there is nobody to name."""

from html import escape

import streamlit as st

from dashboard.language import Words
from pipelines.audit_log import AuditLog, Event
from pipelines.domain.person import Person

NOTED_KEY = "login_noted"


def show_who_is_here(words: Words, person: Person) -> None:
    if person.login is None:
        return
    roles = words.listing([words(f"people.role.{role}") for role in sorted(person.roles)])
    said = words("people.here", name=person.name, roles=roles) if roles else person.name
    with st.container(key="who", horizontal=True, horizontal_alignment="right", vertical_alignment="center"):
        st.html(f'<p class="who">{escape(said)}</p>', width="content")
        st.button(words("people.log_out"), type="tertiary", on_click=st.logout, key="log_out")


def note_login(person: Person, log: AuditLog) -> None:
    """Once in a session."""
    if person.login is not None and not st.session_state.get(NOTED_KEY):
        log.note(Event.LOGIN, person)
        st.session_state[NOTED_KEY] = True
