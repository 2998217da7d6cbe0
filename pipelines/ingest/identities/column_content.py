"""What a column holds, told by its cells: whatever it is called, a list of names is a list of names.

One cell proves nothing: one number in eleven passes the test of a BSN, and Mark is a word too. So a kind is only told
of a column in which nearly all distinct cells are of it.
"""

import re
from collections.abc import Callable, Sequence
from enum import StrEnum

from stdnum.nl import bsn

from pipelines.ingest.cells.sheet import Cell, text_of
from pipelines.ingest.identities.dutch_names import is_first_name, is_full_name, is_surname, may_be_surname
from pipelines.ingest.identities.personal_data import PERSONAL_DATA


class Identity(StrEnum):
    """Kinds of columns by which somebody can be recognised."""

    BSN = "bsn"
    NAME = "name"
    CONTACT = "contact"
    POSTCODE = "postcode"
    ADDRESS = "address"


# So many distinct cells tell enough of a column, however long it is.
MOST_CELLS = 400
NEARLY_ALL, MOST = 0.9, 0.5
# By chance one number in eleven passes: of six, all pass in one column in a million.
FEWEST_BSN = 6
# A first name alone may be a flower or a month: two of them may not be chance, one is.
FEWEST_NAMES, FEWEST_SURNAMES = 2, 3
NAMES_SHARE, SURE_NAMES_SHARE = 0.75, 0.4

DIGITS = re.compile(r"\d{8,9}")
MARKS_IN_NUMBERS = re.compile(r"[ .-]")
# A phone number that was typed as a number has lost its zero: 612345678, 31612345678.
PHONE_AS_NUMBER = re.compile(r"(?:31)?6\d{8}")
POSTCODE = re.compile(r"[1-9]\d{3} ?(?!SA|SD|SS)[A-Z]{2}(?:[ ,].{0,12})?", re.IGNORECASE)
STREET = "straat|laan|weg|plein|gracht|kade|dijk|singel|dreef|steeg|plantsoen|markt|park|hof|pad|burg|wal|erf|str"
ADDRESS = re.compile(
    rf"(?:[\w.'’-]+ ){{0,5}}?[\w'’-]*(?:{STREET})\.? ?\d{{1,5}}(?:[ -]?\w{{1,4}})?(?:,.{{0,40}})?", re.IGNORECASE
)


def identity_of(cells: Sequence[Cell]) -> Identity | None:
    """The kind of personal data that a column of these distinct filled cells holds, None if it holds none."""
    sample = sample_of(cells)
    return next((identity for identity, holds in TESTS.items() if sample and holds(sample)), None)


def sample_of(cells: Sequence[Cell]) -> list[str]:
    """The texts of some of the cells, from first to last: enough to judge a column by."""
    return [text_of(cell) for cell in cells[:: max(1, len(cells) // MOST_CELLS)]]


def is_bsn_column(texts: Sequence[str]) -> bool:
    """Enough different numbers of nine digits (eight where a zero was lost), nearly all of which pass the test."""
    numbers = {MARKS_IN_NUMBERS.sub("", text) for text in texts}
    candidates = [number for number in numbers if DIGITS.fullmatch(number)]
    n_valid = sum(bsn.is_valid(number.zfill(9)) for number in candidates)
    return n_valid >= FEWEST_BSN and n_valid >= NEARLY_ALL * len(numbers)


def is_name_column(texts: Sequence[str]) -> bool:
    """Mostly names, a fair part of them beyond doubt; or surnames and nothing else."""
    distinct = {" ".join(text.casefold().split()): text for text in texts}.values()
    n_full = sum(map(is_full_name, distinct))
    n_first = sum(map(is_first_name, distinct))
    n_last = sum(map(is_surname, distinct))
    n_names, n_sure = sum(_is_name(text) for text in distinct), n_full + n_first
    if n_full and n_full >= NAMES_SHARE * len(distinct):
        return True
    if n_sure >= FEWEST_NAMES and n_sure >= SURE_NAMES_SHARE * len(distinct):
        return n_names >= NAMES_SHARE * len(distinct)
    return n_last >= max(FEWEST_SURNAMES, MOST * len(distinct)) and all(map(may_be_surname, distinct))


def _is_name(text: str) -> bool:
    return is_full_name(text) or is_first_name(text) or is_surname(text)


def _is_contact_column(texts: Sequence[str]) -> bool:
    """E-mail addresses, phone numbers or IBANs."""
    return _share(texts, _is_contact) >= MOST


def _is_contact(text: str) -> bool:
    forms = (data for data in PERSONAL_DATA if data.kind != "bsn")
    found = any((match := data.form.search(text)) and data.is_valid(match[0]) for data in forms)
    return found or bool(PHONE_AS_NUMBER.fullmatch(text))


def _share(texts: Sequence[str], holds: Callable[[str], object]) -> float:
    return sum(bool(holds(text)) for text in texts) / len(texts)


TESTS: dict[Identity, Callable[[Sequence[str]], bool]] = {
    Identity.BSN: is_bsn_column,
    Identity.CONTACT: _is_contact_column,
    Identity.POSTCODE: lambda texts: _share(texts, POSTCODE.fullmatch) >= NEARLY_ALL,
    Identity.ADDRESS: lambda texts: _share(texts, ADDRESS.fullmatch) >= MOST,
    Identity.NAME: is_name_column,
}
