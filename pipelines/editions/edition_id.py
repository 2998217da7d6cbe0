"""The name of an edition, as it stands in addresses and file names."""

import re

FORM = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
MOST_LETTERS = 120


class UnusableEditionId(ValueError):
    """What was given as an edition's id is none; the message does not repeat it."""


def checked_edition_id(text: str) -> str:
    """The text itself when it has the form of an id: small letters, digits and single hyphens, like
    `2026-11-achter-de-voordeur-3f2a9c1d`. Raises UnusableEditionId: it may never lead to another file."""
    if len(text) > MOST_LETTERS or not FORM.fullmatch(text):
        raise UnusableEditionId("the id of an edition has small letters, digits and hyphens only")
    return text
