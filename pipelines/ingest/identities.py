"""Who it is about stays outside: numbers of people become keyed pseudonyms, personal data are found and taken out."""

import hmac
import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from typing import NamedTuple

from stdnum import iban
from stdnum.nl import bsn

SEPARATOR = "\x1f"
KINDS = ("participant", "household", "record")


class Pseudonyms:
    """Turns the numbers of one project's people into whole numbers of 63 bits that nobody without the key can undo.

    HMAC-SHA256 over project, kind and number. Capitals and spaces around a number do not count ("p12" is "P12"),
    leading zeros do ("007" is not "7"): they may be all that tells two people apart.
    """

    __slots__ = ("_begun",)

    def __init__(self, key: bytes, project: str) -> None:
        self._begun = {
            kind: hmac.new(key, f"{project}{SEPARATOR}{kind}{SEPARATOR}".encode(), "sha256") for kind in KINDS
        }

    def participant(self, number: str) -> int:
        return self._pseudonym("participant", canonical_number(number))

    def household(self, number: str) -> int:
        return self._pseudonym("household", canonical_number(number))

    def record(self, *said: object) -> int:
        """The number of a record by what it says, so that the same row uploaded twice stays one record."""
        return self._pseudonym("record", SEPARATOR.join(map(str, said)))

    def _pseudonym(self, kind: str, number: str) -> int:
        digest = self._begun[kind].copy()
        digest.update(number.encode())
        return int.from_bytes(digest.digest()[:8]) >> 1


def canonical_number(number: str) -> str:
    """A participant's number in the one spelling under which it is known."""
    if number.isascii() and number.isalnum():
        return number.lower()
    return " ".join(unicodedata.normalize("NFKC", number).casefold().split())


class PersonalData(NamedTuple):
    """A kind of personal data that its form gives away. `kind` is the word that takes its place in a text."""

    kind: str
    form: re.Pattern[str]
    is_valid: Callable[[str], bool]


def _is_always(_: str) -> bool:
    """The form says it all."""
    return True


PERSONAL_DATA = (
    PersonalData("e-mailadres", re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+"), _is_always),
    PersonalData(
        "iban",
        re.compile(r"\b[A-Z]{2}\d{2}(?:[A-Z0-9]{10,30}| ?[A-Z]{4} ?\d{4} ?\d{4} ?\d{2})\b", re.IGNORECASE),
        iban.is_valid,
    ),
    PersonalData(
        "telefoonnummer",
        re.compile(r"(?<![\w.,-])(?:(?:\+|00)31[\s-]?(?:\(0\)[\s-]?)?|0)[1-9](?:[\s-]?\d){8}(?!\d)"),
        _is_always,
    ),
    PersonalData("bsn", re.compile(r"(?<![\w.,-])\d{4}[ .]?\d{2}[ .]?\d{3}(?!\d)"), bsn.is_valid),
)


def take_out_personal_data(text: str) -> tuple[str, Counter[str]]:
    """The text with e-mail addresses, IBANs, phone numbers and BSNs replaced by "[kind]", and how many of each."""
    found: Counter[str] = Counter()
    for personal in PERSONAL_DATA:
        text = personal.form.sub(lambda match, personal=personal: _replace(match, personal, found), text)
    return text, found


def _replace(match: re.Match[str], personal: PersonalData, found: Counter[str]) -> str:
    if not personal.is_valid(match[0]):
        return match[0]
    found[personal.kind] += 1
    return f"[{personal.kind}]"


def kinds_in(found: Counter[str]) -> str:
    """What was found, as an issue shows it: "2 × naam, 1 × plaats"."""
    return ", ".join(f"{n} × {kind}" for kind, n in found.items())
