"""Writes what was registered: projects, imports, and the rows of each import. Nothing is resolved here."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

import pandas as pd

from pipelines.domain.frozen import Frozen
from pipelines.domain.issue import Issue
from pipelines.domain.records import Participant, ProjectFacts
from pipelines.domain.registration import Registration, Tally
from pipelines.store.cursor import Cursor
from pipelines.store.frames import Uploaded, frame_of, insert_frame, uploaded_frame
from pipelines.store.observation_rows import described, indicators_observed, observation_rows
from pipelines.store.rewriting import note_deletion
from pipelines.store.statement import statement

# Every table that holds rows of an import; `import` and `import_issue` are its history and outlive it.
TABLES_OF_AN_IMPORT = (
    "project_fact", "indicator", "participant", "participant_attribute", "observation", "goal", "intervention",
    "narrative", "recognition", "same_person",
)  # fmt: skip


def register_project(cursor: Cursor, name: str, is_sample: bool = False) -> int:
    """The project's number; a new one when there is no project of this name yet."""
    known = cursor.execute("select project_id from registered.project where name = $name", {"name": name}).fetchall()
    if known:
        return known[0][0]
    new = cursor.execute(statement("insert_project"), {"name": name, "is_sample": is_sample}).fetchall()
    return new[0][0]


def open_import(
    cursor: Cursor,
    project_id: int,
    *,
    fingerprint: str,
    file_names: Sequence[str],
    file_digests: Sequence[str] = (),
    imported_by: str = "",
    tally: Tally,
    issues: Sequence[Issue],
) -> int:
    """Writes the line of the history, with the issues counted by code, and gives its number."""
    line = {
        "project_id": project_id, "imported_at": datetime.now(), "fingerprint": fingerprint,
        "file_names": list(file_names), "file_digests": list(file_digests), "imported_by": imported_by,
        **tally.model_dump(),
    }  # fmt: skip
    import_id = cursor.execute(statement("insert_import"), line).fetchall()[0][0]
    counts = Counter(issue.code for issue in issues)
    if counts:
        frame = pd.DataFrame({"import_id": import_id, "code": list(counts), "n": list(counts.values())})
        insert_frame(cursor, "import_issue", frame)
    return import_id


def write_registration(cursor: Cursor, project_id: int, import_id: int, registration: Registration) -> None:
    """Adds all records of the registration as rows of the import."""
    writer = _ImportWriter(cursor, project_id, import_id)
    if registration.project_facts != ProjectFacts():
        writer.write_records("project_fact", [registration.project_facts])
    writer.write_observations(registration)
    writer.write_participants(registration.participants)
    writer.write_records("goal", registration.goals)
    writer.write_records("intervention", registration.interventions)
    writer.write_records("narrative", registration.narratives)
    writer.write_records("recognition", registration.recognitions)


def remove_import(cursor: Cursor, import_id: int) -> None:
    """Deletes all rows that the import brought in; its line in the history stays and says when."""
    for table in TABLES_OF_AN_IMPORT:
        cursor.execute(f"delete from registered.{table} where import_id = $import_id", {"import_id": import_id})
    note_deletion(cursor)
    cursor.execute(statement("mark_withdrawn"), {"import_id": import_id, "withdrawn_at": datetime.now()})


class _ImportWriter:
    """Writes rows that all carry the numbers of one import and its project."""

    def __init__(self, cursor: Cursor, project_id: int, import_id: int) -> None:
        self._cursor = cursor
        self._owner = {"project_id": project_id, "import_id": import_id}

    def write_records(self, table: str, records: Sequence[Frozen]) -> None:
        if records:
            self._write(table, frame_of(records))

    def write_participants(self, participants: Sequence[Participant]) -> None:
        if participants:
            self._write("participant", frame_of(participants).drop(columns="attributes"))
        attributes = [
            (person.participant_id, attribute, value)
            for person in participants
            for attribute, value in person.attributes.items()
        ]
        if attributes:
            columns = ["participant_id", "attribute", "value"]
            self._write("participant_attribute", pd.DataFrame(attributes, columns=columns))

    def write_observations(self, registration: Registration) -> None:
        if registration.observations.empty:
            return
        observed = indicators_observed(registration.observations)
        self._execute("insert_indicator", described(registration.indicator_sets, observed.used))
        found = self._cursor.execute(statement("indicator_numbers"), {"import_id": self._owner["import_id"]}).fetchall()
        numbers = {(instrument, code): number for instrument, code, number in found}
        self._execute("insert_observation", observation_rows(registration.observations, observed, numbers))

    def _write(self, table: str, frame: pd.DataFrame) -> None:
        insert_frame(self._cursor, table, frame.assign(**self._owner))

    def _execute(self, name: str, uploaded: Uploaded) -> None:
        with uploaded_frame(self._cursor, uploaded):
            self._cursor.execute(statement(name), self._owner)
