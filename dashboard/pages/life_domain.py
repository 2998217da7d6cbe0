"""One life domain: how everybody moved, how sure we are, and all stories."""

import streamlit as st

from dashboard.components.domain_stories import show_stories
from dashboard.components.findings import current_findings, current_stories
from dashboard.components.outcome_choices import choose_moment, choose_outcomes
from dashboard.components.outcome_detail import show_outcome_detail
from dashboard.components.outcome_row import DOMAIN_KEY
from dashboard.components.participation_band import show_domain_heading
from dashboard.navigation import page_file
from dashboard.outcome_rows import rows
from dashboard.workspace import PROJECT_KEY, current_project, current_words, data_version, open_cursor

words = current_words()
asked = st.query_params.get(DOMAIN_KEY)
heading, chooser = st.columns([2.6, 1], gap="large", vertical_alignment="bottom")
with open_cursor() as cursor, chooser:
    project = current_project(cursor)
if project is None:
    st.switch_page(page_file("count_and_tell"))

version = data_version(project)
whole = current_findings(project, version)
with st.container(horizontal=True, key="choices"):
    findings = current_findings(project, version, choose_moment(whole.participation, words))
    outcomes = choose_outcomes(findings.outcomes, words)
row = next((row for row in rows(outcomes, "instrument") if row.life_domain == asked), None)

with heading:
    st.page_link(page_file("count_and_tell"), label=words("life_domain.back"), icon=":material/arrow_back:",
                 query_params={PROJECT_KEY: str(project.project_id)})  # fmt: skip
    show_domain_heading(row, project, words)
if row is None:
    st.markdown(words("life_domain.unknown"))
    st.stop()

for outcome in row.outcomes:
    show_outcome_detail(outcome, row, findings, words)
show_stories(row, current_stories(project.project_id, version), words)
