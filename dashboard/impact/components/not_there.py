"""What stands there instead of an edition, and the notice that there is a newer one."""

import streamlit as st

from dashboard.components.page_heading import show_heading
from dashboard.impact.address import EDITION_KEY
from dashboard.impact.navigation import screen_file
from dashboard.impact.visitor import current_visitor
from dashboard.language import Words
from dashboard.notation import day
from pipelines.editions.edition import Edition


def show_not_there(words: Words, *, is_damaged: bool = False) -> None:
    text = words("impact.missing.unreadable" if is_damaged else "impact.missing.text")
    show_heading(words("impact.missing.title"), text)
    if current_visitor().person is None:
        st.markdown(words("impact.missing.not_logged_in"))
    st.page_link(screen_file("start"), label=words("impact.missing.back"))


def show_newer(newer: Edition | None, words: Words) -> None:
    if newer is None:
        return
    with st.container(key="newer", horizontal=True, vertical_alignment="center"):
        published = day(newer.manifest.published_at.date(), words.language)
        st.html(f'<p class="notice" role="status">{words("impact.newer.text", day=published)}</p>')
        st.page_link(screen_file("impact"), label=words("impact.newer.link"), query_params={EDITION_KEY: newer.id})
