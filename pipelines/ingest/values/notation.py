"""How people write numbers, moments and yes or no: Dutch first, English too. Every function gives None for a cell that
it does not understand; none guesses. Days: days.py."""

import re
from collections.abc import Iterable

from pipelines.domain.spelling import bare
from pipelines.ingest.cells.limits import MAX_MOMENT
from pipelines.ingest.cells.sheet import Cell

PLAIN_NUMBER = re.compile(r"[+-]?\d+")
DECIMAL_COMMA = re.compile(r"[+-]?(?:\d{1,3}(?:\.\d{3})+|\d+),\d+")
DECIMAL_POINT = re.compile(r"[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)\.\d+")
GROUPED_BY_POINT = re.compile(r"[+-]?[1-9]\d{0,2}(?:\.\d{3})+")
GROUPED_BY_COMMA = re.compile(r"[+-]?[1-9]\d{0,2}(?:,\d{3})+")
BOTH = "both"
# Spaces may group thousands; a sign of euro says nothing about the number itself.
AROUND_A_NUMBER = re.compile(r"€|EUR\b|(?<=\d)[\s\u00a0\u202f](?=\d{3}\b)", re.IGNORECASE)
NO_CENTS = re.compile(r",[-–]$")

MOMENT_WORDS = {
    **dict.fromkeys("nulmeting start startmeting begin beginmeting baseline voormeting intake pre nul zero".split(), 0),
    **dict.fromkeys("nameting vervolgmeting vervolg followup post".split(), 1),
}
# "1e meting" and "eerste meting" are left out on purpose: for some that is the start, for others the first follow-up.
MOMENT_NUMBERED = re.compile(
    r"(?P<before>\d{1,2})\s?[-–]?\s?meting"
    r"|(?:meting|meetmoment|moment|follow[- ]?up|vervolgmeting|vervolg|wave|time|t|m)\s?[-_]?\s?(?P<after>\d{1,2})"
    r"|(?P<word>" + "|".join([*MOMENT_WORDS, "follow[- ]up"]) + ")"
)  # fmt: skip

YES = frozenset("ja j yes y waar true 1".split())
NO = frozenset("nee n no onwaar false 0".split())


def decimal_mark(cells: Iterable[Cell]) -> str | None:
    """The mark that the texts of one column use before decimals; None if they do not show it, BOTH if they mix them.

    "7,5" and "1.234,5" show a comma, "7.5" and "1,234.5" a point. "1.234" shows nothing: it may be either.
    """
    shown = {_mark_shown(_number_text(cell)) for cell in cells if isinstance(cell, str)} - {None}
    return shown.pop() if len(shown) == 1 else BOTH if shown else None


def parse_number(cell: Cell, mark: str | None = None, *, is_whole: bool = False) -> float | None:
    """A number; `mark` is what the column shows before decimals (decimal_mark).

    Where the column does not show it, or mixes both, "1.234" is not understood: it may be a thousand and more, or one
    and a bit (may_be_either). What can only be a whole number (`is_whole`) is the thousand.
    """
    if isinstance(cell, float):
        return cell if abs(cell) != float("inf") and cell == cell else None
    if not isinstance(cell, str):
        return None
    text = _number_text(cell)
    if PLAIN_NUMBER.fullmatch(text):
        return float(text)
    if mark in (None, BOTH) and _is_either(text) and not is_whole:
        return None
    if _is_grouped(text) and (mark in (None, BOTH) or _grouping_sign(text) != mark):
        return float(text.replace(".", "").replace(",", ""))
    if DECIMAL_COMMA.fullmatch(text) and mark != ".":
        return float(text.replace(".", "").replace(",", "."))
    if DECIMAL_POINT.fullmatch(text) and mark != ",":
        return float(text.replace(",", ""))
    return None


def may_be_either(cell: Cell, mark: str | None) -> bool:
    """Whether this number may be a thousand times smaller; the column (`mark`, as in parse_number) does not tell."""
    return mark in (None, BOTH) and isinstance(cell, str) and _is_either(_number_text(cell))


def parse_moment(cell: Cell) -> int | None:
    """The number of a measurement moment: 0 for the start, k for follow-up k."""
    if isinstance(cell, float):
        return int(cell) if cell.is_integer() and 0 <= cell <= MAX_MOMENT else None
    if not isinstance(cell, str):
        return None
    text = " ".join(cell.casefold().split())
    if re.fullmatch(r"\d{1,2}(?:[.,]0)?", text):
        return int(re.split("[.,]", text)[0])
    return moment_of_match(MOMENT_NUMBERED.fullmatch(text))


def moment_of_match(found: re.Match[str] | None) -> int | None:
    """The moment that MOMENT_NUMBERED found."""
    if not found:
        return None
    if found["word"]:
        return MOMENT_WORDS[bare(found["word"])]
    return int(found["before"] or found["after"])


def parse_yes_no(cell: Cell) -> float | None:
    """1 for yes, 0 for no."""
    text = bare(f"{cell:g}" if isinstance(cell, float) else cell) if isinstance(cell, float | str) else ""
    return 1.0 if text in YES else 0.0 if text in NO else None


def _number_text(cell: str) -> str:
    return NO_CENTS.sub(",00", AROUND_A_NUMBER.sub("", cell.strip().replace("−", "-")).strip())


def _is_either(text: str) -> bool:
    """ "1.234" and "1,234": a thousand and more, or one and a bit."""
    return _is_grouped(text) and text.count(".") + text.count(",") == 1


def _is_grouped(text: str) -> bool:
    return bool(GROUPED_BY_POINT.fullmatch(text) or GROUPED_BY_COMMA.fullmatch(text))


def _grouping_sign(text: str) -> str:
    return "." if "." in text else ","


def _mark_shown(text: str) -> str | None:
    if _is_either(text):
        return None
    if _is_grouped(text):
        return "," if "." in text else "."
    return "," if DECIMAL_COMMA.fullmatch(text) else "." if DECIMAL_POINT.fullmatch(text) else None
