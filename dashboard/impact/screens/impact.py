"""What a project achieves: one edition, to be read in three minutes."""

import streamlit as st

from dashboard.impact.address import asked_domain, asked_edition
from dashboard.impact.components.going_there import go_to
from dashboard.impact.components.not_there import show_newer, show_not_there
from dashboard.impact.components.small_print import show_colophon
from dashboard.impact.components.taking_along import show_downloads
from dashboard.impact.components.whole_page import show_whole_page
from dashboard.impact.domains import domains_of
from dashboard.impact.library import newer_edition, open_edition
from dashboard.reader import current_words
from pipelines.editions.bundle import EditionUnreadable

words = current_words()
try:
    edition = open_edition(asked_edition() or "")
except EditionUnreadable:
    show_not_there(words, is_damaged=True)
    st.stop()
if edition is None:
    show_not_there(words)
    st.stop()

domains = domains_of(edition, words)
show_newer(newer_edition(edition), words)
show_whole_page(edition, domains, words, "downloads")
show_downloads(edition, words)
show_colophon(edition, words)
go_to(asked_domain())
