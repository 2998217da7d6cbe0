"""Personal data that their form gives away: e-mail addresses, IBANs, phone numbers, BSNs."""

import re
from collections.abc import Callable
from typing import NamedTuple

from stdnum import iban
from stdnum.nl import bsn

from pipelines.ingest.identities.taken_out import Cleaned, TakenOut


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


def take_out_personal_data(text: str) -> Cleaned:
    """The text with e-mail addresses, IBANs, phone numbers and BSNs replaced by "[kind]", and what they were."""
    taken: list[TakenOut] = []
    for personal in PERSONAL_DATA:
        text = personal.form.sub(lambda match, personal=personal: _replace(match, personal, taken), text)
    return text, tuple(taken)


def _replace(match: re.Match[str], personal: PersonalData, taken: list[TakenOut]) -> str:
    if not personal.is_valid(match[0]):
        return match[0]
    taken.append(TakenOut(personal.kind, match[0]))
    return f"[{personal.kind}]"
