"""Free texts lose what gives people away before they go any further: names, addresses, full dates, numbers.

Ages stay: a story needs them, and alone they point at nobody. Full dates go, since each may be a date of birth; the
finder of names passes over days without a year ("12 mei"). A program does not see everything: a second reader confirms
(method, section 7).
"""

import logging
import re
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING

from pipelines.ingest.identities.personal_data import take_out_personal_data
from pipelines.ingest.identities.taken_out import Cleaned, TakenOut

if TYPE_CHECKING:
    from deduce import Deduce

Clean = Callable[[str], Cleaned]

# What the finder of names calls things → the word that takes their place.
PLACEHOLDERS = {
    "patient": "naam", "persoon": "naam", "initiaal": "naam", "locatie": "plaats", "instelling": "instelling",
    "ziekenhuis": "instelling", "datum": "datum", "telefoonnummer": "telefoonnummer", "emailadres": "e-mailadres",
    "url": "website", "bsn": "bsn", "id": "nummer",
}  # fmt: skip
SOMETHING_ELSE = "gegeven"
KEPT = frozenset({"leeftijd"})
LETTER = re.compile(r"[^\W\d_]")


def clean(text: str) -> Cleaned:
    """Takes out what has a fixed form, then what only a reader of Dutch recognises as a name or a place."""
    text, by_form = take_out_personal_data(text)
    if not LETTER.search(text):
        return text, by_form
    taken: list[TakenOut] = []
    for annotation in sorted(_finder().deidentify(text).annotations, key=lambda found: -found.start_char):
        if annotation.tag in KEPT:
            continue
        kind = PLACEHOLDERS.get(annotation.tag, SOMETHING_ELSE)
        taken.append(TakenOut(kind, text[annotation.start_char : annotation.end_char]))
        text = f"{text[: annotation.start_char]}[{kind}]{text[annotation.end_char :]}"
    return text, (*by_form, *reversed(taken))


@cache
def _finder() -> "Deduce":
    """Takes some twenty seconds, once in a process, and a minute or two the very first time."""
    with _logging_and_warnings_left_alone():
        from deduce import Deduce

        return Deduce()


@contextmanager
def _logging_and_warnings_left_alone() -> Iterator[None]:
    """On import the library sets the root logger to write all to standard output, and all warnings to be shown."""
    root = logging.getLogger()
    quiet = logging.NullHandler()
    # With a handler in place basicConfig does nothing.
    root.addHandler(quiet)
    try:
        with warnings.catch_warnings():
            yield
    finally:
        root.removeHandler(quiet)
