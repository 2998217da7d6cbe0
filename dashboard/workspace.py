"""The store and the choices of this session: with the components the only user of Streamlit's caches and state."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TypeVar

import streamlit as st

from dashboard.access import Deed, demand
from dashboard.reader import current_words as current_words
from dashboard.reader import theme_is_dark as theme_is_dark
from pipelines.domain.project import Project
from pipelines.models.opening import open_store
from pipelines.outcomes.projects import read_projects
from pipelines.settings import read_settings
from pipelines.store.history import find_project, read_version
from pipelines.store.store import Cursor, Store

PROJECT_KEY = "project"
UPLOAD_ROUND_KEY = "upload_round"
MOST_FINDINGS = 500

Finding = TypeVar("Finding")


def store(deed: Deed = Deed.READ) -> Store:
    """The one open store of this server. Raises NotAllowed when whoever is here may not do what it is wanted for."""
    demand(deed)
    settings = read_settings()
    return _open_store(settings.db, settings.key_file)


def editions_folder() -> Path:
    return read_settings().editions


@st.cache_resource(show_spinner=False, on_release=Store.close)
def _open_store(database: Path, key_file: Path | None) -> Store:
    return open_store(database, key_file)


@contextmanager
def open_cursor() -> Iterator[Cursor]:
    """A cursor of one's own, for one use: cursors are not shared between threads."""
    with store().cursor() as cursor:
        yield cursor


def project_id_of(name: str) -> int | None:
    """The number of the project with this name; None if there is none (any more)."""
    with open_cursor() as cursor:
        return find_project(cursor, name)


def current_project(cursor: Cursor) -> Project | None:
    """The project selector, and the project chosen in it; None, and nothing shown, when there is no project yet."""
    projects = {project.project_id: project for project in read_projects(cursor)}
    if not projects:
        return None
    _follow_address(list(projects))
    chosen = st.selectbox(
        current_words()("shell.project"),
        list(projects),
        format_func=lambda project_id: projects[project_id].name,
        key=PROJECT_KEY,
        on_change=_write_address,
        persist_state="session",
    )
    _write_address()
    return projects[chosen]


def _follow_address(project_ids: list[int]) -> None:
    """The address leads: a link or a bookmark names the project; without it the earlier choice stands."""
    asked = st.query_params.get(PROJECT_KEY)
    known = {str(project_id): project_id for project_id in project_ids}
    if asked in known:
        st.session_state[PROJECT_KEY] = known[asked]
    elif st.session_state.get(PROJECT_KEY) not in project_ids:
        st.session_state[PROJECT_KEY] = project_ids[0]


def _write_address() -> None:
    st.query_params[PROJECT_KEY] = str(st.session_state[PROJECT_KEY])


def chosen_project(project_ids: Sequence[int]) -> int | None:
    """The project that was chosen last, on whichever page; None when there was none or it is not among these."""
    chosen = st.session_state.get(PROJECT_KEY)
    return chosen if chosen in project_ids else None


def choose_project(project_id: int) -> None:
    """Remembers a project as chosen, for the pages that have the selector."""
    st.session_state[PROJECT_KEY] = project_id


def upload_round() -> int:
    """Part of the key of every widget that belongs to one upload: a new round is an empty form, and Streamlit lets go
    of the bytes of the old one."""
    return st.session_state.get(UPLOAD_ROUND_KEY, 0)


def begin_upload_round() -> None:
    st.session_state[UPLOAD_ROUND_KEY] = upload_round() + 1


def read_once(reader: Callable[..., Finding], project: Project, version: str, **asked: Hashable) -> Finding:
    """What a reader of counts says of this version of the project's data: read once, and kept for all sessions.

    Never for what is told of single people.
    """
    demand(Deed.READ)
    name = f"{reader.__module__}.{reader.__qualname__}"
    return _read_once(reader, name, project.project_id, version, tuple(sorted(asked.items())))


@st.cache_resource(max_entries=MOST_FINDINGS, show_spinner=False)
def _read_once(
    _reader: Callable[..., Finding],
    name: str,  # noqa: ARG001  part of the key
    project_id: int,
    version: str,  # noqa: ARG001  part of the key
    asked: tuple[tuple[str, Hashable], ...],
) -> Finding:
    with open_cursor() as cursor:
        return _reader(cursor, project_id, **dict(asked))


def data_version(project: Project) -> str:
    """Changes whenever something of the project is imported or withdrawn, and with the day ("due" depends on it)."""
    with open_cursor() as cursor:
        return f"{project.project_id}.{read_version(cursor, project.project_id)}.{date.today()}"
