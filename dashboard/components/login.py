"""Logging in: a page for where nothing is shown without it, a button beside what anybody may read."""

import streamlit as st

from dashboard.components.notice import show_notice
from dashboard.components.page_heading import show_heading
from dashboard.language import Words
from dashboard.people import can_log_in


def show_login(words: Words) -> None:
    show_heading(words("people.login.title"), words("people.login.lead"))
    if can_log_in():
        st.button(words("people.login.button"), type="primary", on_click=st.login, key="log_in")
        st.caption(words("people.login.what_is_kept"))
    else:
        show_notice(words("people.login.not_set_up"), "stop")


def offer_login(words: Words) -> None:
    """Nothing as long as logging in was not set up."""
    if can_log_in():
        with st.container(key="who", horizontal=True, horizontal_alignment="right"):
            st.button(words("people.login.button"), type="tertiary", on_click=st.login, key="log_in")
