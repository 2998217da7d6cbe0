"""How people write numbers, days, moments and yes or no: Dutch first, English too. Every function gives None for a cell
that it does not understand; none guesses."""

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta

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
AROUND_A_NUMBER = re.compile(r"€|EUR\b|(?<=\d)[\s\u00a0\u202f](?=\d{3}\b)|,-$", re.IGNORECASE)

DAY_FIRST = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})")
YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
RUN_TOGETHER = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)")
DAY_MONTH_NAME = re.compile(r"(?:[a-z]+,? )?(\d{1,2})(?:e|st|nd|rd|th)?[- ]([a-z]+)\.?,?[- ](\d{4}|\d{2})")
MONTH_NAME_DAY = re.compile(r"([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")
TIME_OF_DAY = re.compile(r"[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z| ?[AP]M|[+-]\d\d:?\d\d)?$", re.IGNORECASE)
MONTHS = {
    name: number
    for number, names in enumerate((
        "jan januari january", "feb februari february", "mrt maart mar march", "apr april", "mei may", "jun juni june",
        "jul juli july", "aug augustus august", "sep sept september", "okt oktober oct october", "nov november",
        "dec december",
    ), start=1)
    for name in names.split()
}  # fmt: skip
# Two digits of a year: 00–49 are this century.
CENTURY_TURNS_AT = 50
# Days since 30 December 1899 that a cell of days without its layout shows: 1954 to 2099.
SERIAL_DAYS = (20_000, 73_050)
FIRST_SERIAL_DAY = date(1899, 12, 30)
EARLIEST = date(1900, 1, 1)

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


def parse_number(cell: Cell, mark: str | None = None) -> float | None:
    """A number; `mark` is what the column shows before decimals (decimal_mark).

    Where the column does not show it, "1.234" is the Dutch thousand; where it mixes both, "1.234" is not understood.
    """
    if isinstance(cell, float):
        return cell if abs(cell) != float("inf") and cell == cell else None
    if not isinstance(cell, str):
        return None
    text = _number_text(cell)
    if PLAIN_NUMBER.fullmatch(text):
        return float(text)
    if mark == BOTH and _is_either(text):
        return None
    if (GROUPED_BY_COMMA if mark == "." else GROUPED_BY_POINT).fullmatch(text):
        return float(text.replace(".", "").replace(",", ""))
    if DECIMAL_COMMA.fullmatch(text) and mark != ".":
        return float(text.replace(".", "").replace(",", "."))
    if DECIMAL_POINT.fullmatch(text) and mark != ",":
        return float(text.replace(",", ""))
    return None


def parse_date(cell: Cell) -> date | None:
    """A day, from a cell of days, its serial number or a text; day before month."""
    if isinstance(cell, datetime):
        return _if_plausible(cell.date())
    if isinstance(cell, date):
        return _if_plausible(cell)
    if isinstance(cell, float):
        return _from_number(cell)
    return _from_text(TIME_OF_DAY.sub("", " ".join(cell.casefold().split()))) if isinstance(cell, str) else None


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
    return AROUND_A_NUMBER.sub("", cell.strip().replace("−", "-")).strip()


def _is_either(text: str) -> bool:
    """ "1.234" and "1,234": a thousand and more, or one and a bit."""
    return bool(GROUPED_BY_POINT.fullmatch(text) or GROUPED_BY_COMMA.fullmatch(text))


def _mark_shown(text: str) -> str | None:
    if _is_either(text):
        several = max(text.count("."), text.count(",")) > 1
        return ("," if "." in text else ".") if several else None
    return "," if DECIMAL_COMMA.fullmatch(text) else "." if DECIMAL_POINT.fullmatch(text) else None


def _from_number(number: float) -> date | None:
    if not number.is_integer() and not SERIAL_DAYS[0] <= number <= SERIAL_DAYS[1]:
        return None
    if SERIAL_DAYS[0] <= number <= SERIAL_DAYS[1]:
        return FIRST_SERIAL_DAY + timedelta(days=int(number))
    return _from_text(f"{number:.0f}")


def _from_text(text: str) -> date | None:
    if found := YEAR_FIRST.fullmatch(text) or RUN_TOGETHER.fullmatch(text):
        return _day(found[1], found[2], found[3])
    if found := DAY_FIRST.fullmatch(text):
        return _day(found[3], found[2], found[1])
    if found := DAY_MONTH_NAME.fullmatch(text):
        return _day(found[3], MONTHS.get(found[2], 0), found[1])
    if found := MONTH_NAME_DAY.fullmatch(text):
        return _day(found[3], MONTHS.get(found[1], 0), found[2])
    return None


def _day(year: str, month: str | int, day: str) -> date | None:
    full_year = int(year)
    if len(year) == 2:
        full_year += 2000 if full_year < CENTURY_TURNS_AT else 1900
    try:
        return _if_plausible(date(full_year, int(month), int(day)))
    except ValueError:
        return None


def _if_plausible(day: date) -> date | None:
    return day if day >= EARLIEST else None
