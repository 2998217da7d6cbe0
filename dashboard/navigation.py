"""The pages in menu order, and the menu: a line of links that stays in sight, on a phone too.

Some pages answer questions that belong together: they share a place in the menu, and a second line of links. Every page
is known to everybody, so that each address gives an answer; what is not allowed is not shown and does not run.
"""

import streamlit as st
from streamlit.navigation.page import Page

from dashboard.access import NotAllowed, may_open
from dashboard.language import Words
from pipelines.domain.person import Person

MENU = ("start", "count_and_tell", "understanding", "steering", "publishing", "upload", "method", "people")
SECTIONS = {
    "understanding": ("understanding", "flow", "actions", "over_time", "for_whom", "compared", "recognised"),
    "steering": ("steering", "learning"),
    "people": ("people", "audit_log", "backup"),
}
BESIDE_MENU = ("life_domain", *(page for pages in SECTIONS.values() for page in pages[1:]))
PAGES = (*MENU, *BESIDE_MENU)


def page_file(name: str) -> str:
    return f"dashboard/pages/{name}.py"


def pages(words: Words) -> list[Page]:
    return [st.Page(page_file(name), title=words(f"shell.page.{name}"), default=name == MENU[0]) for name in PAGES]


def run_if_allowed(words: Words, here: Page, person: Person) -> None:
    """Raises NotAllowed. Whoever may not open the first page is led to the first that they may, if there is one."""
    name = next(name for name in PAGES if here.title == words(f"shell.page.{name}"))
    if may_open(person, name):
        here.run()
    elif name == MENU[0] and (allowed := _allowed(person, MENU[::-1])):
        st.switch_page(page_file(allowed[0]))
    else:
        raise NotAllowed(name)


def show_menu(words: Words, here: Page, person: Person) -> None:
    """The page that is open, or the place in the menu that it belongs to, is marked by its container's key."""
    for name in _allowed(person, MENU):
        titles = [words(f"shell.page.{page}") for page in SECTIONS.get(name, (name,))]
        with st.container(key="menu_here" if here.title in titles else f"menu_{name}", width="content"):
            st.page_link(page_file(name), label=words(f"shell.page.{name}"))


def show_section(words: Words, here: Page, person: Person) -> None:
    """The pages that stand beside this one; nothing for a page that stands alone."""
    for names in SECTIONS.values():
        if here.title in [words(f"shell.page.{name}") for name in names] and (allowed := _allowed(person, names)):
            with st.container(key="section", horizontal=True):
                for name in allowed:
                    is_here = here.title == words(f"shell.page.{name}")
                    with st.container(key="section_here" if is_here else f"section_{name}", width="content"):
                        st.page_link(page_file(name), label=words(f"shell.section.{name}"))


def _allowed(person: Person, names: tuple[str, ...]) -> list[str]:
    return [name for name in names if may_open(person, name)]
