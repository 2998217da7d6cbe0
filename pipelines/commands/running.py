"""What every command needs: the store opened for one command, a project by its name, an answer printed."""

import json
from collections.abc import Iterator
from contextlib import closing, contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from pipelines import imports
from pipelines.audit_log import AuditLog, Event, Way
from pipelines.domain.project import Project
from pipelines.models.opening import open_store
from pipelines.outcomes.comparison import UnknownGroup
from pipelines.outcomes.projects import read_projects
from pipelines.outcomes.question import UnknownMoment
from pipelines.settings import WrongSettings, read_settings
from pipelines.store.history import find_project
from pipelines.store.key import KeyUnavailable
from pipelines.store.store import Cursor, Store, StoreUnavailable


class LanguageChoice(StrEnum):
    NL = "nl"
    EN = "en"


Database = Annotated[Path, typer.Option("--db", help="The DuckDB file.", dir_okay=False)]
ProjectName = Annotated[str, typer.Option("--project", help="The project's name.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
InLanguage = Annotated[LanguageChoice, typer.Option("--language", help="Language of messages.")]


class UnknownProject(ValueError):
    """The store holds no project of this name."""


REFUSALS = (
    StoreUnavailable, KeyUnavailable, UnknownProject, UnknownMoment, UnknownGroup, imports.UnknownImport,
    imports.UnknownParticipant, WrongSettings,
)  # fmt: skip


@contextmanager
def opened(db: Path, as_json: bool, *, create: bool = False) -> Iterator[Store]:
    """The store for one command; a fault that an operator can mend ends in one sentence and exit 1."""
    try:
        if not create and not db.exists():
            raise StoreUnavailable(f"there is no database at {db}")
        with closing(open_store(db, read_settings().key_file)) as store:
            yield store
    except REFUSALS as fault:
        emit({"error": type(fault).__name__, "message": str(fault)}, as_json)
        raise typer.Exit(1) from fault


def note(
    db: Path,
    event: Event,
    *,
    project_id: int | None = None,
    import_id: int | None = None,
    edition_id: str | None = None,
) -> None:
    """In the audit log that belongs to the database."""
    log = AuditLog(read_settings().audit_log_of(db))
    log.note(event, Way.COMMAND_LINE, project_id=project_id, import_id=import_id, edition_id=edition_id)


def note_project(db: Path, store: Store, event: Event, project: str, import_id: int | None = None) -> None:
    with store.cursor() as cursor:
        project_id = find_project(cursor, project)
    note(db, event, project_id=project_id, import_id=import_id)


def find(cursor: Cursor, name: str) -> Project:
    for project in read_projects(cursor):
        if project.name == name:
            return project
    raise UnknownProject(f"there is no project called {name}")


def emit(answer: object, as_json: bool) -> None:
    """One line for programs, indented for people."""
    typer.echo(json.dumps(answer, ensure_ascii=False, allow_nan=False, indent=None if as_json else 2))
