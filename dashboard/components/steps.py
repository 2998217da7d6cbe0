"""Numbered steps, each with a title and a text; what belongs to a step follows under it."""

from html import escape

import streamlit as st


def show_step(number: int, title: str, text: str) -> None:
    st.html(
        f'<div class="step"><span class="step-number" aria-hidden="true">{number}</span>'
        f"<h3>{escape(title)}</h3><p>{escape(text)}</p></div>"
    )
