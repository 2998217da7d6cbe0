"""The list of who is due under the project's own numbers: its file in, a workbook out, and nothing kept of either.

The finished workbook is handed over one run, the run after the file was read: then Streamlit has let go of the file,
and shows the download for as long as the page stays as it is. Session state holds it no longer than that.
"""

from typing import NamedTuple

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from dashboard.access import Deed
from dashboard.components.notice import show_notice
from dashboard.components.part import part, say
from dashboard.components.steering_due import SENTENCE_WIDTH
from dashboard.components.upload_box import hand_words_to_style
from dashboard.language import Words
from dashboard.reports.due_list import write_due_list
from dashboard.sentences.steering_due import list_notes, list_sentences, unusable_sentence
from dashboard.workspace import store
from pipelines.domain.project import Project
from pipelines.domain.steering import Steering
from pipelines.due_list import DueList, UnusableFile, write_out_due
from pipelines.ingest.cells.upload import Upload

FILE_TYPES = ["xlsx", "xlsm", "xls", "xlsb", "ods", "csv", "tsv", "txt"]
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ROUND_KEY = "due_list_round"
HANDED_OVER = "due_list_handed_over"


class Made(NamedTuple):
    """What became of a file: the list as a workbook, or why there is none."""

    found: DueList | None
    workbook: bytes
    trouble: str


def show_own_list(steering: Steering, project: Project, words: Words) -> None:
    """Offered as long as anybody is due."""
    if not steering.due:
        return
    made: Made | None = st.session_state.pop(HANDED_OVER, None)
    explanation, privacy = words("steering.list.explanation"), words("steering.list.privacy")
    with part("own_list", words("steering.list.title"), [explanation], [privacy]):
        if made is not None:
            _show_made(made, steering, words)
        if (file := _upload_box(words)) is not None:
            with st.spinner(words("steering.list.busy")):
                st.session_state[HANDED_OVER] = _make(file, steering, project, words)
            st.session_state[ROUND_KEY] = _round() + 1
            st.rerun()


def _round() -> int:
    """Part of the key of the box: with a new one Streamlit lets go of the bytes that the old one holds."""
    return st.session_state.get(ROUND_KEY, 0)


def _upload_box(words: Words) -> UploadedFile | None:
    """The box in words of our own, which shell.css puts in place of Streamlit's."""
    drop = words("steering.list.drop", megabytes=st.get_option("server.maxUploadSize"))
    with st.container(key="upload_box", width=SENTENCE_WIDTH):
        hand_words_to_style(words("steering.list.choose"), drop)
        return st.file_uploader(words("steering.list.label"), type=FILE_TYPES, key=f"due_list_file_{_round()}")


def _make(file: UploadedFile, steering: Steering, project: Project, words: Words) -> Made:
    try:
        found = write_out_due(
            store(Deed.IMPORT), project.name, Upload(name=file.name, content=file.getvalue()), steering.due
        )
    except UnusableFile as fault:
        return Made(None, b"", unusable_sentence(fault, file.name, words))
    return Made(found, write_due_list(found, steering.as_of, words) if found.lines else b"", "")


def _show_made(made: Made, steering: Steering, words: Words) -> None:
    if made.found is None:
        show_notice(made.trouble, "stop")
        return
    with st.container(key="read_back_due_list"):
        say(list_sentences(made.found, words), list_notes(made.found, words))
        if made.workbook:
            _offer(made.workbook, steering, words)


def _offer(workbook: bytes, steering: Steering, words: Words) -> None:
    st.download_button(
        words("steering.list.download"),
        data=workbook,
        file_name=words("steering.list.file_name", day=steering.as_of.isoformat()),
        mime=XLSX,
        on_click="ignore",
        type="primary",
        key="due_list_download",
    )
    say([], [words("steering.list.gone")])
