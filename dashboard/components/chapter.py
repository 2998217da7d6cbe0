"""The parts of a long text: chapters with an anchor, a list of them, and what stands in them."""

from collections.abc import Iterable, Sequence
from html import escape

import streamlit as st

Entry = tuple[str, str]


def show_contents(label: str, chapters: Sequence[Entry]) -> None:
    """Links to the chapters: (anchor, title)."""
    links = "".join(f'<li><a href="#{anchor}">{escape(title)}</a></li>' for anchor, title in chapters)
    with st.container(key="contents"):
        st.html(f'<nav class="contents" aria-label="{escape(label)}"><ul>{links}</ul></nav>')


def show_chapter(anchor: str, title: str, body: str) -> None:
    """The body is HTML made by this module or by table.py."""
    st.html(f'<section class="chapter" id="{anchor}"><h2>{escape(title)}</h2>{body}</section>')


def paragraphs(texts: Iterable[str]) -> str:
    return "".join(f"<p>{escape(text)}</p>" for text in texts)


def bullets(texts: Iterable[str]) -> str:
    return f'<ul class="plain-list">{"".join(f"<li>{escape(text)}</li>" for text in texts)}</ul>'


def definitions(entries: Iterable[Entry]) -> str:
    """Word and meaning, side by side."""
    pairs = "".join(f"<div><dt>{escape(word)}</dt><dd>{escape(meaning)}</dd></div>" for word, meaning in entries)
    return f'<dl class="definitions">{pairs}</dl>'


def rule(title: str, text: str, formula_label: str, formula: str | None) -> str:
    """A rule of counting in plain words; its formula, for who wants it, in small print."""
    shown = f'<p class="formula"><span>{escape(formula_label)}</span> {escape(formula)}</p>' if formula else ""
    return f'<div class="rule"><h3>{escape(title)}</h3><p>{escape(text)}</p>{shown}</div>'


def folded(title: str, note: str, *parts: str) -> str:
    """Opens on a click or with the keyboard."""
    return (
        f"<details><summary><strong>{escape(title)}</strong> <span>{escape(note)}</span></summary>"
        f"{''.join(parts)}</details>"
    )
