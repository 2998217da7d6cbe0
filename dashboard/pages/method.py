"""Verantwoording: what the figures mean, where they come from and what they do not say."""

import streamlit as st

from dashboard.components.chapter import show_chapter, show_contents
from dashboard.components.method_chapters import chapter_html, chapters
from dashboard.components.page_heading import show_heading
from dashboard.version import version
from dashboard.workspace import current_words

words = current_words()
titles = {chapter: words(f"method.section.{chapter}") for chapter in chapters()}

show_heading(words("method.title"), words("method.lead"))
contents, text = st.columns((1, 3), gap="large")
with contents:
    show_contents(words("method.contents"), list(titles.items()))
with text:
    for chapter, title in titles.items():
        show_chapter(chapter, title, chapter_html(words, chapter))
    st.caption(words("method.version", version=version()))
