"""Tel en vertel: what changed per life domain, beside what residents tell about it."""

import streamlit as st

from dashboard.components.empty_page import show_no_outcomes, show_no_project
from dashboard.components.findings import current_findings, current_stories
from dashboard.components.lead import show_how_sure, show_lead, show_overview
from dashboard.components.outcome_choices import choose_moment, choose_order, choose_outcomes
from dashboard.components.outcome_row import show_row
from dashboard.components.participation_band import show_band, show_heading
from dashboard.navigation import page_file
from dashboard.outcome_rows import rows
from dashboard.workspace import current_project, current_words, data_version, open_cursor

words = current_words()
heading, chooser = st.columns([2.6, 1], gap="large", vertical_alignment="bottom")
with open_cursor() as cursor, chooser:
    project = current_project(cursor)
if project is None:
    show_no_project(words)
    st.stop()

version = data_version(project)
whole = current_findings(project, version)
with heading:
    show_heading(project, whole.participation, words)
if not whole.outcomes:
    show_no_outcomes(words)
    st.stop()

band = st.container()
with st.container(horizontal=True, key="choices"):
    findings = current_findings(project, version, choose_moment(whole.participation, words))
    outcomes = choose_outcomes(findings.outcomes, words)
    order = choose_order(words)
with band:
    show_band(findings.participation, words)
    show_lead(outcomes, findings, words)

narratives = current_stories(project.project_id, version)
shown = rows(outcomes, order)
show_overview(shown, words, version)
seen: set[int] = set()
for row in shown:
    show_row(row, project, narratives, seen, words, version)

show_how_sure(findings, words)
st.page_link(page_file("method"), label=words("count_and_tell.sure.method"))
