"""Publiceren: what leaves the project, composed, looked at as its readers will see it, and signed by two."""

import streamlit as st

from dashboard.access import Deed, may_do
from dashboard.components.empty_page import show_no_outcomes
from dashboard.components.findings import current_findings
from dashboard.components.notice import show_notice
from dashboard.components.part import part
from dashboard.components.project_page import open_project_page
from dashboard.components.publishing.choices import compose, forget_composition, offer_of
from dashboard.components.publishing.look import look_at
from dashboard.components.publishing.published import show_published
from dashboard.components.publishing.signing import offer_proposal, offer_signature, show_just_published
from dashboard.impact.components.preview import show_preview
from dashboard.workspace import current_words, data_version, open_cursor, store
from pipelines.publishing.proposing import proposed
from pipelines.publishing.publish import as_seen
from pipelines.store.editions import read_editions

words = current_words()
project = open_project_page(words("shell.page.publishing"), words("publishing.lead"), words)
version = data_version(project)
findings = current_findings(project, version)
if not findings.outcomes:
    show_no_outcomes(words)
    st.stop()

show_just_published(words)
with open_cursor() as cursor:
    records = read_editions(cursor, project.project_id)
show_published(records, project, words)

if (waiting := proposed(store(), project)) is not None:
    draft = look_at(waiting.composition, project, version, words)
    if draft is not None:
        show_preview(as_seen(draft, project, waiting.composition), words("publishing.look.preview"), words)
    offer_signature(waiting, draft, project, words)
    st.stop()

if not may_do(Deed.COMPOSE):
    show_notice(words("publishing.sign.nothing_waits"), "question")
    st.stop()

with part("compose", words("publishing.compose.title"), [words("publishing.compose.how")]):
    chosen = compose(offer_of(project, findings, words), project, words)
if chosen is not None:
    draft = look_at(chosen, project, version, words)
    if draft is not None:
        show_preview(as_seen(draft, project, chosen), words("publishing.look.preview"), words)
    if draft is not None and offer_proposal(chosen, draft, project, words):
        forget_composition(project)
        st.rerun()
