"""The attributes of participants: groups to break results down by, and nothing that tells who somebody is."""

from dataclasses import replace
from datetime import date
from functools import partial

import numpy as np

from pipelines.ingest.cells.sheet import Cell, text_of
from pipelines.ingest.headings.vocabulary import ATTRIBUTE, Coarsened
from pipelines.ingest.identities.own_names import OwnNames
from pipelines.ingest.identities.short_text import Names, clean_short_text
from pipelines.ingest.identities.taken_out import Cleaned, kinds_in
from pipelines.ingest.records.people import NOBODY
from pipelines.ingest.tables.table import Heading
from pipelines.ingest.tables.table_issues import TableIssues
from pipelines.ingest.values.age_band import read_birth_date
from pipelines.ingest.values.understanding import Understood, understand

# From this many participants on, a column in which so large a share has a value of its own tells who is who.
DETAIL_FROM, DETAIL_SHARE = 6, 0.75
# A group has a short name: what is longer is a text about somebody.
LONGEST_VALUE = 60
# A column of which this share is personal data is a column of personal data.
IDENTIFYING_SHARE = 0.5
DIGITS_OF_POSTCODE = 4
NEIGHBOURHOOD = f"{ATTRIBUTE}neighbourhood"


def understand_attribute(
    issues: TableIssues, heading: Heading, person: np.ndarray, own_names: OwnNames, today: date
) -> Understood | None:
    """What a column says of participants; None for one that says too much. `person` is per row, NOBODY to pass over.

    A column of birth dates gives the days: they become age bands when everything else is known.
    """
    cells = issues.table.cells(heading)
    if heading.meaning.coarsened is Coarsened.BIRTH_DATE:
        return understand(cells, partial(read_birth_date, today=today))
    if heading.meaning.coarsened is Coarsened.POSTCODE:
        return _unless_detailed(issues, heading, understand(cells, _read_postcode), person)
    understood = understand(cells, text_of)
    cleaned = [_clean(heading, text, own_names) for text in understood.meanings]
    is_personal = np.array([bool(taken) for _, taken in cleaned], dtype=bool)[understood.column.codes]
    is_personal &= ~issues.is_skipped
    if is_personal.sum() > IDENTIFYING_SHARE * (understood.is_known & ~issues.is_skipped).sum():
        issues.leave_out(heading, "identifying_column")
        return None
    if _unless_detailed(issues, heading, understood, person) is None:
        return None
    for row in np.flatnonzero(is_personal):
        taken = cleaned[understood.column.codes[row]][1]
        issues.about_row("identifying_value", int(row), heading, expected=kinds_in(taken))
    issues.about_cells(heading, understood)
    meanings = [None if taken else text for text, (_, taken) in zip(understood.meanings, cleaned, strict=True)]
    return replace(understood, meanings=meanings)


def _clean(heading: Heading, text: str | None, own_names: OwnNames) -> Cleaned:
    names = Names.NONE if heading.meaning.field == NEIGHBOURHOOD else Names.FULL
    return clean_short_text(text or "", own_names, names)


def _read_postcode(cell: Cell) -> str | None:
    """1234 of "1234 AB 12"; None for what is no postcode."""
    digits = text_of(cell)[:DIGITS_OF_POSTCODE]
    return digits if len(digits) == DIGITS_OF_POSTCODE and digits.isdecimal() else None


def _unless_detailed(
    issues: TableIssues, heading: Heading, understood: Understood, person: np.ndarray
) -> Understood | None:
    """None, with an issue, where nearly everybody has a value of their own."""
    if not _is_too_detailed(understood, person):
        return understood
    issues.leave_out(heading, "attribute_too_detailed")
    return None


def _is_too_detailed(understood: Understood, person: np.ndarray) -> bool:
    told = (person != NOBODY) & understood.is_known
    values = {understood.meanings[code] for code in np.unique(understood.column.codes[told])}
    n_people = len(np.unique(person[told]))
    is_text = any(len(value) > LONGEST_VALUE for value in values)
    return is_text or (n_people >= DETAIL_FROM and len(values) >= DETAIL_SHARE * n_people)
