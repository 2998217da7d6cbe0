"""Commands that bring registrations in, take them out, and say what is known of how to read them."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from pipelines import imports
from pipelines.audit_log import Event
from pipelines.commands.running import (
    AsJson,
    Database,
    InLanguage,
    LanguageChoice,
    ProjectName,
    emit,
    find,
    note_project,
    opened,
)
from pipelines.domain.import_report import ImportReport, ImportStatus
from pipelines.domain.issue import Issue
from pipelines.ingest.cells.upload import Upload
from pipelines.ingest.mapping.column_mapping import ColumnMapping, InvalidMapping, read_mapping
from pipelines.ingest.mapping.file import write_mapping
from pipelines.instruments.catalogue import shipped_sets
from pipelines.store.remembering import read_mapping_of
from pipelines.template import write_template

application = typer.Typer()


@application.command("import")
def import_command(
    files: Annotated[list[Path], typer.Argument(exists=True, dir_okay=False, help="Spreadsheets of one import.")],
    db: Database,
    project: ProjectName,
    instrument: Annotated[list[str] | None, typer.Option(help="Indicator set; may be given more than once.")] = None,
    mapping: Annotated[Path | None, typer.Option(exists=True, dir_okay=False, help="What the columns are.")] = None,
    names: Annotated[
        Path | None, typer.Option(exists=True, dir_okay=False, help="Names to take out of texts, one a line.")
    ] = None,
    leave_out_refused: Annotated[bool, typer.Option(help="Import the good rows, leave out the refused ones.")] = False,
    by: Annotated[str, typer.Option(help="Who imports: a name or a role, for the history.")] = "",
    language: InLanguage = LanguageChoice.NL,
    as_json: AsJson = False,
) -> None:
    """Import registrations into a project: all of them, or nothing."""
    uploads = [Upload(name=file.name, content=file.read_bytes()) for file in files]
    instruments, columns = known_instruments(instrument or []), mapping_from(mapping)
    with opened(db, as_json, create=True) as store:
        report = imports.import_files(
            store, project, uploads, instruments=instruments, mapping=columns, names=names_from(names),
            leave_out_refused=leave_out_refused, imported_by=by,
        )  # fmt: skip
        if report.status is ImportStatus.IMPORTED:
            note_project(db, store, Event.IMPORT, project, report.import_id)
    emit(report_fields(report, language), as_json)
    raise typer.Exit(1 if report.status is ImportStatus.REFUSED else 0)


@application.command("imports")
def imports_command(
    db: Database, project: Annotated[str | None, typer.Option(help="One project only.")] = None, as_json: AsJson = False
) -> None:
    """All imports, newest first."""
    with opened(db, as_json) as store:
        emit([record.model_dump(mode="json") for record in imports.history(store, project)], as_json)


@application.command("mapping")
def mapping_command(db: Database, project: ProjectName) -> None:
    """What is remembered of the project's columns, as the .toml that --mapping takes."""
    with opened(db, as_json=False) as store, store.cursor() as cursor:
        remembered = read_mapping_of(cursor, find(cursor, project).project_id)
    typer.echo(write_mapping(remembered or ColumnMapping()), nl=False)


@application.command("withdraw")
def withdraw_command(import_id: int, db: Database, as_json: AsJson = False) -> None:
    """Take an import back; the numbers return to what they were."""
    with opened(db, as_json) as store:
        record = imports.withdraw(store, import_id)
        note_project(db, store, Event.WITHDRAW, record.project, import_id)
    emit(record.model_dump(mode="json"), as_json)


@application.command("erase")
def erase_command(
    db: Database,
    project: ProjectName,
    participant: Annotated[
        str, typer.Option(help='The participant\'s number; "-" asks for it, so that no history of commands keeps it.')
    ] = "-",
    as_json: AsJson = False,
) -> None:
    """Remove everything that is known of one participant. Cannot be undone."""
    number = number_asked_for() if participant == "-" else participant
    with opened(db, as_json) as store:
        erasure = imports.erase(store, project, number)
        note_project(db, store, Event.ERASURE, project)
    emit({**erasure.model_dump(mode="json"), "n_rows": erasure.n_rows}, as_json)


@application.command("template")
def template_command(
    instrument: Annotated[str, typer.Option(help="Indicator set, for example zrm_2017.")],
    out: Annotated[Path, typer.Option(dir_okay=False, help="The workbook to write.")],
    language: InLanguage = LanguageChoice.NL,
) -> None:
    """Write an empty registration workbook."""
    (known,) = known_instruments([instrument])
    out.write_bytes(write_template(language.value, shipped_sets()[known]))
    typer.echo(str(out), err=True)


def number_asked_for() -> str:
    if sys.stdin.isatty():
        return typer.prompt("Participant", hide_input=True, err=True)
    return sys.stdin.readline().strip()


def names_from(file: Path | None) -> tuple[str, ...]:
    lines = file.read_text(encoding="utf-8-sig").splitlines() if file else []
    return tuple(line.strip() for line in lines if line.strip())


def known_instruments(ids: Sequence[str]) -> tuple[str, ...]:
    for id in ids:
        if id not in shipped_sets():
            raise typer.BadParameter(f"{id} is not one of {', '.join(shipped_sets())}")
    return tuple(ids)


def mapping_from(file: Path | None) -> ColumnMapping | None:
    try:
        return read_mapping(file.read_text(encoding="utf-8")) if file else None
    except InvalidMapping as fault:
        raise typer.BadParameter(f"{file}: {fault}") from fault


def report_fields(report: ImportReport, language: LanguageChoice) -> dict[str, object]:
    return {
        "import_id": report.import_id,
        "project": report.project,
        "status": report.status.value,
        "rows_read": report.tally.read,
        "rows_accepted": report.tally.accepted,
        "rows_refused": report.tally.refused,
        "rows_skipped": report.tally.skipped,
        "issues": [issue_fields(issue, language) for issue in report.issues],
    }


def issue_fields(issue: Issue, language: LanguageChoice) -> dict[str, object]:
    return {
        **issue.model_dump(include={"code", "sheet", "row", "column", "value"}),
        "severity": issue.severity.value,
        "message": issue.message(language.value),
    }
