"""Publiceren: what leaves the project, composed, looked at as its readers will see it, and signed by two."""

import streamlit as st

from dashboard.access import Deed, may_do
from dashboard.components.empty_page import show_no_outcomes
from dashboard.components.findings import current_findings, current_stories
from dashboard.components.notice import show_notice
from dashboard.components.part import part
from dashboard.components.project_page import open_project_page
from dashboard.components.publishing.choices import Offer, compose, forget_composition
from dashboard.components.publishing.look import look_at
from dashboard.components.publishing.published import show_published
from dashboard.components.publishing.signing import offer_proposal, offer_signature, show_just_published
from dashboard.outcome_rows import instruments
from dashboard.sentences.names import TAKING_PART, domain_names
from dashboard.workspace import current_words, data_version, open_cursor, store
from pipelines.domain.note import Explanation
from pipelines.notes import notes_of
from pipelines.outcomes.projects import read_attributes
from pipelines.publishing.proposing import proposed
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
    attributes = tuple(name for name in read_attributes(cursor, project.project_id) if name != TAKING_PART)
show_published(records, project, words)

if (waiting := proposed(store(), project)) is not None:
    offer_signature(waiting, look_at(waiting.composition, project, version, words), project, words)
    st.stop()

if not may_do(Deed.COMPOSE):
    show_notice(words("publishing.sign.nothing_waits"), "question")
    st.stop()

offer = Offer(
    attributes=attributes,
    instruments=tuple(instruments(findings.outcomes)),
    moments=findings.participation.moments,
    stories=current_stories(project.project_id, version),
    notes=notes_of(store(), project.project_id, Explanation),
    domains=domain_names(findings.outcomes, words),
)
with part("compose", words("publishing.compose.title"), [words("publishing.compose.how")]):
    chosen = compose(offer, project, words)
if chosen is not None:
    draft = look_at(chosen, project, version, words)
    if draft is not None and offer_proposal(chosen, draft, project, words):
        forget_composition(project)
        st.rerun()
