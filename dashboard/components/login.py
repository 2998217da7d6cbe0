"""The page for somebody of whom it is not known who they are."""

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
