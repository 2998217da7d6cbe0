"""The pages in menu order, and the menu: a line of links that stays in sight, on a phone too.

Some pages answer questions that belong together: they share a place in the menu, and a second line of links.
"""

import streamlit as st
from streamlit.navigation.page import Page

from dashboard.language import Words

MENU = ("start", "count_and_tell", "understanding", "steering", "publishing", "upload", "method")
SECTIONS = {
    "understanding": ("understanding", "flow", "actions", "over_time", "for_whom", "compared", "recognised"),
    "steering": ("steering", "learning"),
}
BESIDE_MENU = ("life_domain", *(page for pages in SECTIONS.values() for page in pages[1:]))


def page_file(name: str) -> str:
    return f"dashboard/pages/{name}.py"


def pages(words: Words) -> list[Page]:
    return [
        st.Page(page_file(name), title=words(f"shell.page.{name}"), default=name == MENU[0])
        for name in (*MENU, *BESIDE_MENU)
    ]


def show_menu(words: Words, here: Page) -> None:
    """The page that is open, or the place in the menu that it belongs to, is marked by its container's key."""
    for name in MENU:
        titles = [words(f"shell.page.{page}") for page in SECTIONS.get(name, (name,))]
        with st.container(key="menu_here" if here.title in titles else f"menu_{name}", width="content"):
            st.page_link(page_file(name), label=words(f"shell.page.{name}"))


def show_section(words: Words, here: Page) -> None:
    """The pages that stand beside this one; nothing for a page that stands alone."""
    for names in SECTIONS.values():
        if here.title in [words(f"shell.page.{name}") for name in names]:
            with st.container(key="section", horizontal=True):
                for name in names:
                    is_here = here.title == words(f"shell.page.{name}")
                    with st.container(key="section_here" if is_here else f"section_{name}", width="content"):
                        st.page_link(page_file(name), label=words(f"shell.section.{name}"))
