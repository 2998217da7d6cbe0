"""From what somebody typed to a note that is kept: first it is read back, without names, and then confirmed.

The writer sees what was taken out; what is kept holds none of it.
"""

from html import escape

import streamlit as st

from dashboard.access import Deed
from dashboard.components.part import say
from dashboard.language import Words
from dashboard.workspace import store
from pipelines import notes
from pipelines.domain.note import Note
from pipelines.domain.project import Project


def note_round(key: str) -> int:
    """Part of the keys of a form's widgets: once its note is kept the form is empty again."""
    return st.session_state.get(f"note_round_{key}", 0)


def read_back_and_keep(key: str, submitted: Note | None, project: Project, words: Words) -> None:
    """`submitted` is the note on the run in which its form was sent, else None."""
    draft_key = f"note_draft_{key}_{project.project_id}"
    if submitted is not None:
        with st.spinner(words("notes.reading")):
            st.session_state[draft_key] = notes.clean_note(store(Deed.KEEP_NOTES), project.name, submitted)
        if not any(_typed(submitted)):
            _keep(key, draft_key, project)
    if (draft := st.session_state.get(draft_key)) is None:
        return
    with st.container(key=f"read_back_{key}"):
        _show_draft(draft, words)
        with st.container(horizontal=True):
            if st.button(words("notes.keep"), type="primary", key=f"keep_{key}"):
                _keep(key, draft_key, project)
            if st.button(words("notes.drop"), key=f"drop_{key}"):
                del st.session_state[draft_key]
                st.rerun()


def removal_button(note_id: int, kind: type[Note], words: Words) -> None:
    """Two clicks: the second says that it cannot be undone."""
    asked = f"removal_asked_{kind.__name__}_{note_id}"
    if not st.session_state.get(asked):
        if st.button(words("notes.remove"), key=f"remove_{kind.__name__}_{note_id}", type="tertiary"):
            st.session_state[asked] = True
            st.rerun()
        return
    with st.container(horizontal=True):
        if st.button(words("notes.remove_for_good"), key=f"remove_for_good_{kind.__name__}_{note_id}"):
            notes.remove(store(Deed.KEEP_NOTES), kind, note_id)
            del st.session_state[asked]
            st.rerun()
        if st.button(words("notes.leave_it"), key=f"leave_{kind.__name__}_{note_id}", type="tertiary"):
            del st.session_state[asked]
            st.rerun()


def _show_draft(draft: notes.CleanedNote, words: Words) -> None:
    quoted = "".join(f"<blockquote>{escape(text)}</blockquote>" for text in _typed(draft.note))
    st.html(f'<p class="small-print">{escape(words("notes.as_kept"))}</p>{quoted}')
    if draft.taken_out:
        taken = ", ".join(f"{word} ({kind})" for kind, word in draft.taken_out)
        say([words("notes.taken_out", taken=taken)])
    say([words("notes.look_once_more")])


def _typed(note: Note) -> list[str]:
    """What somebody typed, the role last."""
    fields = (*notes.FREE_TEXTS[type(note)], *notes.SHORT_TEXTS)
    return [text for field in fields if (text := getattr(note, field, None))]


def _keep(key: str, draft_key: str, project: Project) -> None:
    notes.keep_note(store(Deed.KEEP_NOTES), project.name, st.session_state[draft_key].note)
    _begin_anew(key, draft_key)


def _begin_anew(key: str, draft_key: str) -> None:
    del st.session_state[draft_key]
    st.session_state[f"note_round_{key}"] = note_round(key) + 1
    st.rerun()
