"""Vergeleken met wat: a comparison group, the start, what comes by itself, how strong the evidence is, attribution."""

import streamlit as st

from dashboard.components.compared_attribution import show_attribution
from dashboard.components.compared_by_itself import show_by_itself
from dashboard.components.compared_ladder import show_ladder
from dashboard.components.compared_sections import read_against, show_groups
from dashboard.components.empty_page import show_no_outcomes
from dashboard.components.findings import current_findings
from dashboard.components.outcome_choices import choose_moment, choose_outcomes
from dashboard.components.project_page import open_project_page
from dashboard.sentences.lead import parts_noun
from dashboard.sentences.names import domain_names
from dashboard.workspace import current_words, data_version, read_once
from pipelines.outcomes.effect_ladder import climb
from pipelines.outcomes.regression_to_mean import read_regression_to_mean

words = current_words()
project = open_project_page(words("shell.page.compared"), words("compared.lead"), words)
version = data_version(project)
whole = current_findings(project, version)
if not whole.outcomes:
    show_no_outcomes(words)
    st.stop()

with st.container(horizontal=True, key="choices"):
    moment = choose_moment(whole.participation, words)
    outcomes = choose_outcomes(current_findings(project, version, moment).outcomes, words)
parts = parts_noun(outcomes, words)

show_groups(project, version, moment, outcomes, words)

has_comparison = whole.participation.n_comparison > 0
rises = read_once(read_regression_to_mean, project, version, moment=moment)
show_by_itself(rises, outcomes, has_comparison, words)

changes, rows = read_against(project, version, moment, outcomes) if has_comparison else ((), [])
show_ladder(climb(project.facts, outcomes, changes), rows, parts, words)

show_attribution(project, domain_names(outcomes, words), words)
