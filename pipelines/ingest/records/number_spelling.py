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
    """The first row in which a spelling stands."""

    issues: TableIssues
    row: int


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
    """Every number as it is written, with the first row of it."""
    found: dict[str, Place] = {}
    for issues in tables:
        heading = issues.table.one_with("participant")
        if heading is not None:
            cells = issues.table.cells(heading)
            codes, rows = np.unique(np.where(issues.is_skipped, -1, cells.codes), return_index=True)
            for code, row in zip(codes.tolist(), rows.tolist(), strict=True):
                if code >= 0 and not is_empty(cells.distinct[code]):
                    found.setdefault(read_number_of_person(cells.distinct[code]), Place(issues, row))
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
            issues.about_row("number_spelling_differs", row, heading, expected=place.issues.table.reference(place.row))
