"""One number in two spellings: "007" in one place and 7 in another, because a spreadsheet took the zeros away."""

import re
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from pipelines.ingest.cells.sheet import is_empty
from pipelines.ingest.identities.pseudonyms import Pseudonyms
from pipelines.ingest.tables.table_issues import TableIssues
from pipelines.ingest.values.cell_types import read_number_of_person

LEADING_ZEROS = re.compile(r"(?<!\d)0+(?=\d)")


class Place(NamedTuple):
    """A table in which a spelling stands, and which of the distinct cells of its column that is."""

    issues: TableIssues
    code: int

    @property
    def reference(self) -> str:
        """The first row in which it stands."""
        table = self.issues.table
        heading = table.one_with("participant")
        rows = np.flatnonzero(table.cells(heading).codes == self.code) if heading else [0]
        return table.reference(int(rows[0]))


def check_number_spelling(tables: Sequence[TableIssues], pseudonyms: Pseudonyms) -> None:
    """Refuses the rows whose number stands elsewhere in the upload with zeros before it: one person, or two?

    Not where somebody said that they are one.
    """
    spellings = _spellings(tables)
    padded = {LEADING_ZEROS.sub("", number): number for number in spellings if LEADING_ZEROS.search(number)}
    in_doubt = {
        number: spellings[padded[number]]
        for number in spellings.keys() & padded.keys()
        if pseudonyms.participant(number) != pseudonyms.participant(padded[number])
    }
    if in_doubt:
        for issues in tables:
            _ask(issues, in_doubt)


def _spellings(tables: Sequence[TableIssues]) -> dict[str, Place]:
    """Every number as it is written, with the first table that has it."""
    found: dict[str, Place] = {}
    for issues in tables:
        heading = issues.table.one_with("participant")
        if heading is not None:
            cells = issues.table.cells(heading)
            for code in np.flatnonzero(np.bincount(cells.codes[~issues.is_skipped])).tolist():
                if not is_empty(cells.distinct[code]):
                    found.setdefault(read_number_of_person(cells.distinct[code]), Place(issues, code))
    return found


def _ask(issues: TableIssues, in_doubt: dict[str, Place]) -> None:
    heading = issues.table.one_with("participant")
    if heading is None:
        return
    cells = issues.table.cells(heading)
    elsewhere = [in_doubt.get(read_number_of_person(cell)) for cell in cells.distinct]
    is_in_doubt = np.array([place is not None for place in elsewhere], dtype=bool)[cells.codes] & ~issues.is_skipped
    for row in np.flatnonzero(is_in_doubt).tolist():
        place = elsewhere[cells.codes[row]]
        if place is not None:
            issues.about_row("number_spelling_differs", row, heading, expected=place.reference)
