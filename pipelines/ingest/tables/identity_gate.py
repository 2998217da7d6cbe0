"""Nobody's identity gets past this: what the columns of a table give away, by their headings and by what they hold.

A day of birth becomes an age band and a postcode its four digits where the sheet speaks of participants; everything
else by which somebody can be recognised is left out. Nothing of it happens without an issue that says so.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from pipelines.domain.spelling import bare
from pipelines.ingest.cells.sheet import Cell, text_of
from pipelines.ingest.headings.vocabulary import ATTRIBUTE, Coarsened, Meaning
from pipelines.ingest.identities.column_content import (
    POSTCODE,
    Identity,
    identity_of,
    is_bsn_column,
    is_name_column,
    sample_of,
)
from pipelines.ingest.tables.table import MEASUREMENTS, PARTICIPANTS, Heading, Table
from pipelines.ingest.values.age_band import age_on, read_birth_date
from pipelines.ingest.values.days import parse_date

AGE_BAND, NEIGHBOURHOOD = f"{ATTRIBUTE}age_band", f"{ATTRIBUTE}neighbourhood"
TOLD_OF_PEOPLE = (PARTICIPANTS, MEASUREMENTS)
HIDDEN = Meaning(is_identifying=True)
BIRTH = re.compile(r"geb(?:oren|oorte|dat|d$|$)|birth|^dob$")
POSTCODE_HEADING = re.compile(r"postcode|postalcode|zip")
FOUR_DIGITS = re.compile(r"[1-9]\d{3}")
# More rows tell no more of what a column holds.
MOST_ROWS = 100_000
NEARLY_ALL = 0.8
# Days that lie this far back and this far apart are days of birth, whatever the column is called.
YEARS_BACK, YEARS_APART, FEWEST_BIRTHS = 15, 10, 5


@dataclass(frozen=True)
class Gated:
    """A table without what gives people away. `notes` are columns with the code of what is to be said of them, `hidden`
    those that are left out because of what they hold."""

    table: Table
    notes: tuple[tuple[Heading, str], ...]
    hidden: tuple[Heading, ...]


def keep_identities_out(table: Table, today: date) -> Gated:
    """Looks at every column that is not measured."""
    gate = _Gate(table, today)
    headings = tuple(map(gate.let_through, table.headings))
    return Gated(replace(table, headings=headings), tuple(gate.notes), tuple(gate.hidden))


class _Gate:
    def __init__(self, table: Table, today: date) -> None:
        self._table = table
        self._today = today
        self._fields = {heading.meaning.field for heading in table.headings}
        self.notes: list[tuple[Heading, str]] = []
        self.hidden: list[Heading] = []

    def let_through(self, heading: Heading) -> Heading:
        """The column as it may be read."""
        meaning = heading.meaning
        if "participant" in (meaning.field, meaning.part_of):
            self._warn_about_numbers(heading)
            return heading
        is_open = meaning.field in (None, "rater") or (meaning.field or "").startswith(ATTRIBUTE)
        if heading.is_measured or meaning.is_ignored or not is_open:
            return heading
        cells = self._cells(heading)
        found = self._coarsened(heading, cells) if cells else None
        if found:
            return found
        return heading if meaning.is_identifying or not cells else self._hide_by_content(heading, cells)

    def _warn_about_numbers(self, heading: Heading) -> None:
        texts = sample_of(self._cells(heading))
        if is_bsn_column(texts):
            self.notes.append((heading, "participant_is_bsn"))
        elif is_name_column(texts):
            self.notes.append((heading, "participant_is_name"))

    def _coarsened(self, heading: Heading, cells: Sequence[Cell]) -> Heading | None:
        """The column as an attribute that gives nobody away; None if it is none of those that can be coarsened."""
        if self._table.kind not in TOLD_OF_PEOPLE:
            return None
        if AGE_BAND not in self._fields and self._is_birth_date(heading, cells):
            return self._as(heading, AGE_BAND, Coarsened.BIRTH_DATE)
        free = NEIGHBOURHOOD not in self._fields or heading.meaning.field == NEIGHBOURHOOD
        if free and _is_postcode(heading, cells):
            return self._as(heading, NEIGHBOURHOOD, Coarsened.POSTCODE)
        return None

    def _as(self, heading: Heading, field: str, coarsened: Coarsened) -> Heading:
        self._fields.add(field)
        self.notes.append((heading, f"{coarsened}_coarsened"))
        return replace(heading, meaning=Meaning(field, coarsened=coarsened))

    def _is_birth_date(self, heading: Heading, cells: Sequence[Cell]) -> bool:
        n_days = sum(read_birth_date(cell, self._today) is not None for cell in cells)
        return bool(BIRTH.search(bare(heading.text))) and n_days >= NEARLY_ALL * len(cells)

    def _hide_by_content(self, heading: Heading, cells: Sequence[Cell]) -> Heading:
        identity = identity_of(cells)
        is_place = heading.meaning.field == NEIGHBOURHOOD and identity is Identity.NAME
        if (identity is None or is_place) and not self._are_births(cells):
            return heading
        self.hidden.append(heading)
        return replace(heading, meaning=HIDDEN)

    def _are_births(self, cells: Sequence[Cell]) -> bool:
        """Days so long ago and so far apart that they must be of people. A bare number is no day here."""
        days = [parse_date(cell) for cell in cells if not isinstance(cell, float)]
        ages = sorted(age_on(self._today, day) for day in days if day)
        if len(ages) < max(FEWEST_BIRTHS, NEARLY_ALL * len(cells)):
            return False
        return ages[len(ages) // 2] >= YEARS_BACK and ages[-1] - ages[0] >= YEARS_APART

    def _cells(self, heading: Heading) -> list[Cell]:
        return self._table.cells(heading).rows(0, MOST_ROWS).present


def _is_postcode(heading: Heading, cells: Sequence[Cell]) -> bool:
    """Four digits and two letters tell it by themselves, four digits only under a heading that says so."""
    texts = [text_of(cell) for cell in cells]
    if POSTCODE_HEADING.search(bare(heading.text)):
        n_found = sum(bool(POSTCODE.fullmatch(text) or FOUR_DIGITS.fullmatch(text)) for text in texts)
        return n_found >= NEARLY_ALL * len(texts)
    return identity_of(cells) is Identity.POSTCODE
