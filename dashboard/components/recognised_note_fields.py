"""What the forms for notes share: what a note is about, whose role it is, and how a kept note is signed."""

from collections.abc import Mapping
from html import escape

import streamlit as st

from dashboard.language import Words
from dashboard.notation import day
from dashboard.sentences.names import domain_name
from pipelines.domain.note import Attribution, Explanation

WHOLE = ""
LONGEST_ROLE = 60
LONGEST_TEXT = 2000
WIDTH = 340
FORM_WIDTH = 680


def ask_about(key: str, names: Mapping[str, str], words: Words) -> str | None:
    """A life domain, or None for the project as a whole."""
    asked = st.selectbox(
        words("recognised.note.about"),
        [WHOLE, *names],
        format_func=lambda code: domain_name(code or None, names, words),
        key=f"{key}_about",
        width=WIDTH,
    )
    return asked or None


def ask_role(key: str, words: Words) -> str:
    """Empty as long as nothing is typed."""
    typed = st.text_input(
        words("recognised.note.role"),
        placeholder=words("recognised.note.role_hint"),
        max_chars=LONGEST_ROLE,
        key=f"{key}_role",
        width=WIDTH,
    )
    return typed.strip()


def ask_words(key: str, label: str, hint: str) -> str:
    """Empty as long as nothing is typed."""
    return st.text_area(label, placeholder=hint, max_chars=LONGEST_TEXT, key=f"{key}_words").strip()


def quoted_html(note: Attribution | Explanation, text: str, names: Mapping[str, str], words: Words) -> str:
    """Somebody's words in serif, and who said them about what."""
    about = domain_name(note.life_domain, names, words)
    signed = words("recognised.note.by", role=note.role, about=about, day=day(note.noted_on, words.language))
    return (
        f'<div class="stories"><figure class="beside"><blockquote>“{escape(text)}”</blockquote>'
        f"<figcaption>{escape(signed)}</figcaption></figure></div>"
    )
