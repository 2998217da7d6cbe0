"""Commands for whoever runs the program: a back-up, and putting it back."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from pipelines.audit_log import Event
from pipelines.commands.running import REFUSALS, AsJson, Database, emit, note, opened
from pipelines.settings import read_settings
from pipelines.store.backup import copy_key, restore
from pipelines.store.key import fingerprint_of, key_file

application = typer.Typer()


@application.command("backup")
def backup_command(
    db: Database,
    to: Annotated[Path, typer.Option(dir_okay=False, help="The back-up to make; it may not exist yet.")],
    key_to: Annotated[
        Path | None, typer.Option(dir_okay=False, help="Copy the key too, to another folder than that of the back-up.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Copy the database, without its key. Keep the key apart."""
    with opened(db, as_json) as store, faults_told(as_json):
        key = read_settings().key_file or key_file(db)
        to.parent.mkdir(parents=True, exist_ok=True)
        if key_to:
            copy_key(key, key_to, to)
        store.back_up(to)
        fingerprint = fingerprint_of(store.key)
    note(db, Event.BACKUP)
    emit({"backup": str(to), "bytes": to.stat().st_size, "key": str(key), "key_fingerprint": fingerprint}, as_json)


@application.command("restore")
def restore_command(
    backup: Annotated[Path, typer.Option("--from", exists=True, dir_okay=False, help="The back-up to put back.")],
    db: Database,
    replace: Annotated[bool, typer.Option("--replace", help="Take the place of the database that is there.")] = False,
    as_json: AsJson = False,
) -> None:
    """Put a back-up back, after a look whether it opens and whether the key fits."""
    with faults_told(as_json):
        restore(backup, db, read_settings().key_file, replace=replace)
        note(db, Event.RESTORE)
    emit({"database": str(db), "from": str(backup), "bytes": db.stat().st_size}, as_json)


@contextmanager
def faults_told(as_json: bool) -> Iterator[None]:
    """What an operator can mend ends in one sentence and exit 1."""
    try:
        yield
    except (*REFUSALS, OSError) as fault:
        emit({"error": type(fault).__name__, "message": str(fault)}, as_json)
        raise typer.Exit(1) from fault
