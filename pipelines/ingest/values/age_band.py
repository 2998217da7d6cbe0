"""A day of birth becomes an age band; the day itself goes no further than the reader."""

import re
from datetime import date

from pipelines.ingest.cells.sheet import Cell
from pipelines.ingest.values.days import parse_date

# The first age of each band; the last one is open.
BANDS = (0, 18, 27, 35, 50, 65, 80)
OLDEST = 110
FULL_YEAR = re.compile(r"\d{4}")


def read_birth_date(cell: Cell, today: date) -> date | None:
    """The day of birth; None for what is no day, or nobody's who is alive. A year of two digits lies in the past."""
    day = parse_date(cell)
    if day and day > today and isinstance(cell, str) and not FULL_YEAR.search(cell):
        # 29 February may not exist a century earlier.
        day = day.replace(year=day.year - 100, day=min(day.day, 28) if day.month == 2 else day.day)
    return day if day and 0 <= age_on(today, day) <= OLDEST else None


def age_on(day: date, born_on: date) -> int:
    """Whole years."""
    return day.year - born_on.year - ((day.month, day.day) < (born_on.month, born_on.day))


def age_band(age: int) -> str:
    """The band as it is written: 35-49, 80+."""
    place = max(place for place, first in enumerate(BANDS) if first <= max(age, 0))
    return f"{BANDS[place]}-{BANDS[place + 1] - 1}" if place + 1 < len(BANDS) else f"{BANDS[place]}+"
