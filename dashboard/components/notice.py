"""A sentence that asks for attention: a line in the margin, no coloured box."""

from html import escape
from typing import Literal

import streamlit as st


def show_notice(sentence: str, kind: Literal["done", "question", "stop"]) -> None:
    role = "alert" if kind == "stop" else "status"
    st.html(f'<p class="notice notice-{kind}" role="{role}">{escape(sentence)}</p>')
