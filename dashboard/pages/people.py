"""Beheer: who may do what, and who has which role."""

import streamlit as st

from dashboard.components.page_heading import show_heading
from dashboard.components.roles import show_what_roles_may, show_who_has_roles
from dashboard.people import is_served
from dashboard.workspace import current_words

words = current_words()

show_heading(words("people.page.title"), words("people.page.lead"))
st.markdown(words("people.page.served" if is_served() else "people.page.local"))
show_what_roles_may(words)
if is_served():
    show_who_has_roles(words)
