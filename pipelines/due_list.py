"""Who is due, under the numbers that the project itself uses: its own file is read in memory, and nothing is kept."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

import numpy as np
from pydantic import Field

from pipelines.domain.frozen import Frozen
from pipelines.domain.issue import Issue
from pipelines.domain.steering import DueFollowUp
from pipelines.ingest.cells.sheet import Cell, text_of
from pipelines.ingest.cells.upload import Upload
from pipelines.ingest.identities.pseudonyms import Pseudonyms
from pipelines.ingest.mapping.column_mapping import ColumnMapping
from pipelines.ingest.tables.survey import Question, Survey, look_over
from pipelines.ingest.tables.table import Heading, Table
from pipelines.ingest.tables.unused_sheets import table_by_form
from pipelines.ingest.values.cell_types import read_number_of_person
from pipelines.ingest.values.understanding import understand
from pipelines.instruments.catalogue import shipped_sets
from pipelines.store.cursor import Cursor
from pipelines.store.history import find_project
from pipelines.store.remembering import read_mapping_of, read_same_people
from pipelines.store.store import Store

# A number as it stands in the project's own file: text stays text, for the sake of its leading zeros.
OwnNumber = str | float


class UnusableFile(ValueError):
    """A file without numbers of participants. `issue` says why it could not be read; None where it could."""

    def __init__(self, issue: Issue | None) -> None:
        super().__init__("no numbers of participants were found")
        self.issue = issue


class DueLine(Frozen):
    """A measurement that is due, of the participant with this number. About a person: never stored, never logged."""

    number: OwnNumber = Field(repr=False)
    moment: int
    due_on: date | None
    days_overdue: int | None


class DueList(Frozen):
    """`lines` stand with the longest overdue first, those without a day last.

    `n_without_number` are due and not in the file. Of the file's other numbers `n_not_due` are of people in the
    project for whom nothing is due, and `n_unknown` of nobody in it.
    """

    lines: tuple[DueLine, ...]
    n_without_number: int
    n_not_due: int
    n_unknown: int


class _Known(NamedTuple):
    """What the store knows of the project's people and columns."""

    pseudonyms: Pseudonyms
    mapping: ColumnMapping
    participant_ids: frozenset[int]


def write_out_due(store: Store, project: str, upload: Upload, due: Iterable[DueFollowUp]) -> DueList:
    """The measurements that are due under the numbers of the project's own file, as far as they are in it.

    The column with the numbers is found as an import finds it. Raises UnusableFile.
    """
    with store.cursor() as cursor:
        known = _read_known(cursor, store.key, project)
    numbers = _numbers_by_person(_look_over(upload, known.mapping), known.pseudonyms)
    asked = sorted(due, key=lambda one: (one.due_on is None, one.due_on or date.max))
    others = numbers.keys() - {one.participant_id for one in asked}
    return DueList(
        lines=tuple(_line(one, numbers[one.participant_id]) for one in asked if one.participant_id in numbers),
        n_without_number=sum(one.participant_id not in numbers for one in asked),
        n_not_due=len(others & known.participant_ids),
        n_unknown=len(others - known.participant_ids),
    )


def _read_known(cursor: Cursor, key: bytes, project: str) -> _Known:
    project_id = find_project(cursor, project)
    everybody = "select participant_id from core.participant where project_id = $project_id"
    rows = cursor.execute(everybody, {"project_id": project_id}).fetchall()
    return _Known(
        pseudonyms=Pseudonyms(key, project, read_same_people(cursor, project_id)),
        mapping=read_mapping_of(cursor, project_id) or ColumnMapping(),
        participant_ids=frozenset(participant_id for (participant_id,) in rows),
    )


def _look_over(upload: Upload, remembered: ColumnMapping) -> Survey:
    return look_over((upload,), Question(shipped_sets(), (), (), ColumnMapping(), date.today(), remembered))


def _numbers_by_person(survey: Survey, pseudonyms: Pseudonyms) -> dict[int, OwnNumber]:
    """By pseudonym the number as it is written. Of two numbers of one person it is the one that was kept."""
    columns = list(_columns_of_numbers(survey))
    if not columns:
        raise UnusableFile(_why_unread(survey))
    kept: dict[int, OwnNumber] = {}
    given_up: dict[int, OwnNumber] = {}
    for cell, number in (pair for table, heading in columns for pair in _numbers_in(table, heading)):
        person = pseudonyms.participant(number)
        found = kept if person == pseudonyms.of_number(number) else given_up
        found.setdefault(person, cell if isinstance(cell, float) else text_of(cell))
    return given_up | kept


def _columns_of_numbers(survey: Survey) -> Iterator[tuple[Table, Heading]]:
    """Of the tables that an import reads, and of lists that hold nothing it could use, such as addresses."""
    by_form = (table_by_form(unused.sheet, survey.vocabulary) for unused in survey.unused)
    for table in (*(issues.table for issues in survey.tables), *filter(None, by_form)):
        if (heading := table.one_with("participant")) is not None:
            yield table, heading


def _numbers_in(table: Table, heading: Heading) -> Iterator[tuple[Cell, str]]:
    """Each distinct cell with the number that it holds; example rows and totals hold none."""
    cells = table.cells(heading)
    numbers: Sequence[str | None] = understand(cells, read_number_of_person).meanings
    for code in np.unique(cells.codes[~table.is_skipped]).tolist():
        if (number := numbers[code]) is not None:
            yield cells.distinct[code], number


def _why_unread(survey: Survey) -> Issue | None:
    """The fault of a file that did not open or is empty; None for one that holds something else."""
    has_sheets = survey.tables or survey.unused
    return None if has_sheets else next((issue for issue in survey.issues if issue.code != "no_table_found"), None)


def _line(due: DueFollowUp, number: OwnNumber) -> DueLine:
    return DueLine(number=number, moment=due.moment, due_on=due.due_on, days_overdue=due.days_overdue)
