"""Begrijpen: the questions behind the outcomes, each with a first answer and the way to the rest."""

import streamlit as st

from dashboard.components.findings import current_findings
from dashboard.components.first_answers import first_answers
from dashboard.components.part import say
from dashboard.components.project_page import open_project_page
from dashboard.navigation import page_file
from dashboard.workspace import PROJECT_KEY, current_words, data_version

words = current_words()
project = open_project_page(words("shell.page.understanding"), words("understanding.lead"), words)
findings = current_findings(project, data_version(project))

for page, answer in first_answers(project, findings, words).items():
    with st.container(key=f"answer_line_{page}", gap="xxsmall"):
        question, asked = words(f"shell.page.{page}"), {PROJECT_KEY: str(project.project_id)}
        st.page_link(page_file(page), label=question, query_params=asked)
        say([answer])
