"""What stands in measured columns and is no score: codes for "not measured", words for numbers, ticks."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Self

from pipelines.ingest.cells.sheet import Cell, text_of
from pipelines.ingest.values.notation import parse_number

# An empty cell of which somebody said that nothing was measured: no tick either.
NOT_MEASURED = "\u2003"
TICKS = frozenset("x xx v ✓ ✔ √ ☑ ☒ ✗ ✘".split())

CODE_NUMBERS = frozenset({9, 99, 999, 9999, 88, 888, 77, 777, -1, -8, -9, -88, -99, -999})
CODE_WORDS = frozenset((
    ".", "..", "...", "…", "-", "--", "–", "—", "?", "??", "*", "/", "x", "n.v.t.", "n.v.t", "nvt", "n/a", "n.a.", "na",
    "n.b.", "nb", "onb", "onb.", "onbekend", "weet niet", "weet ik niet", "w.n.", "wn", "geen", "geen antwoord",
    "geen score", "niet ingevuld", "niet bekend", "niet gemeten", "niet van toepassing", "leeg", "null", "none", "nan",
    "nil", "missing", "unknown", "not known", "not measured", "not applicable", "no answer", "don't know", "dont know",
))  # fmt: skip
# "<5" and "65+" hide a number behind a bound.
BOUND = re.compile(r"[<>≤≥]=?\s*\d+(?:[.,]\d+)?|\d+\s*\+")


@dataclass(frozen=True)
class Codes:
    """What was said once for all measured columns: which cells mean "not measured", and which a number."""

    missing: frozenset[str] = frozenset()
    values: Mapping[str, float] = field(default_factory=dict)

    @classmethod
    def said(cls, missing: Iterable[str], values: Mapping[str, float]) -> Self:
        return cls(frozenset(map(spelled, missing)), {spelled(word): number for word, number in values.items()})


def spelled(cell: Cell) -> str:
    """The cell as codes are compared: capitals and spaces around it do not count, signs do: "<5" is not "5"."""
    return " ".join(unicodedata.normalize("NFKC", text_of(cell)).casefold().split())


def looks_like_code(cell: Cell) -> bool:
    """Whether people write this for "not measured", or to hide a number."""
    text = spelled(cell)
    return text in CODE_WORDS or bool(BOUND.fullmatch(text)) or parse_number(cell) in CODE_NUMBERS


def is_tick(cell: Cell) -> bool:
    """Whether the cell holds a mark for yes that leaves open what an empty cell means."""
    return spelled(cell) in TICKS
