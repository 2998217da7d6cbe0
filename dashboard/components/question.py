"""One question with its answers under it: what is asked, what the reader needs to know for it, one row of buttons."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape

import streamlit as st

from dashboard.answers.answers import Answers


def question_key(kind: str, answers: Answers, about: str) -> str:
    """The same for the same question about the same files, and of no other: a second click never answers the next one.

    Tells nothing of what stands in the files.
    """
    return f"{kind}_{answers.content[:8]}_{hashlib.sha256(about.encode()).hexdigest()[:10]}"


@contextmanager
def question(key: str, asked: str, note: str = "") -> Iterator[None]:
    """The texts are shown as they are; the answers are the widgets that the caller puts inside."""
    with st.container(key=f"question_{key}"):
        small = f'<p class="question-note">{escape(note)}</p>' if note else ""
        st.html(f'<p class="question-asked">{escape(asked)}</p>{small}')
        yield
