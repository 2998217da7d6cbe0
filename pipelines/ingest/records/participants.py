"""The sheet of participants: who takes part, since when, in which group, and what else is known of them."""

import numpy as np

from pipelines.ingest.records.about_people import tell_of_people
from pipelines.ingest.records.people import NOBODY, People
from pipelines.ingest.tables.survey import Question
from pipelines.ingest.tables.table import Heading
from pipelines.ingest.tables.table_issues import TableIssues
from pipelines.ingest.values.cell_types import read_number_of_person
from pipelines.ingest.values.understanding import understand


def read_participants(issues: TableIssues, people: People, question: Question) -> np.ndarray:
    """Notes everybody on the sheet and what it says of them; the place of the participant per row, NOBODY if none."""
    heading = issues.table.one_with("participant")
    if heading is None:
        return np.full(issues.table.n_rows, NOBODY)
    numbers = understand(issues.table.cells(heading), read_number_of_person)
    issues.about_cells(heading, numbers)
    issues.about_rows("participant_missing", numbers.is_missing & ~issues.is_skipped, heading)
    person = np.where(issues.is_skipped | numbers.is_missing, NOBODY, people.places(numbers))
    _refuse_doubles(issues, person, heading)
    tell_of_people(issues, np.where(issues.is_refused, NOBODY, person), people, question.mapping, question.today)
    people.enlist(issues, person)
    return person


def _refuse_doubles(issues: TableIssues, person: np.ndarray, heading: Heading) -> None:
    first: dict[int, int] = {}
    for row in np.flatnonzero(person != NOBODY).tolist():
        earlier = first.setdefault(int(person[row]), row)
        if earlier != row:
            issues.about_row("participant_twice", row, heading, expected=issues.table.reference(earlier))
