"""Who it is about stays outside: the numbers of people become keyed pseudonyms."""

import hmac
import unicodedata
from collections.abc import Iterable, Mapping

SEPARATOR = "\x1f"
KINDS = ("participant", "household", "record", "name", "name_part")


class Pseudonyms:
    """Turns the numbers of one project's people into whole numbers of 63 bits that nobody without the key can undo.

    HMAC-SHA256 over project, kind and number. Capitals and spaces around a number do not count ("p12" is "P12"),
    leading zeros do ("007" is not "7"): they may be all that tells two people apart. `same_people` says of a pseudonym
    that it is another number of somebody else's.
    """

    __slots__ = ("_begun", "same_people")

    def __init__(self, key: bytes, project: str, same_people: Mapping[int, int] | None = None) -> None:
        self.same_people = dict(same_people or {})
        self._begun = {
            kind: hmac.new(key, f"{project}{SEPARATOR}{kind}{SEPARATOR}".encode(), "sha256") for kind in KINDS
        }

    def participant(self, number: str) -> int:
        own = self.of_number(number)
        return self.same_people.get(own, own)

    def participants(self, numbers: Iterable[str]) -> list[int]:
        """The same of many numbers, in their order."""
        begun, same = self._begun["participant"], self.same_people
        own = [_finish(begun, canonical_number(number)) for number in numbers]
        return [same.get(one, one) for one in own] if same else own

    def of_number(self, number: str) -> int:
        """The pseudonym of this very number, whoever else's it was said to be."""
        return self._pseudonym("participant", canonical_number(number))

    def with_same_people(self, pairs: Iterable[tuple[str, str]]) -> "Pseudonyms":
        """Pseudonyms under which the first number of each pair is the person of the second."""
        one = Pseudonyms.__new__(Pseudonyms)
        one._begun, one.same_people = self._begun, dict(self.same_people)
        for number, same_as in pairs:
            gone, kept = one.participant(number), one.participant(same_as)
            if gone != kept:
                one.same_people = {who: kept if whom == gone else whom for who, whom in one.same_people.items()}
                one.same_people[gone] = kept
        return one

    def household(self, number: str) -> int:
        return self._pseudonym("household", canonical_number(number))

    def record(self, *said: object) -> int:
        """The number of a record by what it says, so that the same row uploaded twice stays one record."""
        return self._pseudonym("record", SEPARATOR.join(map(str, said)))

    def name(self, kind: str, name: str) -> int:
        """The number by which a name of the project's own list is known again; `kind` is "name" or "name_part"."""
        return self._pseudonym(kind, name)

    def _pseudonym(self, kind: str, number: str) -> int:
        return _finish(self._begun[kind], number)


def _finish(begun: hmac.HMAC, number: str) -> int:
    digest = begun.copy()
    digest.update(number.encode())
    return int.from_bytes(digest.digest()[:8]) >> 1


def canonical_number(number: str) -> str:
    """A participant's number in the one spelling under which it is known."""
    if number.isascii() and number.isalnum():
        return number.lower()
    return " ".join(unicodedata.normalize("NFKC", number).casefold().split())
