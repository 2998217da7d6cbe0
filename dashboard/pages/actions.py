"""Wat is afgesproken en gedaan? Goals, interventions, professionals and measures, and who had what."""

from dashboard.components.actions_beside import show_beside
from dashboard.components.actions_done import show_done
from dashboard.components.actions_goals import show_goals
from dashboard.components.actions_measures import show_measures
from dashboard.components.findings import current_findings
from dashboard.components.project_page import open_project_page
from dashboard.workspace import current_words, data_version

words = current_words()
project = open_project_page(words("shell.page.actions"), words("actions.lead"), words)
version = data_version(project)
findings = current_findings(project, version)
n_enrolled = findings.participation.n_enrolled

show_goals(findings.goals, words)
show_done(project, version, n_enrolled, words)
show_measures(findings.outcomes, words, version)
show_beside(project, version, n_enrolled, words)
