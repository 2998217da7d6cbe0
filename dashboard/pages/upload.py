"""Aanleveren: choose files, see what was recognised and what is not right, import, and look back."""

import streamlit as st

from dashboard.components.import_history import show_history
from dashboard.components.import_preview import ask_go_ahead
from dashboard.components.import_run import forget_report, run_import, show_last_report
from dashboard.components.issue_list import show_issues
from dashboard.components.notice import show_notice
from dashboard.components.page_heading import show_heading
from dashboard.components.project_choice import project_choice
from dashboard.components.reading import read_once
from dashboard.components.reading_choices import current_reading_choices, show_reading_choices
from dashboard.components.recognised import show_recognised
from dashboard.components.upload_box import show_where_to_begin, upload_box
from dashboard.workspace import current_words, open_cursor
from pipelines.outcomes.projects import read_projects

words = current_words()
with open_cursor() as cursor:
    projects = read_projects(cursor)

show_heading(words("upload.title"), words("upload.lead"))
result = st.container()
project = project_choice(words, projects)
uploads = upload_box(words)

if not uploads:
    with result:
        show_last_report(words)
    show_where_to_begin(words)
elif project is None:
    forget_report()
    show_notice(words("upload.project.name_first"), "question")
else:
    forget_report()
    choices = current_reading_choices()
    reading = read_once(words, project, uploads, choices)
    show_recognised(words, reading.registration)
    asked = any(issue.code == "ambiguous_instrument" for issue in reading.registration.issues)
    show_reading_choices(words, choices, instrument_asked=asked or bool(choices.instruments))
    show_issues(words, reading.registration.issues)
    if go_ahead := ask_go_ahead(words, reading):
        run_import(words, uploads, reading, choices, go_ahead)

show_history(words)
