"""One number in two spellings: "007" in one place and 7 in another, because a spreadsheet took the zeros away."""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import chain, compress
from typing import NamedTuple

import numpy as np

from pipelines.ingest.identities.pseudonyms import Pseudonyms
from pipelines.ingest.tables.table_issues import TableIssues
from pipelines.ingest.values.cell_types import read_number_of_person
from pipelines.ingest.values.understanding import understand

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
    numbers = set(chain.from_iterable(_numbers(issues).values() for issues in tables))
    in_doubt = {
        short: padded
        for padded, short in _without_leading_zeros(numbers)
        if short in numbers and pseudonyms.participant(short) != pseudonyms.participant(padded)
    }
    if in_doubt:
        places = {number: Place(issues, code) for issues in tables[::-1] for code, number in _numbers(issues).items()}
        for issues in tables:
            _ask(issues, {short: places[padded] for short, padded in in_doubt.items()})


def _numbers(issues: TableIssues) -> dict[int, str]:
    """The numbers in the rows that are not skipped, by which of the distinct cells of their column they are."""
    heading = issues.table.one_with("participant")
    if heading is None:
        return {}
    numbers = understand(issues.table.cells(heading), read_number_of_person)
    occurs = np.bincount(numbers.column.codes[~issues.is_skipped], minlength=len(numbers.meanings)).tolist()
    found = dict(compress(enumerate(numbers.meanings), occurs))
    return (
        found if None not in found.values() else {code: number for code, number in found.items() if number is not None}
    )


def _without_leading_zeros(numbers: Collection[str]) -> Iterator[tuple[str, str]]:
    """Each number that has such zeros, and what it is without them. Worked out in one text, for they are many."""
    stripped = LEADING_ZEROS.sub("", "\n".join(numbers)).splitlines()
    return ((number, short) for number, short in zip(numbers, stripped, strict=True) if len(short) < len(number))


def _ask(issues: TableIssues, in_doubt: dict[str, Place]) -> None:
    heading = issues.table.one_with("participant")
    if heading is None:
        return
    numbers = understand(issues.table.cells(heading), read_number_of_person)
    elsewhere = [in_doubt.get(number) for number in numbers.meanings]
    codes = numbers.column.codes
    is_in_doubt = np.array([place is not None for place in elsewhere], dtype=bool)[codes] & ~issues.is_skipped
    for row in np.flatnonzero(is_in_doubt).tolist():
        place = elsewhere[codes[row]]
        if place is not None:
            issues.about_row("number_spelling_differs", row, heading, expected=place.reference)
