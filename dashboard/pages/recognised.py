"""Herkennen mensen dit: who recognises the outcomes and why, a question on the spot, and how people explain them."""

import streamlit as st

from dashboard.components.empty_page import show_no_outcomes
from dashboard.components.findings import current_findings
from dashboard.components.project_page import open_project_page
from dashboard.components.recognised_asking import show_asking
from dashboard.components.recognised_domains import show_domains
from dashboard.components.recognised_explanations import show_explanations
from dashboard.components.recognised_reasons import show_reasons
from dashboard.sentences.names import domain_names
from dashboard.sentences.recognised import recognised_domains
from dashboard.workspace import current_words, data_version, open_cursor
from pipelines.outcomes.recognition import read_recognition_answers

words = current_words()
project = open_project_page(words("shell.page.recognised"), words("recognised.lead"), words)
findings = current_findings(project, data_version(project))
if not findings.outcomes:
    show_no_outcomes(words)
    st.stop()

domains = recognised_domains(findings.recognition, findings.outcomes, words)
show_domains(domains, words)

with open_cursor() as cursor:
    answers = read_recognition_answers(cursor, project.project_id)
show_reasons(domains, answers, words)

show_asking(project, findings.outcomes, words)
show_explanations(project, domain_names(findings.outcomes, words), words)
