"""Forgetting somebody: every trace of one participant goes, for good. Quiet, at the end, and asked twice."""

from collections.abc import Sequence

import streamlit as st

from dashboard.access import Deed
from dashboard.components.notice import show_notice
from dashboard.components.plain_text import as_plain
from dashboard.language import Words
from dashboard.notation import day
from dashboard.people import note
from dashboard.workspace import project_id_of, store
from pipelines import imports
from pipelines.audit_log import Event
from pipelines.domain.erasure import Erasure
from pipelines.domain.project import Project

ERASED_KEY = "erased"
NUMBER_KEY = "erase_number"
MOST_SHOWN = 5


def offer_erasure(words: Words, projects: Sequence[Project]) -> None:
    if not projects:
        return
    st.header(words("erasure.title"), anchor=False)
    _tell(words)
    for line in imports.erasures(store())[:MOST_SHOWN]:
        on = day(line.erased_at.date(), words.language)
        st.caption(words.count("erasure.earlier", line.n_rows, day=on, project=as_plain(line.project)))
    with st.expander(words("erasure.open"), key="erasure"):
        st.markdown(words("erasure.explanation"))
        project = st.selectbox(
            words("erasure.project"), [project.name for project in projects], key="erase_project"
        )  # fmt: skip
        number = st.text_input(words("erasure.number"), key=NUMBER_KEY).strip()
        if st.button(words("erasure.ask"), disabled=not number, key="erase"):
            _confirm(words, project, number)


def _confirm(words: Words, project: str, number: str) -> None:
    @st.dialog(words("erasure.dialog.title"))
    def ask() -> None:
        st.markdown(words("erasure.dialog.text", project=as_plain(project)))
        with st.container(horizontal=True):
            yes, no = words("erasure.dialog.confirm"), words("erasure.dialog.cancel")
            done = st.button(yes, type="primary", on_click=_erase, args=(project, number), key="erase_yes")
            if done or st.button(no, key="erase_no"):
                st.rerun()

    ask()


def _erase(project: str, number: str) -> None:
    """The number is forgotten by the page too."""
    try:
        st.session_state[ERASED_KEY] = imports.erase(store(Deed.ERASE), project, number)
    except imports.UnknownParticipant:
        st.session_state[ERASED_KEY] = None
    else:
        st.session_state[NUMBER_KEY] = ""
        note(Event.ERASURE, project_id=project_id_of(project))


def _tell(words: Words) -> None:
    """Once, right after it happened."""
    if ERASED_KEY not in st.session_state:
        return
    erasure: Erasure | None = st.session_state.pop(ERASED_KEY)
    if erasure is None:
        show_notice(words("erasure.unknown"), "question")
        return
    what = ", ".join(words.count(f"erasure.rows.{table}", n) for table, n in erasure.rows.items())
    show_notice(words("erasure.done", project=erasure.project, what=what), "done")
    if not erasure.is_rewritten:
        show_notice(words("erasure.not_rewritten"), "question")
