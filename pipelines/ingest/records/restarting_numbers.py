"""Numbers that begin again at each site: then number and site together tell who it is."""

from collections.abc import Mapping

import numpy as np

from pipelines.ingest.cells.sheet import CellColumn
from pipelines.ingest.records.measurements import Measured
from pipelines.ingest.tables.table import Heading, Table

# One double row may be a slip of the keyboard; so many people twice at one moment are none.
FEWEST_PEOPLE = 2
# What tells a moment or a score apart tells no site.
NO_SITE = frozenset({"participant", "moment", "measured_on", "rater", "instrument", "indicator", "value"})


def site_column(measured: Measured, doubled: Mapping[int, int]) -> Heading | None:
    """The column that differs wherever a row doubles an earlier one (`doubled`: row → earlier row), if there is one.

    Not asked where somebody already said which column the participant's number is.
    """
    table = measured.issues.table
    is_said = any(heading.meaning.is_given for heading in table.all_with("participant"))
    if is_said or len({int(measured.person[row]) for row in doubled}) < FEWEST_PEOPLE:
        return None
    candidates = (heading for heading in table.headings if _may_be_site(heading))
    return next((heading for heading in candidates if _tells_apart(table, heading, doubled)), None)


def _may_be_site(heading: Heading) -> bool:
    meaning = heading.meaning
    return not (heading.is_measured or meaning.is_identifying or meaning.part_of) and meaning.field not in NO_SITE


def _tells_apart(table: Table, heading: Heading, doubled: Mapping[int, int]) -> bool:
    """Whether it is filled in and different in every pair, and says the same in so many rows that it is no remark."""
    cells, filled = table.cells(heading), table.is_filled_in(heading)
    rows = np.fromiter({*doubled, *doubled.values()}, dtype=np.int64)
    differs = all(cells.codes[row] != cells.codes[first] for row, first in doubled.items())
    return differs and bool(filled[rows].all()) and 2 * _n_distinct(cells, rows) <= len(rows)


def _n_distinct(cells: CellColumn, rows: np.ndarray) -> int:
    return len(np.unique(cells.codes[rows]))
