"""Wie kwam en wie ging? From enrolling to being measured again, period by period, and why and how long."""

import streamlit as st

from dashboard.components.findings import current_findings
from dashboard.components.flow_parts.drop_out import show_drop_out
from dashboard.components.flow_parts.nobody import show_nobody
from dashboard.components.flow_parts.periods import show_periods
from dashboard.components.flow_parts.reach import show_reach
from dashboard.components.flow_parts.reasons import show_reasons
from dashboard.components.flow_parts.stay import show_stay
from dashboard.components.project_page import open_project_page
from dashboard.workspace import current_words, data_version, read_once
from pipelines.outcomes.flow import read_flow

words = current_words()
project = open_project_page(words("shell.page.flow"), words("flow.lead"), words)
version = data_version(project)
findings = current_findings(project, version)
if not findings.participation.n_enrolled:
    show_nobody(words)
    st.stop()

flow = read_once(read_flow, project, version)
show_reach(findings.participation, flow, words)
show_periods(project, version, words)
show_reasons(flow, words)
show_stay(flow, words)
show_drop_out(findings, words)
