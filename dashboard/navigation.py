"""The pages in menu order, and the menu: a line of links that stays in sight, on a phone too."""

import streamlit as st
from streamlit.navigation.page import Page

from dashboard.language import Words

MENU = ("start", "count_and_tell", "upload", "method")
BESIDE_MENU = ("life_domain",)


def page_file(name: str) -> str:
    return f"dashboard/pages/{name}.py"


def pages(words: Words) -> list[Page]:
    return [
        st.Page(page_file(name), title=words(f"shell.page.{name}"), default=name == MENU[0])
        for name in (*MENU, *BESIDE_MENU)
    ]


def show_menu(words: Words, here: Page) -> None:
    """The page that is open is marked by its container's key."""
    for name in MENU:
        title = words(f"shell.page.{name}")
        with st.container(key="menu_here" if title == here.title else f"menu_{name}", width="content"):
            st.page_link(page_file(name), label=title)
