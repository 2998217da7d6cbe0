"""The entry: page set-up, language, menu, and the page that was asked for."""

import streamlit as st

from dashboard import navigation
from dashboard.components.language_switch import language_switch
from dashboard.workspace import current_words

st.set_page_config(layout="wide", initial_sidebar_state="collapsed")

with st.container(horizontal=True, horizontal_alignment="distribute", key="shell"):
    menu = st.container(key="menu_place")
    language_switch()
words = current_words()
page = st.navigation(navigation.pages(words), position="hidden")
with menu:
    navigation.show_menu(words)
page.run()
