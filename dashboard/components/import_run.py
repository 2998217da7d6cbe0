"""The import itself with a bar that shows how far it is, and what became of it."""

import streamlit as st

from dashboard.components.go_ahead import GoAhead
from dashboard.components.letting_go import let_everything_go
from dashboard.components.plain_text import as_plain
from dashboard.components.reading import Reading
from dashboard.language import Words
from dashboard.navigation import page_file
from dashboard.workspace import choose_project, open_cursor, store
from pipelines import imports
from pipelines.domain.import_report import ImportReport, ImportStatus
from pipelines.outcomes.projects import read_projects

REPORT_KEY = "import_report"


def run_import(words: Words, reading: Reading, leave_out: bool, go_ahead: GoAhead) -> None:
    """Stores, counts again, lets go of the files and starts the page afresh with the result on top."""
    bar = st.progress(0.2, text=words("import_preview.step.store"))
    report = imports.commit(
        store(), reading.delivery, reading.registration, leave_out_refused=leave_out,
        imported_by=go_ahead.imported_by,
    )  # fmt: skip
    bar.progress(0.9, text=words("import_preview.step.clear"))
    let_everything_go()
    _remember_project(reading.project)
    bar.progress(1.0, text=words("import_preview.step.done"))
    st.session_state[REPORT_KEY] = report
    st.rerun()


def show_last_report(words: Words) -> None:
    """What became of the last import, until the next files are chosen."""
    report: ImportReport | None = st.session_state.get(REPORT_KEY)
    if report is None:
        return
    with st.container(key=f"import_report_{report.status}"):
        st.subheader(words(f"upload.result.{report.status}_title"), anchor=False)
        st.markdown(_sentence(words, report))
        if report.status is not ImportStatus.REFUSED:
            st.page_link(page_file("count_and_tell"), label=words("upload.result.link"))


def forget_report() -> None:
    st.session_state.pop(REPORT_KEY, None)


def _remember_project(name: str) -> None:
    with open_cursor() as cursor:
        ids = {project.name: project.project_id for project in read_projects(cursor)}
    if name in ids:
        choose_project(ids[name])


def _sentence(words: Words, report: ImportReport) -> str:
    project = as_plain(report.project)
    if report.status is ImportStatus.IMPORTED:
        slots = {"project": project, "import_id": report.import_id}
        sentence = words.count("upload.result.imported", report.tally.accepted, **slots)
        left_out = words.count("upload.result.left_out", report.tally.refused)
        return f"{sentence} {left_out}" if report.tally.refused else sentence
    return words(f"upload.result.{report.status}", project=project, import_id=report.import_id)
