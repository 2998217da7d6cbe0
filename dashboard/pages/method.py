"""Verantwoording: what the figures mean, where they come from and what they do not say."""

import streamlit as st

from dashboard.components.chapter import show_chapter, show_contents
from dashboard.components.method_chapters import chapter_html, chapters
from dashboard.version import version
from dashboard.workspace import current_words

words = current_words()
titles = {chapter: words(f"method.section.{chapter}") for chapter in chapters()}

st.title(words("method.title"), anchor=False)
st.markdown(words("method.lead"))
show_contents(words("method.contents"), list(titles.items()))
for chapter, title in titles.items():
    show_chapter(chapter, title, chapter_html(words, chapter))
st.caption(words("method.version", version=version()))
