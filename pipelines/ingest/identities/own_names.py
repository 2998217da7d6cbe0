"""The names that a project knows itself, of residents, volunteers and places, taken out of every text.

The names are in memory as long as an upload is; what is remembered of them is a keyed number per name. So a later text
can be held against them word by word, and the list itself lies nowhere.
"""

import re
from collections.abc import Collection, Iterable, Iterator

from pipelines.ingest.identities.dutch_names import name_lists, plain
from pipelines.ingest.identities.pseudonyms import Pseudonyms
from pipelines.ingest.identities.taken_out import Cleaned, TakenOut

# Pieces of a name: "Anne-Marie" and "Anne Marie" are one. The 's of "Fatima's" is taken along.
PIECE = re.compile(r"[^\W_]+")
POSSESSIVE = re.compile(r"['’]s\b", re.IGNORECASE)
BETWEEN = re.compile(r"[\s.'’-]{1,3}")
LONGEST_NAME = 6
SHORTEST_PART = 3
KIND = "naam"


class OwnNames:
    """Recognises the names of one project: those given now, and those whose digests are remembered.

    A name counts as a whole, in capitals or not; its parts count where they are written with a capital ("Amrani" of
    "Fatima el Amrani"), unless they are common words.
    """

    def __init__(
        self, pseudonyms: Pseudonyms | None = None, names: Iterable[str] = (), remembered: Collection[int] = ()
    ) -> None:
        self._pseudonyms = pseudonyms
        self._seen: dict[str, bool] = {}
        self.digests = frozenset(self._digests_of(names))
        self._known = self.digests | frozenset(remembered)

    def take_out(self, text: str) -> Cleaned:
        """The text with "[naam]" for each of the names, and what they were."""
        if not self._known:
            return text, ()
        taken: list[TakenOut] = []
        cleaned, copied_to = [], 0
        for start, end in self._places(text):
            cleaned += [text[copied_to:start], f"[{KIND}]"]
            taken.append(TakenOut(KIND, text[start:end]))
            copied_to = end
        return "".join([*cleaned, text[copied_to:]]), tuple(taken)

    def _places(self, text: str) -> Iterator[tuple[int, int]]:
        """Where a name begins and ends; the longest name goes before, none overlaps another."""
        pieces = list(PIECE.finditer(text))
        place = 0
        while place < len(pieces):
            length = self._length_of_name(text, pieces[place : place + LONGEST_NAME])
            if not length:
                place += 1
                continue
            end = pieces[place + length - 1].end()
            possessive = POSSESSIVE.match(text, end)
            yield pieces[place].start(), possessive.end() if possessive else end
            place += length + bool(possessive)

    def _length_of_name(self, text: str, pieces: list[re.Match[str]]) -> int:
        """Of how many of these pieces, from the first on, a name consists; 0 if none begins here."""
        for length in range(_n_joined(text, pieces), 0, -1):
            if self._is_known("name", " ".join(plain(piece[0]) for piece in pieces[:length])):
                return length
        return int(pieces[0][0][0].isupper() and self._is_known("name_part", plain(pieces[0][0])))

    def _is_known(self, kind: str, name: str) -> bool:
        assert self._pseudonyms is not None
        key = f"{kind} {name}"
        if key not in self._seen:
            self._seen[key] = self._pseudonyms.name(kind, name) in self._known
        return self._seen[key]

    def _digests_of(self, names: Iterable[str]) -> Iterator[int]:
        for name in names:
            pieces = [plain(piece) for piece in PIECE.findall(name)][:LONGEST_NAME]
            if self._pseudonyms is None or not _is_name(pieces):
                continue
            yield self._pseudonyms.name("name", " ".join(pieces))
            if len(pieces) > 1:
                yield from (self._pseudonyms.name("name_part", piece) for piece in pieces if _tells_enough(piece))


NO_NAMES = OwnNames()


def _n_joined(text: str, pieces: list[re.Match[str]]) -> int:
    """How many of these pieces stand together, with no more than a space, hyphen or apostrophe between them."""
    for place in range(1, len(pieces)):
        if not BETWEEN.fullmatch(text, pieces[place - 1].end(), pieces[place].start()):
            return place
    return len(pieces)


def _is_name(pieces: Collection[str]) -> bool:
    """An initial or the word "de" alone is no name to look for."""
    return len("".join(pieces)) > 1 and not name_lists().interfixes.issuperset(pieces)


def _tells_enough(part: str) -> bool:
    lists = name_lists()
    return len(part) >= SHORTEST_PART and part not in lists.interfixes | lists.common_words
