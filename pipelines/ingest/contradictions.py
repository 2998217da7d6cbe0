"""What contradicts what, over all rows and tables of an upload."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from pipelines.ingest.measurements import RATERS, Measured
from pipelines.ingest.observations import Observations, Visits
from pipelines.ingest.people import People


def refuse_doubles(observations: Observations, tables: Sequence[Measured]) -> bool:
    """The same participant, moment, rater and indicator twice: the later row is refused, whatever its value.

    Gives whether there were any.
    """
    key = _key(observations)
    is_double = pd.Series(key).duplicated().to_numpy()
    if not is_double.any():
        return False
    first_with = pd.Series(np.arange(len(key)), index=key).groupby(level=0).first()
    noted: set[tuple[int, int]] = set()
    for place in np.flatnonzero(is_double).tolist():
        where = int(observations.table[place]), int(observations.row[place])
        if where not in noted:
            noted.add(where)
            first = first_with[key[place]]
            reference = tables[observations.table[first]].issues.table.reference(int(observations.row[first]))
            tables[where[0]].issues.about_row("duplicate_measurement", where[1], expected=reference)
    return True


def check_order(visits: Visits, tables: Sequence[Measured]) -> None:
    """A follow-up that is not later than the measurement before it, by the same rater."""
    dated = np.flatnonzero(~np.isnat(visits.day))
    order = dated[np.lexsort((visits.day[dated], visits.moment[dated], visits.rater[dated], visits.person[dated]))]
    who, moment, day = _rated(visits)[order], visits.moment[order], visits.day[order]
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


def _key(observations: Observations) -> np.ndarray:
    """One whole number per participant, moment, rater and indicator."""
    n_moments = int(observations.moment.max(initial=0)) + 1
    person = observations.person.astype(np.int64)
    key = (person * n_moments + observations.moment) * len(RATERS) + observations.rater
    return key * max(1, len(observations.keys)) + observations.indicator


def _rated(visits: Visits) -> np.ndarray:
    return visits.person.astype(np.int64) * len(RATERS) + visits.rater


def _warn(visits: Visits, place: int, tables: Sequence[Measured], code: str, day: np.datetime64) -> None:
    issues, row = tables[visits.table[place]].issues, int(visits.row[place])
    heading = issues.table.one_with("measured_on", int(visits.moment[place])) or issues.table.one_with("measured_on")
    issues.about_row(code, row, heading, cell=visits.day[place].item(), expected=day.item().isoformat())
