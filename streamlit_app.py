"""The entry: page set-up, language, look, who is here, menu, and the page that was asked for."""

from pathlib import Path

import streamlit as st

from dashboard import navigation
from dashboard.components.language_switch import language_switch, tell_browser_language
from dashboard.components.login import show_login
from dashboard.components.store_trouble import with_store_in_plain_words
from dashboard.components.who_is_here import note_login, show_who_is_here
from dashboard.people import current_audit_log, current_person
from dashboard.style import apply_style
from dashboard.uploads_in_memory import keep_uploads_in_memory
from dashboard.workspace import current_words, theme_is_dark

keep_uploads_in_memory()
st.set_page_config(layout="wide", initial_sidebar_state="collapsed")
apply_style(theme_is_dark())
st.html(Path(__file__).parent / "dashboard" / "shell.css")

with st.container(key="shell", horizontal=True, vertical_alignment="center"):
    menu = st.container(key="menu", horizontal=True, width="stretch")
    language_switch()
words = current_words()
page = st.navigation(navigation.pages(words), position="hidden")
tell_browser_language(words.language)

with with_store_in_plain_words(words):
    person = current_person()
    if person is None:
        show_login(words)
    else:
        note_login(person, current_audit_log())
        with menu:
            navigation.show_menu(words, page, person)
        navigation.show_section(words, page, person)
        show_who_is_here(words, person)
        navigation.run_if_allowed(words, page, person)
