"""What stands there when a share link opens nothing: why, and what to do."""

import streamlit as st

from dashboard.components.page_heading import show_heading
from dashboard.impact.components.share_link import why_refused
from dashboard.impact.navigation import screen_file
from dashboard.reader import current_words

why = why_refused()
if why is None:
    st.switch_page(screen_file("start"))

words = current_words()
show_heading(words(f"impact.link.{why}.title"), words(f"impact.link.{why}.text"))
st.page_link(screen_file("start"), label=words("impact.missing.back"))
