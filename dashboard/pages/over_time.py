"""Blijft het? One indicator over all moments: who was measured, what changed, does it last, how soon did it come."""

import streamlit as st

from dashboard.components.empty_page import show_no_outcomes
from dashboard.components.findings import current_findings
from dashboard.components.indicator_choice import choose_outcome
from dashboard.components.over_time_course import show_calendar, show_how_soon, show_lasting
from dashboard.components.over_time_moments import pinned_outcomes, show_change, show_measured, trajectory_of
from dashboard.components.project_page import open_project_page
from dashboard.workspace import current_words, data_version

words = current_words()
project = open_project_page(words("shell.page.over_time"), words("over_time.lead"), words)
version = data_version(project)
outcomes = current_findings(project, version).outcomes
if not outcomes:
    show_no_outcomes(words)
    st.stop()

with st.container(horizontal=True, key="choices"):
    outcome = choose_outcome(outcomes, f"over_time_{project.project_id}", lambda one: one.n_improved, words)

trajectory = trajectory_of(outcome, project, version)
pinned = pinned_outcomes(trajectory, project, version)
show_measured(trajectory, outcome, words)
show_change(pinned, words)
if pinned:
    show_lasting(trajectory, outcome, project, words)
    show_how_soon(trajectory, outcome, words)
    show_calendar(trajectory, outcome, project, words)
