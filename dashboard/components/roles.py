"""The roles: what each may do, and who has it."""

import streamlit as st

from dashboard.access import Deed, demand
from dashboard.components.table import show_table
from dashboard.language import Words
from pipelines.domain.role import Role
from pipelines.settings import read_settings


def show_what_roles_may(words: Words) -> None:
    st.header(words("people.page.roles_title"), anchor=False)
    headings = (words("people.page.role"), words("people.page.may"))
    rows = [(_name(words, role), words(f"people.may.{role}")) for role in Role]
    show_table(words("people.page.roles_caption"), headings, rows)


def show_who_has_roles(words: Words) -> None:
    demand(Deed.OVERSEE)
    people, claims = read_settings().people, read_settings().claims
    nobody = words("people.page.nobody")
    st.header(words("people.page.who_title"), anchor=False)
    headings = (
        words("people.page.role"), words("people.page.addresses"), words("people.page.groups", claim=claims.name)
    )  # fmt: skip
    rows = [
        (_name(words, role), ", ".join(getattr(people, role)) or nobody, ", ".join(getattr(claims, role)) or nobody)
        for role in Role
    ]
    show_table(words("people.page.who_caption"), headings, rows)


def _name(words: Words, role: Role) -> str:
    return words(f"people.role.{role}").capitalize()
