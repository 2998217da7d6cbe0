"""A project of which no participants are registered yet: what is missing, and where it goes."""

import streamlit as st

from dashboard.components.part import part
from dashboard.language import Words
from dashboard.navigation import page_file
from dashboard.sentences.sheets import column_name, sheet_name


def show_nobody(words: Words) -> None:
    fields = {"came": "enrolled_on", "left": "left_on", "reason": "exit_reason"}
    columns = {slot: column_name("participants", field, words) for slot, field in fields.items()}
    text = words("flow.empty.text", sheet=sheet_name("participants", words), **columns)
    with part("nobody", words("flow.empty.title"), [text]):
        st.page_link(page_file("upload"), label=words("flow.empty.link"))
