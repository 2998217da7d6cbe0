"""Wat leren we?: the learning log, from what was seen to what was changed."""

from dashboard.components.findings import current_findings
from dashboard.components.learning_form import show_form
from dashboard.components.learning_log import kept_lessons, show_log
from dashboard.components.project_page import open_project_page
from dashboard.sentences.names import domain_names
from dashboard.workspace import current_words, data_version

words = current_words()
project = open_project_page(words("learning.title"), words("learning.lead"), words)
outcomes = current_findings(project, data_version(project)).outcomes
names = domain_names(outcomes, words)
lessons = kept_lessons(project)

show_form(project, names, words, is_open=not lessons)
show_log(lessons, outcomes, names, project, words)
