"""How much a heading looks like a name that is known: typing errors, abbreviations, and words around the name.

Only ever used to suggest. The threshold is high on purpose: a wrong suggestion stops an import with a question, and
"Contactmoment" is not a misspelt "Meetmoment". Measured on the headings in tests/ingest/test_suggestions.py.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz import fuzz

from pipelines.domain.spelling import bare
from pipelines.ingest.headings.marks import without_marks

# Of 100. Two letters wrong in a word of ten are 80, one is 90.
THRESHOLD = 85.0
AROUND_A_NAME, ABBREVIATED = 95.0, 88.0
# Shorter names resemble too much by chance.
SHORTEST_NAME, SHORTEST_WITHIN, SHORTEST_PREFIX = 5, 6, 3
# What may stand beside a name and says when or of what kind a score is, not of what.
BESIDE_A_NAME = re.compile(
    r"\b(?:\d{1,2}(?:e|de|ste|st|nd|rd|th)?|(?:19|20)\d\d|[tm]\d{1,2}|\d{1,2}m|meting|meetmoment|mnd|mnden|maand|maanden|"
    r"month|months|jaar|jr|weken|na|voor|bij|begin|eind|einde|start|intake|tussen|tussentijds|tussenmeting|eindmeting|"
    r"beginmeting|startmeting|vervolgmeting|nulmeting|evaluatie|score|niveau|leefgebied|domein|zrm|ssm|level|domain)\b"
)
# Of sets and sheets: some hundreds.
MOST_NAMES = 10_000
BETWEEN_WORDS = re.compile(r"[^\w&]+|_+")


class Readings:
    """The ways in which one heading, or a part of it, can be read; worked out once for all names."""

    def __init__(self, heading: str) -> None:
        self._readings = [(words, bare("".join(words))) for words in _readings(heading) if words]

    def likeness(self, name: str) -> float:
        """From 0 to 100; below THRESHOLD there is nothing to suggest."""
        known, names = _known(name)
        return max((_likeness(words, spelled, known, names) for words, spelled in self._readings), default=0.0)


@lru_cache(maxsize=MOST_NAMES)
def _known(name: str) -> tuple[str, tuple[str, ...]]:
    """The bare spelling of a name that is known, and its words."""
    return bare(name), tuple(_words(name))


def _likeness(words: Sequence[str], spelled: str, known: str, names: Sequence[str]) -> float:
    if spelled == known:
        return 100.0
    if len(known) < SHORTEST_NAME:
        return 0.0
    if len(known) >= SHORTEST_WITHIN and _contains(words, names):
        return AROUND_A_NAME
    ratio = fuzz.ratio(spelled, known)
    return max(ratio, ABBREVIATED) if _abbreviates(words, names) else ratio


def _readings(heading: str) -> tuple[list[str], list[str]]:
    """The words of the heading, and those that are left without what may stand beside a name."""
    plain = BETWEEN_WORDS.sub(" ", without_marks(heading).casefold())
    return _words(plain), _words(BESIDE_A_NAME.sub(" ", plain))


def _words(text: str) -> list[str]:
    return [bare(word) for word in BETWEEN_WORDS.sub(" ", text.casefold()).split() if word != "&"]


def _contains(words: Sequence[str], name: Sequence[str]) -> bool:
    starts = range(len(words) - len(name) + 1)
    return any(list(words[start : start + len(name)]) == list(name) for start in starts)


def _abbreviates(words: Sequence[str], name: Sequence[str]) -> bool:
    """ "fin" and "geest gez" are the beginnings of the words of a name, each of them, from the first on."""
    shortest = SHORTEST_PREFIX if len(words) == 1 else SHORTEST_PREFIX - 1
    return len(words) <= len(name) and all(
        len(word) >= shortest and whole.startswith(word) for word, whole in zip(words, name, strict=False)
    )
