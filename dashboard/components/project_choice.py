"""For which project the files are: one that is known, or a new name."""

from collections.abc import Sequence

import streamlit as st

from dashboard.language import Words
from dashboard.workspace import chosen_project, upload_round
from pipelines.domain.project import Project

NEW = 0


def project_choice(words: Words, projects: Sequence[Project]) -> str | None:
    """The project's name; None as long as a new project has no name."""
    names = {project.project_id: project.name for project in projects} | {NEW: words("upload.project.new")}
    chosen = _known_or_new(words, names) if projects else NEW
    if chosen != NEW:
        return names[chosen]
    typed = st.text_input(
        words("upload.project.name"),
        placeholder=words("upload.project.name_hint"),
        max_chars=120,
        key=f"new_project_name_{upload_round()}",
        persist_state="session",
    )
    return " ".join(typed.split()) or None


def _known_or_new(words: Words, names: dict[int, str]) -> int:
    ids = list(names)
    known = chosen_project(ids)
    return st.selectbox(
        words("upload.project.label"),
        ids,
        index=ids.index(known) if known else 0,
        format_func=names.__getitem__,
        key=f"upload_project_{upload_round()}",
        persist_state="session",
    )
