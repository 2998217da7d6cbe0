"""What a project achieves: one edition, to be read in three minutes."""

import streamlit as st

from dashboard.impact.address import asked_domain, asked_edition
from dashboard.impact.components.compared import show_compared
from dashboard.impact.components.going_there import go_to
from dashboard.impact.components.how_sure import show_how_sure
from dashboard.impact.components.life_domain import show_domains
from dashboard.impact.components.method import show_method
from dashboard.impact.components.not_there import show_newer, show_not_there
from dashboard.impact.components.opening import show_opening
from dashboard.impact.components.overview import show_overview
from dashboard.impact.components.people import show_people
from dashboard.impact.components.recognised import show_goals, show_recognised
from dashboard.impact.components.section import section, show_contents
from dashboard.impact.components.small_print import show_colophon
from dashboard.impact.components.taking_along import show_downloads
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
show_opening(edition, domains, words)
show_contents(("people", "changed", "compared", "sure", "recognised", "method", "downloads"), words)
show_people(edition, words)
with section("changed", words("impact.change.title"), [], [words("impact.change.order")]):
    show_overview(edition, domains, words)
show_domains(edition, domains, words)
show_goals(edition, domains, words)
show_compared(edition, domains, words)
show_how_sure(edition, words)
show_recognised(edition, domains, words)
show_method(edition, words)
show_downloads(edition, words)
show_colophon(edition, words)
go_to(asked_domain())
