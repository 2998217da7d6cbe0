"""Goals, interventions, narratives and recognition: one row of a sheet → one record, its texts cleaned."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from pipelines.domain.frozen import Frozen
from pipelines.domain.records import Goal, Intervention, Narrative, Recognition
from pipelines.domain.registration import Removal
from pipelines.domain.registration_sheets import CellType, Column, registration_sheets
from pipelines.ingest.identities.free_text import Clean
from pipelines.ingest.identities.own_names import NO_NAMES, OwnNames
from pipelines.ingest.identities.pseudonyms import Pseudonyms
from pipelines.ingest.identities.short_text import clean_short_text
from pipelines.ingest.identities.taken_out import TakenOut, kinds_in
from pipelines.ingest.tables.table import Heading
from pipelines.ingest.tables.table_issues import TableIssues
from pipelines.ingest.values.cell_types import DomainOf, understand_field
from pipelines.ingest.values.understanding import Understood

RECORDS: Mapping[str, type[Frozen]] = {
    "goals": Goal, "interventions": Intervention, "narratives": Narrative, "recognition": Recognition,
}  # fmt: skip
# What makes a record this record and not another; the rest may be filled in or corrected later.
IDENTITY = {
    "goals": ("participant_id", "life_domain", "description"),
    "interventions": ("participant_id", "life_domain", "instrument", "done_by", "started_on"),
    "narratives": ("participant_id", "teller", "told_on", "words"),
    "recognition": ("respondent", "life_domain", "score", "explanation", "judged_on"),
}
# Names may stand in these too, though they are no free texts.
CLEANED_LIKE_FREE_TEXT = frozenset({"chosen_by"})


@dataclass(frozen=True)
class Field:
    """A column that the upload has, with its cells understood."""

    column: Column
    heading: Heading
    understood: Understood


class RecordReader:
    """Reads the sheets of records of one upload."""

    def __init__(
        self, pseudonyms: Pseudonyms, clean: Clean, domain_of: DomainOf, today: date, own_names: OwnNames = NO_NAMES
    ) -> None:
        self._pseudonyms = pseudonyms
        self._clean = clean
        self._own_names = own_names
        self._domain_of = domain_of
        self._today = today
        self._times_said: Counter[tuple[object, ...]] = Counter()
        self.removals: list[Removal] = []

    def read(self, issues: TableIssues) -> list[Frozen]:
        """A record for every row without an error. Two rows that say the same are two records."""
        fields = [
            field
            for column in registration_sheets()[issues.table.kind].column
            if (field := self._understand(issues, column)) is not None
        ]
        _check_days(issues, {field.column.field: field for field in fields})
        accepted = np.flatnonzero(issues.is_accepted).tolist()
        return [self._record(issues, fields, row) for row in accepted]

    def _understand(self, issues: TableIssues, column: Column) -> Field | None:
        heading = issues.table.one_with(column.field)
        if heading is None:
            return None
        understood = understand_field(issues.table.cells(heading), column, self._today, self._domain_of)
        issues.about_cells(heading, understood)
        if column.required:
            code = "participant_missing" if column.type is CellType.PARTICIPANT else "required_missing"
            issues.about_rows(code, understood.is_missing & ~issues.is_skipped, heading)
        return Field(column, heading, understood)

    def _record(self, issues: TableIssues, fields: Sequence[Field], row: int) -> Frozen:
        kind = issues.table.kind
        filled = {field.column.field: field for field in fields if field.understood[row] is not None}
        said = dict(self._value(issues, field, row) for field in filled.values())
        # The number as it stands there: said to be one person's later on, the same row stays the same record.
        number = filled.get("participant")
        written = {**said, "participant_id": self._pseudonyms.of_number(number.understood[row])} if number else said
        identity = tuple(_as_written(written, filled, name, row) for name in IDENTITY[kind])
        self._times_said[kind, *identity] += 1
        record_id = self._pseudonyms.record(kind, *identity, self._times_said[kind, *identity])
        return RECORDS[kind].model_validate({"record_id": record_id, **said})

    def _value(self, issues: TableIssues, field: Field, row: int) -> tuple[str, Any]:
        """Field and value of the record: a pseudonym for a number, a cleaned text for a text."""
        name, meaning = field.column.field, field.understood[row]
        if field.column.type is CellType.PARTICIPANT:
            return "participant_id", self._pseudonyms.participant(meaning)
        if field.column.type is CellType.FREE_TEXT or name in CLEANED_LIKE_FREE_TEXT:
            return name, self._cleaned(issues, field, row)
        if field.column.type is CellType.TEXT:
            return name, self._without_personal_data(issues, field, row)
        return name, meaning

    def _cleaned(self, issues: TableIssues, field: Field, row: int) -> str:
        text, taken = self._clean(field.understood[row])
        text, own = self._own_names.take_out(text)
        taken = (*taken, *own)
        if taken:
            issues.about_row("text_cleaned", row, field.heading, expected=kinds_in(taken))
        self.removals += _removals(issues, row, taken, text)
        return text

    def _without_personal_data(self, issues: TableIssues, field: Field, row: int) -> str:
        """A short text without names, phone numbers and the like; an issue says what was left out."""
        text, taken = clean_short_text(field.understood[row], self._own_names)
        if taken:
            issues.about_row("identifying_value", row, field.heading, expected=kinds_in(taken))
        return text


def _as_written(said: Mapping[str, Any], filled: Mapping[str, Field], name: str, row: int) -> object:
    """What makes the record this record. A text counts as it was written, not as it was cleaned: read again with more
    names taken out, it takes the place of the earlier one."""
    is_text = name in filled and isinstance(said.get(name), str)
    return filled[name].understood[row] if is_text else said.get(name)


def _removals(issues: TableIssues, row: int, taken: Sequence[TakenOut], text: str) -> list[Removal]:
    """What was taken out of one text, by kind; `text` is what is left of it."""
    words: dict[str, list[str]] = {}
    for out in taken:
        words.setdefault(out.kind, []).append(out.word)
    label, number = issues.table.sheet.label, issues.table.row_number(row)
    return [
        Removal(sheet=label, row=number, kind=kind, n=len(found), words=tuple(found), text=text)
        for kind, found in words.items()
    ]


def _check_days(issues: TableIssues, fields: Mapping[str, Field]) -> None:
    """What ends does not end before it starts."""
    start, end = fields.get("started_on"), fields.get("ended_on")
    if start is None or end is None:
        return
    for row in np.flatnonzero(start.understood.is_known & end.understood.is_known & ~issues.is_skipped).tolist():
        if end.understood[row] < start.understood[row]:
            expected = start.understood[row].isoformat()
            issues.about_row("ended_before_started", row, end.heading, cell=end.understood[row], expected=expected)
