"""What contradicts what, over all rows and tables of an upload."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from pipelines.domain.issue import Issue
from pipelines.ingest.cells.limits import MAX_MOMENT
from pipelines.ingest.records.measurements import RATERS, Measured
from pipelines.ingest.records.observations import Observations, Visits, gather_places
from pipelines.ingest.records.people import People
from pipelines.ingest.records.restarting_numbers import site_column


def refuse_doubles(observations: Observations, visits: Visits, tables: Sequence[Measured]) -> bool:
    """The same participant, moment, rater and indicator twice: the later row is refused, whatever its value.

    Gives whether there were any. Only who was visited twice at one moment can have been scored twice.
    """
    if not pd.Series(visit_key(visits.person, visits.moment, visits.rater)).duplicated().any():
        return False
    key = visit_key(observations.person, observations.moment, observations.rater) * len(observations.keys)
    key += observations.indicator
    table_of, row_of = gather_places(tables)
    doubles = np.flatnonzero(pd.Series(key).duplicated().to_numpy())
    first_with = pd.Series(np.arange(len(key)), index=key).groupby(level=0).first()
    later: dict[tuple[int, int], tuple[int, int]] = {}
    for place in doubles.tolist():
        first = int(first_with[key[place]])
        later.setdefault((int(table_of[place]), int(row_of[place])), (int(table_of[first]), int(row_of[first])))
    for number in {table for table, _ in later}:
        doubled = {row: first for (table, row), first in later.items() if table == number}
        _refuse_rows(tables, number, doubled)
    return bool(later)


def _refuse_rows(tables: Sequence[Measured], number: int, doubled: dict[int, tuple[int, int]]) -> None:
    """Refuses the later rows one by one, or asks of the whole table whether its numbers begin again at each site."""
    issues = tables[number].issues
    within = {row: first for row, (table, first) in doubled.items() if table == number}
    site = site_column(tables[number], within) if len(within) == len(doubled) else None
    if site is not None:
        issues.about_table("number_restarts", site, expected=issues.table.all_with("participant")[0].text)
        return
    for row, (table, first) in doubled.items():
        issues.about_row("duplicate_measurement", row, expected=tables[table].issues.table.reference(first))


def check_order(visits: Visits, tables: Sequence[Measured]) -> None:
    """A follow-up that is not later than the measurement before it, by the same rater."""
    dated = np.flatnonzero(~np.isnat(visits.day))
    order = dated[np.lexsort((visits.day[dated], visits.moment[dated], visits.rater[dated], visits.person[dated]))]
    who, moment, day = visit_key(visits.person, 0, visits.rater)[order], visits.moment[order], visits.day[order]
    begins = np.flatnonzero(np.r_[True, (np.diff(who) != 0) | (np.diff(moment) != 0)][: len(order)])
    block = np.searchsorted(begins, np.arange(len(order)), side="right") - 1
    # The last row of the moment before, which is its latest day.
    before = begins[block] - 1
    is_late = (before >= 0) & (who[before] == who) & (day <= day[before])
    for place in np.flatnonzero(is_late).tolist():
        _warn(visits, int(order[place]), tables, "follow_up_before_start", day[before[place]])


def check_stays(visits: Visits, tables: Sequence[Measured], people: People) -> None:
    """A measurement after the participant left, or before they came."""
    if not len(visits.row):
        return
    came, left = people.days("enrolled_on")[visits.person], people.days("left_on")[visits.person]
    for place in np.flatnonzero(visits.day > left).tolist():
        _warn(visits, place, tables, "measured_after_exit", left[place])
    for place in np.flatnonzero(visits.day < came).tolist():
        _warn(visits, place, tables, "measured_before_enrolment", came[place])


def check_one_day(visits: Visits, tables: Sequence[Measured]) -> None:
    """One moment of one participant and rater on two days; told of every row that differs from the first."""
    dated = np.flatnonzero(~np.isnat(visits.day))
    _, first, which = np.unique(
        visit_key(visits.person, visits.moment, visits.rater)[dated], return_index=True, return_inverse=True
    )
    days = visits.day[dated]
    for place in np.flatnonzero(days != days[first][which]).tolist():
        _warn(visits, int(dated[place]), tables, "moment_on_two_days", days[first[which[place]]])


def no_start(visits: Visits, tables: Sequence[Measured]) -> list[Issue]:
    """Follow-ups of people of whom this upload has no start, not even a refused one; an earlier upload may have it."""
    moments = [occasion.moment[occasion.is_scored] for table in tables for occasion in table.occasions.values()]
    is_there = any((moment == 0).any() for moment in moments)
    return [Issue(code="no_start_in_upload")] if len(visits.moment) and not is_there else []


def check_listed(visits: Visits, tables: Sequence[Measured], on_list: np.ndarray, name_of_list: str) -> None:
    """Somebody who was measured and does not stand on the sheet of participants; told once for each."""
    unlisted = ~np.isin(visits.person, on_list)
    _, firsts = np.unique(visits.person[unlisted], return_index=True)
    for place in np.flatnonzero(unlisted)[np.sort(firsts)].tolist():
        issues, row = tables[visits.table[place]].issues, int(visits.row[place])
        number = issues.table.one_with("participant")
        issues.about_row("participant_not_listed", row, number, expected=name_of_list)


def visit_key(person: np.ndarray, moment: np.ndarray | int, rater: np.ndarray) -> np.ndarray:
    """One whole number per participant, moment and rater."""
    return (person.astype(np.int64) * (MAX_MOMENT + 1) + moment) * len(RATERS) + rater


def _warn(visits: Visits, place: int, tables: Sequence[Measured], code: str, day: np.datetime64) -> None:
    issues, row = tables[visits.table[place]].issues, int(visits.row[place])
    heading = issues.table.one_with("measured_on", int(visits.moment[place])) or issues.table.one_with("measured_on")
    issues.about_row(code, row, heading, cell=visits.day[place].item(), expected=day.item().date().isoformat())
