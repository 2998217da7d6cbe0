"""How people write days: Dutch first, English too. What may be two days is never made one of them."""

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Literal

from pipelines.ingest.cells.sheet import Cell

BETWEEN = r"[-/. ]"
YEAR = r"['’‘]?(\d{4}|\d{2})"
WEEKDAY = r"(?:(?:ma|di|wo|do|vr|za|zo|mo|tu|we|th|fr|sa|su)[a-z]*\.?,? )?"
DAY_FIRST = re.compile(rf"{WEEKDAY}(\d{{1,2}}){BETWEEN}(\d{{1,2}}){BETWEEN}{YEAR}")
YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
RUN_TOGETHER = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)")
DAY_MONTH_NAME = re.compile(rf"{WEEKDAY}(\d{{1,2}})(?:e|st|nd|rd|th)?\.?{BETWEEN}*([a-z]+)\.?,?{BETWEEN}*{YEAR}")
MONTH_NAME_DAY = re.compile(rf"{WEEKDAY}([a-z]+)\.? (\d{{1,2}})(?:st|nd|rd|th)?,? {YEAR}")
TIME_OF_DAY = re.compile(
    r"(?:[T ]|, )\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?(?:Z| ?[AP]M| ?uur| ?u| ?h|[+-]\d\d:?\d\d)?$", re.IGNORECASE
)
MONTHS = {
    name: number
    for number, names in enumerate((
        "jan januari january", "feb febr februari february", "mrt maart mar march", "apr april", "mei may",
        "jun juni june", "jul juli july", "aug augustus august", "sep sept september", "okt oktober oct october",
        "nov november", "dec december",
    ), start=1)
    for name in names.split()
}  # fmt: skip
N_MONTHS = 12
# Two digits of a year: 00–49 are this century.
CENTURY_TURNS_AT = 50
# The day before the first of a spreadsheet, so that its serial numbers can be added. Those that count from 1900 take
# that year for a leap year, so it lies two days before the first.
FIRST_SERIAL_DAY = {False: date(1899, 12, 30), True: date(1904, 1, 1)}
# What a bare number may be the serial of.
SERIAL_DAYS = (date(1954, 10, 3), date(2099, 12, 31))
EARLIEST = date(1900, 1, 1)

# Which comes first in the figures of a column: the day, the month, or now this and now that.
DayOrder = Literal["day", "month", "both"]


def day_order(cells: Iterable[Cell]) -> DayOrder | None:
    """What the texts of one column put first where that can be seen, None if none of them shows it.

    "25-1-2025" shows the day, "1/25/2025" the month, "3-4-2025" nothing.
    """
    shown = {_first_shown(cell) for cell in cells if isinstance(cell, str)} - {None}
    return "both" if len(shown) > 1 else shown.pop() if shown else None


def is_order_unclear(cell: Cell, order: DayOrder | None) -> bool:
    """Whether this cell may be another day than it seems, in a column that puts the month first somewhere.

    Also a cell of days: a spreadsheet that takes "3/4/2025" for 3 April leaves "3/25/2025" behind as a text.
    """
    if order not in ("month", "both"):
        return False
    if isinstance(cell, date):
        return cell.day <= N_MONTHS and cell.day != cell.month
    found = DAY_FIRST.fullmatch(_plain(cell)) if isinstance(cell, str) else None
    return found is not None and int(found[1]) <= N_MONTHS and found[1] != found[2]


def parse_date(cell: Cell, *, counts_from_1904: bool = False) -> date | None:
    """A day, from a cell of days, its serial number or a text; day before month. None where it is no day."""
    if isinstance(cell, datetime):
        return _if_plausible(cell.date())
    if isinstance(cell, date):
        return _if_plausible(cell)
    if isinstance(cell, float):
        return _from_number(cell, FIRST_SERIAL_DAY[counts_from_1904])
    return _from_text(_plain(cell)) if isinstance(cell, str) else None


def _plain(text: str) -> str:
    return TIME_OF_DAY.sub("", " ".join(text.casefold().split()))


def _first_shown(text: str) -> DayOrder | None:
    found = DAY_FIRST.fullmatch(_plain(text))
    if not found:
        return None
    first, second = int(found[1]), int(found[2])
    if first > N_MONTHS >= second:
        return "day"
    return "month" if second > N_MONTHS >= first else None


def _from_number(number: float, first_day: date) -> date | None:
    first, last = ((day - first_day).days for day in SERIAL_DAYS)
    if first <= number <= last:
        return first_day + timedelta(days=int(number))
    return _from_text(f"{number:.0f}") if number.is_integer() else None


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
