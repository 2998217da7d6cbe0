"""The entry for funders: page set-up, language, look, who reads, menu, and the screen that was asked for."""

from pathlib import Path

import streamlit as st

from dashboard.components.language_switch import language_switch, tell_browser_language
from dashboard.components.login import offer_login
from dashboard.components.trouble import in_plain_words
from dashboard.components.who_is_here import note_login, show_who_is_here
from dashboard.impact import navigation
from dashboard.impact.components.share_link import follow_link
from dashboard.impact.visitor import current_visitor
from dashboard.people import readers_audit_log
from dashboard.reader import current_words, theme_is_dark
from dashboard.style import apply_style

DASHBOARD = Path(__file__).parents[1]

st.set_page_config(layout="wide", initial_sidebar_state="collapsed")
apply_style(theme_is_dark())
for look in ("shell", "impact/impact", *(["impact/dark_on_paper"] if theme_is_dark() else [])):
    st.html(DASHBOARD / f"{look}.css")

with st.container(key="shell", horizontal=True, vertical_alignment="center"):
    menu = st.container(key="menu", horizontal=True, width="stretch")
    language_switch()
words = current_words()
page = st.navigation(navigation.screens(words), position="hidden")
tell_browser_language(words.language)

with in_plain_words(words):
    person = current_visitor().person
    with menu:
        navigation.show_menu(words, page)
    if person is None:
        offer_login(words)
    else:
        note_login(person, readers_audit_log())
        show_who_is_here(words, person)
    follow_link()
    page.run()
