"""Voor wie werkt het? Groups of participants beside all others, and how many comparisons that takes."""

import streamlit as st

from dashboard.components.empty_page import show_no_outcomes
from dashboard.components.findings import current_findings
from dashboard.components.for_whom_choices import choose_attributes, offered
from dashboard.components.for_whom_groups import (
    attributes_of,
    can_be_compared,
    differences_of,
    show_comparison,
    show_no_attributes,
    show_unknown,
    show_why_not,
)
from dashboard.components.indicator_choice import choose_outcome
from dashboard.components.outcome_choices import choose_moment
from dashboard.components.project_page import open_project_page
from dashboard.workspace import current_words, data_version

words = current_words()
project = open_project_page(words("shell.page.for_whom"), words("for_whom.lead"), words)
version = data_version(project)
findings = current_findings(project, version)
if not findings.outcomes:
    show_no_outcomes(words)
    st.stop()

attributes = offered(attributes_of(project, version), findings.outcomes)
if attributes:
    with st.container(horizontal=True, key="choices"):
        attribute, crossed = choose_attributes(attributes, project, words)
        outcome = choose_outcome(findings.outcomes, f"for_whom_{project.project_id}", lambda one: one.n_pairs, words)
        moment = choose_moment(findings.participation, words)
    differences = differences_of(project, version, outcome, attribute, crossed, moment)
    if can_be_compared(differences):
        show_comparison(differences, outcome, moment, version, words)
    else:
        show_why_not(attribute, outcome, words)
else:
    show_no_attributes(words)
show_unknown(project, version, findings.participation.n_enrolled, words)
