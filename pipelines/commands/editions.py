"""Commands that publish, print and check editions."""

from pathlib import Path
from typing import Annotated, Any

import typer

from pipelines.audit_log import Event
from pipelines.commands.running import AsJson, Database, ProjectName, emit, find, note, opened
from pipelines.editions.bundle import EditionExists, EditionUnreadable, read_bundle
from pipelines.editions.cell import Cell
from pipelines.editions.rules import LOWEST_MINIMUM, Rules
from pipelines.outcomes.projects import read_projects
from pipelines.publishing.composition import Composition
from pipelines.publishing.publish import publish
from pipelines.publishing.refusal import PublishingRefused
from pipelines.publishing.verify import Mismatch, NotOurEdition, Verification, verify
from pipelines.settings import read_settings

application = typer.Typer()

EditionPlace = Annotated[Path, typer.Argument(help="The folder of the edition.", metavar="PATH")]


@application.command("publish")
def publish_command(
    db: Database,
    project: ProjectName,
    editions: Annotated[Path, typer.Option(help="The editions folder.", file_okay=False)],
    signed_by: Annotated[str, typer.Option(help="Who signs for it: a name or a role.")],
    by: Annotated[list[str] | None, typer.Option(help="An attribute to break down by; may be repeated.")] = None,
    minimum: Annotated[
        int | None,
        typer.Option(min=LOWEST_MINIMUM, help="The smallest count shown; else that of the settings."),
    ] = None,
    moment: Annotated[int | None, typer.Option(min=1, help="Pin this follow-up; otherwise the last one.")] = None,
    composed_by: Annotated[str, typer.Option(help="Who composed it, if that is somebody else.")] = "",
    as_json: AsJson = False,
) -> None:
    """Freeze an edition that funders may see, or say why not."""
    with opened(db, as_json) as store:
        rules = Rules(minimum=minimum_that_holds(minimum))
        composition = Composition(attributes=tuple(by or ()), moment=moment, rules=rules)
        with store.cursor() as cursor:
            found = find(cursor, project)
        try:
            manifest = publish(store, found, composition, editions, composed_by=composed_by, signed_by=signed_by)
        except (PublishingRefused, EditionExists) as fault:
            emit(_refusal(fault), as_json)
            raise typer.Exit(1) from fault
        for event in (Event.SIGN_OFF, Event.PUBLISH):
            note(db, event, project_id=found.project_id, edition_id=manifest.edition)
    place = editions / manifest.edition
    n_hidden = read_bundle(place).cells.n_hidden
    emit({"edition": manifest.edition, "path": str(place), "hidden_cells": n_hidden}, as_json)


@application.command("edition")
def edition_command(path: EditionPlace, as_json: AsJson = False) -> None:
    """Print every published table of an edition. Needs no registrations."""
    try:
        edition = read_bundle(path)
    except EditionUnreadable as fault:
        emit(_refusal(fault), as_json)
        raise typer.Exit(1) from fault
    emit([_cell_fields(cell) for cell in edition.cells.all], as_json)


@application.command("verify")
def verify_command(path: EditionPlace, db: Database, as_json: AsJson = False) -> None:
    """Work an edition out again from the registrations. Exit 0: every number stands; 1: not so."""
    with opened(db, as_json) as store:
        with store.cursor() as cursor:
            projects = read_projects(cursor)
        try:
            found = verify(store, path, projects)
        except (EditionUnreadable, NotOurEdition, PublishingRefused) as fault:
            emit({"stands": False, **_refusal(fault)}, as_json)
            raise typer.Exit(1) from fault
    emit(_verification_fields(found), as_json)
    raise typer.Exit(0 if found.stands else 1)


def minimum_that_holds(asked: int | None) -> int:
    """That of the settings unless another is asked; never under what somebody set."""
    settings = read_settings()
    if asked is not None and asked < settings.lowest_minimum:
        raise typer.BadParameter(f"the settings hide every count under {settings.lowest_minimum}")
    return asked or settings.minimum_cell_size


def _refusal(fault: ValueError) -> dict[str, Any]:
    reasons = [reason.model_dump() for reason in fault.reasons] if isinstance(fault, PublishingRefused) else []
    return {"error": type(fault).__name__, "message": str(fault), "reasons": reasons}


def _cell_fields(cell: Cell) -> dict[str, Any]:
    return {"title": cell.table.title, **cell.model_dump(exclude={"table"})}


def _verification_fields(found: Verification) -> dict[str, Any]:
    return {
        "edition": found.edition.id,
        "stands": found.stands,
        "n_cells": found.n_cells,
        "registrations_unchanged": found.is_unchanged,
        "mismatches": [_mismatch_fields(mismatch) for mismatch in found.mismatches],
    }


def _mismatch_fields(mismatch: Mismatch) -> dict[str, Any]:
    return {**_cell_fields(mismatch.published), "found": mismatch.found.value if mismatch.found else None}
