"""A part of a page: a question as its heading, the answer in plain words, and room for the numbers under it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from html import escape

import streamlit as st

from dashboard.sentences.marks import as_html


@contextmanager
def part(key: str, title: str, sentences: Sequence[str] = (), small_print: Sequence[str] = ()) -> Iterator[None]:
    """`sentences` may hold **marks**; empty ones are passed over. What belongs under them is put inside."""
    with st.container(key=f"part_{key}"):
        said = "".join(f'<p class="sentence">{as_html(sentence)}</p>' for sentence in sentences if sentence)
        small = small_print_html(small_print)
        st.html(f'<h2 class="domain-name">{escape(title)}</h2>{said}{small}')
        yield


def say(sentences: Sequence[str], small_print: Sequence[str] = ()) -> None:
    """Sentences, with marks, and small print under them."""
    said = "".join(f'<p class="sentence">{as_html(sentence)}</p>' for sentence in sentences if sentence)
    if said or any(small_print):
        st.html(said + small_print_html(small_print))


def small_print_html(lines: Sequence[str]) -> str:
    return "".join(f'<p class="small-print">{escape(line)}</p>' for line in lines if line)
