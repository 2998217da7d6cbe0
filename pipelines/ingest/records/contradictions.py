"""What contradicts what, over all rows and tables of an upload."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from pipelines.ingest.cells.limits import MAX_MOMENT
from pipelines.ingest.records.measurements import RATERS, Measured
from pipelines.ingest.records.observations import Observations, Visits, gather_places
from pipelines.ingest.records.people import People


def refuse_doubles(observations: Observations, visits: Visits, tables: Sequence[Measured]) -> bool:
    """The same participant, moment, rater and indicator twice: the later row is refused, whatever its value.

    Gives whether there were any. Only who was visited twice at one moment can have been scored twice.
    """
    if not pd.Series(_visit_key(visits.person, visits.moment, visits.rater)).duplicated().any():
        return False
    key = _visit_key(observations.person, observations.moment, observations.rater) * len(observations.keys)
    key += observations.indicator
    table_of, row_of = gather_places(tables)
    doubles = np.flatnonzero(pd.Series(key).duplicated().to_numpy())
    first_with = pd.Series(np.arange(len(key)), index=key).groupby(level=0).first()
    later: dict[tuple[int, int], int] = {}
    for place in doubles.tolist():
        later.setdefault((int(table_of[place]), int(row_of[place])), int(first_with[key[place]]))
    for (table, row), first in later.items():
        reference = tables[table_of[first]].issues.table.reference(int(row_of[first]))
        tables[table].issues.about_row("duplicate_measurement", row, expected=reference)
    return bool(later)


def check_order(visits: Visits, tables: Sequence[Measured]) -> None:
    """A follow-up that is not later than the measurement before it, by the same rater."""
    dated = np.flatnonzero(~np.isnat(visits.day))
    order = dated[np.lexsort((visits.day[dated], visits.moment[dated], visits.rater[dated], visits.person[dated]))]
    who, moment, day = _visit_key(visits.person, 0, visits.rater)[order], visits.moment[order], visits.day[order]
    begins = np.flatnonzero(np.r_[True, (np.diff(who) != 0) | (np.diff(moment) != 0)][: len(order)])
    block = np.searchsorted(begins, np.arange(len(order)), side="right") - 1
    # The last row of the moment before, which is its latest day.
    before = begins[block] - 1
    is_late = (before >= 0) & (who[before] == who) & (day <= day[before])
    for place in np.flatnonzero(is_late).tolist():
        _warn(visits, int(order[place]), tables, "follow_up_before_start", day[before[place]])


def check_stays(visits: Visits, tables: Sequence[Measured], people: People) -> None:
    """A measurement after the participant left."""
    if not len(visits.row):
        return
    left = people.days_left()[visits.person]
    for place in np.flatnonzero(visits.day > left).tolist():
        _warn(visits, place, tables, "measured_after_exit", left[place])


def check_listed(visits: Visits, tables: Sequence[Measured], on_list: np.ndarray, name_of_list: str) -> None:
    """Somebody who was measured and does not stand on the sheet of participants; told once for each."""
    unlisted = ~np.isin(visits.person, on_list)
    _, firsts = np.unique(visits.person[unlisted], return_index=True)
    for place in np.flatnonzero(unlisted)[np.sort(firsts)].tolist():
        issues, row = tables[visits.table[place]].issues, int(visits.row[place])
        number = issues.table.one_with("participant")
        issues.about_row("participant_not_listed", row, number, expected=name_of_list)


def _visit_key(person: np.ndarray, moment: np.ndarray | int, rater: np.ndarray) -> np.ndarray:
    """One whole number per participant, moment and rater."""
    return (person.astype(np.int64) * (MAX_MOMENT + 1) + moment) * len(RATERS) + rater


def _warn(visits: Visits, place: int, tables: Sequence[Measured], code: str, day: np.datetime64) -> None:
    issues, row = tables[visits.table[place]].issues, int(visits.row[place])
    heading = issues.table.one_with("measured_on", int(visits.moment[place])) or issues.table.one_with("measured_on")
    issues.about_row(code, row, heading, cell=visits.day[place].item(), expected=day.item().date().isoformat())
