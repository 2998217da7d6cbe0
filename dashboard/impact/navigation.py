"""The screens of the impact app. A screen that is added to MENU stands in the menu too."""

import streamlit as st
from streamlit.navigation.page import Page

from dashboard.language import Words

MENU = ("start", "portfolio")
BESIDE_MENU = ("impact", "link")


def screen_file(name: str) -> str:
    """Seen from the entry."""
    return f"screens/{name}.py"


def screens(words: Words) -> list[Page]:
    return [
        st.Page(screen_file(name), title=words(f"impact.screen.{name}"), default=name == MENU[0])
        for name in (*MENU, *BESIDE_MENU)
    ]


def show_menu(words: Words, here: Page) -> None:
    for name in MENU:
        is_here = here.title == words(f"impact.screen.{name}")
        with st.container(key="menu_here" if is_here else f"menu_{name}", width="content"):
            st.page_link(screen_file(name), label=words(f"impact.screen.{name}"))
