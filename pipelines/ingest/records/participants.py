"""The sheet of participants: who takes part, since when, in which group, and what else is known of them."""

from datetime import date

import numpy as np

from pipelines.ingest.mapping.column_mapping import ColumnMapping
from pipelines.ingest.records.about_people import tell_of_people
from pipelines.ingest.records.people import NOBODY, People
from pipelines.ingest.tables.table import Heading
from pipelines.ingest.tables.table_issues import TableIssues
from pipelines.ingest.values.cell_types import read_number_of_person
from pipelines.ingest.values.understanding import understand


def read_participants(issues: TableIssues, people: People, mapping: ColumnMapping, today: date) -> np.ndarray:
    """Notes everybody on the sheet and what it says of them; the place of the participant per row, NOBODY if none."""
    heading = issues.table.one_with("participant")
    if heading is None:
        return np.full(issues.table.n_rows, NOBODY)
    numbers = understand(issues.table.cells(heading), read_number_of_person)
    issues.about_cells(heading, numbers)
    issues.about_rows("participant_missing", numbers.is_missing & ~issues.is_skipped, heading)
    passed_over = issues.is_skipped | issues.is_left_out_by_choice | numbers.is_missing
    person = np.where(passed_over, NOBODY, people.places(numbers))
    _refuse_doubles(issues, person, heading)
    tell_of_people(issues, np.where(issues.is_refused, NOBODY, person), people, mapping, today)
    people.enlist(issues, person)
    return person


def _refuse_doubles(issues: TableIssues, person: np.ndarray, heading: Heading) -> None:
    first: dict[int, int] = {}
    for row in np.flatnonzero(person != NOBODY).tolist():
        earlier = first.setdefault(int(person[row]), row)
        if earlier != row:
            issues.about_row("participant_twice", row, heading, expected=issues.table.reference(earlier))
