"""The entry: page set-up, language, look, menu, and the page that was asked for."""

from pathlib import Path

import streamlit as st

from dashboard import navigation
from dashboard.components.language_switch import language_switch, tell_browser_language
from dashboard.components.trouble import show_trouble
from dashboard.style import apply_style
from dashboard.uploads_in_memory import keep_uploads_in_memory
from dashboard.workspace import current_words, theme_is_dark
from pipelines.store.key import KeyUnavailable
from pipelines.store.store import StoreUnavailable

keep_uploads_in_memory()
st.set_page_config(layout="wide", initial_sidebar_state="collapsed")
apply_style(theme_is_dark())
st.html(Path(__file__).parent / "dashboard" / "shell.css")

with st.container(key="shell", horizontal=True, vertical_alignment="center"):
    menu = st.container(key="menu", horizontal=True, width="stretch")
    language_switch()
words = current_words()
page = st.navigation(navigation.pages(words), position="hidden")
with menu:
    navigation.show_menu(words, page)
navigation.show_section(words, page)
tell_browser_language(words.language)

try:
    page.run()
except (StoreUnavailable, KeyUnavailable) as trouble:
    show_trouble(words, trouble)
