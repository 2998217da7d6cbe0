"""Measurements of all tables of an upload together: the observations, and what contradicts what."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from pipelines.domain.registration import OBSERVATION_COLUMNS
from pipelines.ingest.measurements import RATERS, Measured
from pipelines.ingest.people import NOBODY, People

NUMBER, DAY, VALUE = np.empty(0, dtype=np.int64), np.empty(0, dtype="datetime64[D]"), np.empty(0)
NO_OBSERVATION = (NUMBER, NUMBER, NUMBER, NUMBER, NUMBER, NUMBER, DAY, VALUE)
NO_VISIT = (NUMBER, NUMBER, NUMBER, NUMBER, NUMBER, DAY)

# Id of the set, code of the indicator.
IndicatorKey = tuple[str, str]


@dataclass(frozen=True)
class Observations:
    """Arrays of equal length, one element per observation, in the order of the upload.

    `table` and `row` say where it stands; `keys[indicator]` is the indicator.
    """

    table: np.ndarray
    row: np.ndarray
    person: np.ndarray
    indicator: np.ndarray
    moment: np.ndarray
    rater: np.ndarray
    day: np.ndarray
    value: np.ndarray
    keys: Sequence[IndicatorKey]


@dataclass(frozen=True)
class Visits:
    """The rows in which somebody was measured at a moment; arrays of equal length, like Observations."""

    table: np.ndarray
    row: np.ndarray
    person: np.ndarray
    moment: np.ndarray
    rater: np.ndarray
    day: np.ndarray


def gather_observations(tables: Sequence[Measured]) -> Observations:
    """All observations in rows that are not refused."""
    keys: dict[IndicatorKey, int] = {}
    parts = [part for number, table in enumerate(tables) for part in _parts(table, number, keys)]
    return Observations(*_join(parts, NO_OBSERVATION), keys=list(keys))


def gather_visits(tables: Sequence[Measured]) -> Visits:
    """Every row and moment with a score, in rows that are not refused."""
    parts = []
    for number, table in enumerate(tables):
        for occasion in table.occasions.values():
            rows = np.flatnonzero(occasion.is_scored & ~table.issues.is_refused & ~table.issues.is_skipped)
            arrays = (occasion.moment, occasion.rater, occasion.day)
            parts.append((np.full(len(rows), number), rows, table.person[rows], *(array[rows] for array in arrays)))
    return Visits(*_join(parts, NO_VISIT))


def refuse_doubles(observations: Observations, tables: Sequence[Measured]) -> None:
    """The same participant, moment, rater and indicator twice: the later row is refused, whatever its value."""
    if not len(observations.row):
        return
    n_moments, n_indicators = int(observations.moment.max()) + 1, int(observations.indicator.max()) + 1
    key = (observations.person * n_moments + observations.moment) * len(RATERS) + observations.rater
    key = key * n_indicators + observations.indicator
    is_double = pd.Series(key).duplicated().to_numpy()
    if not is_double.any():
        return
    first_with = pd.Series(np.arange(len(key)), index=key).groupby(level=0).first()
    noted: set[tuple[int, int]] = set()
    for place in np.flatnonzero(is_double).tolist():
        table, row = int(observations.table[place]), int(observations.row[place])
        if (table, row) not in noted:
            noted.add((table, row))
            first = first_with[key[place]]
            reference = tables[observations.table[first]].issues.table.reference(int(observations.row[first]))
            tables[table].issues.about_row("duplicate_measurement", row, expected=reference)


def check_order(visits: Visits, tables: Sequence[Measured]) -> None:
    """A follow-up that is not later than the measurement before it."""
    dated = np.flatnonzero(~np.isnat(visits.day))
    group = visits.person[dated] * len(RATERS) + visits.rater[dated]
    order = dated[np.lexsort((visits.day[dated], visits.moment[dated], group))]
    group, moment = visits.person[order] * len(RATERS) + visits.rater[order], visits.moment[order]
    begins = np.flatnonzero(np.r_[True, (np.diff(group) != 0) | (np.diff(moment) != 0)][: len(order)])
    block = np.searchsorted(begins, np.arange(len(order)), side="right") - 1
    before = begins[block] - 1
    has_before = (before >= 0) & (group[before] == group)
    is_late = has_before & (visits.day[order] <= visits.day[order[before]])
    for place in np.flatnonzero(is_late).tolist():
        _warn(visits, order[place], tables, "follow_up_before_start", visits.day[order[before[place]]])


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


def observation_frame(observations: Observations, people: People) -> pd.DataFrame:
    """The frame of a Registration (OBSERVATION_COLUMNS); instrument, indicator and rater are categories of str."""
    keys = observations.keys
    ids = people.participant_ids
    return pd.DataFrame(
        {
            "participant_id": ids[observations.person] if len(ids) else np.empty(0, dtype=np.int64),
            "instrument": _categories(observations.indicator, [instrument for instrument, _ in keys]),
            "indicator": _categories(observations.indicator, [code for _, code in keys]),
            "moment": observations.moment.astype(np.int16),
            "rater": _categories(observations.rater, RATERS),
            "measured_on": observations.day.astype("datetime64[s]"),
            "value": observations.value,
        },
        columns=OBSERVATION_COLUMNS,
        copy=False,
    )


def _parts(table: Measured, number: int, keys: dict[IndicatorKey, int]) -> list[tuple[np.ndarray, ...]]:
    """Per column of scores the arrays of Observations, in their order."""
    is_accepted = ~table.issues.is_refused & ~table.issues.is_skipped & (table.person != NOBODY)
    parts = []
    for scores in table.scores:
        known = scores.understood.is_known & is_accepted[scores.rows]
        rows, occasion = scores.rows[known], table.occasions[scores.moment]
        values = scores.understood.array("float64", np.nan)[known]
        indicator = keys.setdefault((scores.instrument, scores.indicator.code), len(keys))
        parts.append((
            np.full(len(rows), number), rows, table.person[rows], np.full(len(rows), indicator),
            occasion.moment[rows], occasion.rater[rows], occasion.day[rows], values,
        ))  # fmt: skip
    return parts


def _join(parts: Sequence[Sequence[np.ndarray]], nothing: Sequence[np.ndarray]) -> list[np.ndarray]:
    """The arrays of all parts, one after another."""
    return [np.concatenate(arrays) for arrays in zip(nothing, *parts, strict=True)]


def _warn(visits: Visits, place: int, tables: Sequence[Measured], code: str, day: np.datetime64) -> None:
    issues, row = tables[visits.table[place]].issues, int(visits.row[place])
    heading = issues.table.one_with("measured_on", int(visits.moment[place])) or issues.table.one_with("measured_on")
    issues.about_row(code, row, heading, cell=visits.day[place].item(), expected=day.item().isoformat())


def _categories(codes: np.ndarray, names: Sequence[str]) -> pd.Categorical:
    """Names by number; several numbers may have one name."""
    distinct = list(dict.fromkeys(names))
    place = np.array([distinct.index(name) for name in names], dtype=np.int8 if len(distinct) < 128 else np.int32)
    return pd.Categorical.from_codes(place[codes] if len(codes) else codes.astype(np.int8), categories=distinct)
