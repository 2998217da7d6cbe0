"""A part of the page with an anchor of its own: its title, what it says, and room for the rest under it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from html import escape

import streamlit as st

from dashboard.components.part import small_print_html
from dashboard.language import Words
from dashboard.sentences.marks import as_html


@contextmanager
def section(anchor: str, title: str, sentences: Sequence[str] = (), small_print: Sequence[str] = ()) -> Iterator[None]:
    """`sentences` may hold **marks**; empty ones are passed over."""
    with st.container(key=f"part_{anchor}"):
        heading = f'<h2 class="section-title" id="{escape(anchor)}" tabindex="-1">{escape(title)}</h2>'
        st.html(heading + paragraphs(sentences) + small_print_html(small_print))
        yield


def paragraphs(sentences: Sequence[str], style: str = "sentence") -> str:
    return "".join(f'<p class="{style}">{as_html(sentence)}</p>' for sentence in sentences if sentence)


def show_contents(anchors: Sequence[str], words: Words) -> None:
    """Links to the sections, for the eye and the keyboard."""
    links = "".join(
        f'<li><a href="#{anchor}">{escape(words(f"impact.contents.{anchor}"))}</a></li>' for anchor in anchors
    )
    st.html(f'<nav class="on-this-page" aria-label="{escape(words("impact.contents.label"))}"><ul>{links}</ul></nav>')
