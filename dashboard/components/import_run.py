"""The import itself with a bar that shows how far it is, and what became of it."""

import streamlit as st

from dashboard.access import Deed
from dashboard.components.go_ahead import GoAhead
from dashboard.components.letting_go import let_everything_go
from dashboard.components.plain_text import as_plain
from dashboard.components.reading import Reading
from dashboard.language import Words
from dashboard.navigation import page_file
from dashboard.people import note
from dashboard.workspace import choose_project, project_id_of, store
from pipelines import imports
from pipelines.audit_log import Event
from pipelines.domain.import_report import ImportReport, ImportStatus

REPORT_KEY = "import_report"


def run_import(words: Words, reading: Reading, leave_out: bool, go_ahead: GoAhead) -> None:
    """Stores, counts again, lets go of the files and starts the page afresh with the result on top."""
    bar = st.progress(0.2, text=words("import_preview.step.store"))
    report = imports.commit(
        store(Deed.IMPORT), reading.delivery, reading.registration, leave_out_refused=leave_out,
        imported_by=go_ahead.imported_by,
    )  # fmt: skip
    _note(report)
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


def _note(report: ImportReport) -> None:
    if report.status is ImportStatus.IMPORTED:
        note(Event.IMPORT, project_id=project_id_of(report.project), import_id=report.import_id)


def _remember_project(name: str) -> None:
    if (project_id := project_id_of(name)) is not None:
        choose_project(project_id)


def _sentence(words: Words, report: ImportReport) -> str:
    project = as_plain(report.project)
    if report.status is ImportStatus.IMPORTED:
        slots = {"project": project, "import_id": report.import_id}
        sentence = words.count("upload.result.imported", report.tally.accepted, **slots)
        left_out = words.count("upload.result.left_out", report.tally.refused)
        return f"{sentence} {left_out}" if report.tally.refused else sentence
    return words(f"upload.result.{report.status}", project=project, import_id=report.import_id)
