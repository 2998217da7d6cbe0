"""What a table says of its participants: group, days of coming and leaving, household, and attributes."""

from dataclasses import replace
from datetime import date
from functools import partial

import numpy as np

from pipelines.ingest.cells.sheet import Cell, text_of
from pipelines.ingest.identities.personal_data import take_out_personal_data
from pipelines.ingest.identities.taken_out import kinds_in
from pipelines.ingest.records.people import NOBODY, People, Said
from pipelines.ingest.tables.headings import ATTRIBUTE
from pipelines.ingest.tables.mapping import ColumnMapping
from pipelines.ingest.tables.table import PARTICIPANTS, Heading
from pipelines.ingest.tables.table_issues import TableIssues
from pipelines.ingest.values.cell_types import column_called, understand_field
from pipelines.ingest.values.understanding import Understood, understand

# From this many participants on, a column in which so large a share has a value of its own tells who is who.
DETAIL_FROM, DETAIL_SHARE = 6, 0.75
# A column of which this share is personal data is a column of personal data.
IDENTIFYING_SHARE = 0.5


def tell_of_people(
    issues: TableIssues, person: np.ndarray, people: People, mapping: ColumnMapping, today: date
) -> np.ndarray:
    """Notes what each row says of its participant; gives per row whether it says anything.

    `person` is per row the place of the participant, NOBODY to pass over the row.
    """
    tells = np.zeros(issues.table.n_rows, dtype=bool)
    for heading in issues.table.headings:
        understood = _understand(issues, heading, person, mapping, today)
        if understood is None:
            continue
        told = (person != NOBODY) & understood.is_known
        for row in _first_rows(person[told], understood.column.codes[told], np.flatnonzero(told)):
            people.tell(int(person[row]), Said(understood[row], issues, int(row), heading))
        tells |= told
    people.enlist(issues, np.where(tells, person, NOBODY))
    return tells


def _first_rows(person: np.ndarray, codes: np.ndarray, rows: np.ndarray) -> np.ndarray:
    """Of every different thing said of a participant the row that says it first."""
    if not len(rows):
        return rows
    _, firsts = np.unique(person.astype(np.int64) * (int(codes.max()) + 1) + codes, return_index=True)
    return rows[np.sort(firsts)]


def _understand(
    issues: TableIssues, heading: Heading, person: np.ndarray, mapping: ColumnMapping, today: date
) -> Understood | None:
    """What a column says of participants; None for a column that does not, or says too much."""
    field = heading.meaning.field or ""
    cells = issues.table.cells(heading)
    if field.startswith(ATTRIBUTE):
        return _understand_attribute(issues, heading, person)
    if field == "participation" and heading.meaning.is_given and mapping.group:
        return understand(cells, partial(_read_group, frozenset(mapping.group.comparison)))
    column = column_called(PARTICIPANTS, field)
    if column is None or field == "participant":
        return None
    understood = understand_field(cells, column, today)
    issues.about_cells(heading, understood)
    return understood


def _read_group(comparison: frozenset[str], cell: Cell) -> str:
    return "comparison" if text_of(cell) in comparison else "participant"


def _understand_attribute(issues: TableIssues, heading: Heading, person: np.ndarray) -> Understood | None:
    understood = understand(issues.table.cells(heading), text_of)
    found = [take_out_personal_data(text or "")[1] for text in understood.meanings]
    is_personal = np.array([bool(kinds) for kinds in found], dtype=bool)[understood.column.codes]
    is_personal &= ~issues.is_skipped
    if is_personal.sum() > IDENTIFYING_SHARE * (understood.is_known & ~issues.is_skipped).sum():
        issues.leave_out(heading, "identifying_column")
        return None
    if _is_too_detailed(understood, person):
        issues.leave_out(heading, "attribute_too_detailed")
        return None
    for row in np.flatnonzero(is_personal):
        kinds = kinds_in(found[understood.column.codes[row]])
        issues.about_row("identifying_value", int(row), heading, expected=kinds)
    issues.about_cells(heading, understood)
    meanings = [None if kinds else text for text, kinds in zip(understood.meanings, found, strict=True)]
    return replace(understood, meanings=meanings)


def _is_too_detailed(understood: Understood, person: np.ndarray) -> bool:
    told = (person != NOBODY) & understood.is_known
    n_people, n_values = len(np.unique(person[told])), len(np.unique(understood.column.codes[told]))
    return n_people >= DETAIL_FROM and n_values >= DETAIL_SHARE * n_people
