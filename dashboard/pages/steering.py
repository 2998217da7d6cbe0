"""Bijsturen: what asks for attention now, so that somebody can do something about it this week."""

import streamlit as st

from dashboard.components.findings import current_findings
from dashboard.components.part import say
from dashboard.components.project_page import open_project_page
from dashboard.components.steering_back import show_back
from dashboard.components.steering_due import show_due
from dashboard.components.steering_list import show_own_list
from dashboard.components.steering_registered import show_behind, show_missing
from dashboard.sentences.steering import as_of_line
from dashboard.workspace import current_words, data_version

words = current_words()
project = open_project_page(words("steering.title"), words("steering.lead"), words)
version = data_version(project)
day_of_asking = st.container()
steering = show_due(project, version, words)
with day_of_asking:
    say([], [as_of_line(project, steering.as_of, words)])

show_own_list(steering, project, words)
show_back(current_findings(project, version).outcomes, project, words, version)
show_behind(steering, words)
show_missing(steering, project, words)
