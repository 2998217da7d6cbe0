"""Start: what this is, which projects there are, what to do next."""

import streamlit as st

from dashboard.components.findings import current_summary
from dashboard.components.page_heading import show_heading
from dashboard.components.project_list import show_projects
from dashboard.components.steps import show_step
from dashboard.components.template_download import template_download
from dashboard.navigation import page_file
from dashboard.workspace import current_words, data_version, open_cursor
from pipelines.outcomes.projects import read_projects

words = current_words()

with open_cursor() as cursor:
    projects = read_projects(cursor)

show_heading(words("start.title"), words("start.lead"))

if projects:
    st.header(words("start.projects.title"), anchor=False)
    show_projects(words, [(project, current_summary(project, data_version(project))) for project in projects])
else:
    st.header(words("start.empty.title"), anchor=False)
    st.markdown(words("start.empty.text"))

st.header(words("start.next.title"), anchor=False)
download, fill, hand_in = st.columns(3, gap="large")
with download:
    show_step(1, words("start.next.download.title"), words("start.next.download.text"))
    template_download(words)
with fill:
    show_step(2, words("start.next.fill.title"), words("start.next.fill.text"))
with hand_in:
    show_step(3, words("start.next.hand_in.title"), words("start.next.hand_in.text"))
    st.page_link(page_file("upload"), label=words("start.next.hand_in.link"))
