"""The entry for funders: page set-up, language, look, menu, and the screen that was asked for."""

from pathlib import Path

import streamlit as st

from dashboard.components.language_switch import language_switch, tell_browser_language
from dashboard.impact import navigation
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
with menu:
    navigation.show_menu(words, page)
tell_browser_language(words.language)
page.run()
