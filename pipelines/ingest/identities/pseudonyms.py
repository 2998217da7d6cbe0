"""Who it is about stays outside: the numbers of people become keyed pseudonyms."""

import hmac
import unicodedata

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
