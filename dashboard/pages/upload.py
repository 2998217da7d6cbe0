"""Aanleveren: choose files, answer what was not recognised, mend what is not right, import, and look back."""

import streamlit as st

from dashboard.components.changes.section import show_changes
from dashboard.components.current_answers import answers_about
from dashboard.components.erasure import offer_erasure
from dashboard.components.go_ahead import ask_go_ahead
from dashboard.components.import_history import show_history
from dashboard.components.import_run import forget_report, run_import, show_last_report
from dashboard.components.mending.section import show_mending
from dashboard.components.notice import show_notice
from dashboard.components.page_heading import show_heading
from dashboard.components.project_choice import project_choice
from dashboard.components.reading import read_once
from dashboard.components.reading_choices import delivery_of
from dashboard.components.recognised import show_recognised
from dashboard.components.road import road_step
from dashboard.components.upload_box import show_where_to_begin, upload_box
from dashboard.workspace import current_words, open_cursor, store
from pipelines import imports
from pipelines.outcomes.projects import read_projects

words = current_words()
with open_cursor() as cursor:
    projects = read_projects(cursor)

show_heading(words("upload.title"), words("upload.lead"))
result = st.container()
with road_step(1, words("upload.step.files")):
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
    answers = answers_about(uploads)
    reading = read_once(words, delivery_of(project, uploads, answers))
    with road_step(2, words("import_recognised.title")):
        n_open = show_recognised(words, reading, answers)
    if standing := imports.find_unchanged(store(), reading.delivery):
        show_notice(words("import_preview.already", import_id=standing.import_id), "done")
    else:
        with road_step(3, words("import_mending.title")):
            leave_out = show_mending(words, reading, answers, n_open)
        with road_step(4, words("import_preview.title", project=project)):
            possible = show_changes(words, reading, leave_out, n_open)
        with road_step(5, words("import_preview.import")):
            if go_ahead := ask_go_ahead(words, reading, answers, possible=possible):
                run_import(words, reading, leave_out, go_ahead)

show_history(words)
offer_erasure(words, projects)
