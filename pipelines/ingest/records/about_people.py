"""What a table says of its participants: group, days of coming and leaving, household, and attributes."""

from datetime import date
from functools import partial

import numpy as np

from pipelines.ingest.cells.sheet import Cell, text_of
from pipelines.ingest.headings.vocabulary import ATTRIBUTE
from pipelines.ingest.mapping.column_mapping import ColumnMapping
from pipelines.ingest.records.attributes import understand_attribute
from pipelines.ingest.records.people import NOBODY, People, Said
from pipelines.ingest.tables.table import PARTICIPANTS, Heading
from pipelines.ingest.tables.table_issues import TableIssues
from pipelines.ingest.values.cell_types import column_called, understand_field
from pipelines.ingest.values.understanding import Understood, understand


def tell_of_people(
    issues: TableIssues, person: np.ndarray, people: People, mapping: ColumnMapping, today: date
) -> np.ndarray:
    """Notes what each row says of its participant; gives per row whether it says anything.

    `person` is per row the place of the participant, NOBODY to pass over the row.
    """
    tells = np.zeros(issues.table.n_rows, dtype=bool)
    for heading in issues.table.headings:
        understood = _understand(issues, heading, person, people, mapping, today)
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
    issues: TableIssues, heading: Heading, person: np.ndarray, people: People, mapping: ColumnMapping, today: date
) -> Understood | None:
    """What a column says of participants; None for a column that does not, or says too much."""
    field = heading.meaning.field or ""
    cells = issues.table.cells(heading)
    if field.startswith(ATTRIBUTE):
        return understand_attribute(issues, heading, person, people.own_names, today)
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
