"""The measurements of all tables of an upload together, as arrays and as the frame of a Registration."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from pipelines.domain.registration import OBSERVATION_COLUMNS
from pipelines.ingest.measurements import RATERS, Measured
from pipelines.ingest.people import NOBODY, People

NUMBER, DAY, VALUE = np.empty(0, dtype=np.int8), np.empty(0, dtype="datetime64[D]"), np.empty(0)
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
    parts = [part for number, table in enumerate(tables) for part in _columns_of_scores(table, number, keys)]
    return Observations(*_join(parts, NO_OBSERVATION), keys=list(keys))


def gather_visits(tables: Sequence[Measured]) -> Visits:
    """Every row and moment with a score, in rows that are not refused."""
    parts = []
    for number, table in enumerate(tables):
        for occasion in table.occasions.values():
            rows = np.flatnonzero(occasion.is_scored & table.issues.is_accepted)
            arrays = (table.person, occasion.moment, occasion.rater, occasion.day)
            parts.append((np.full(len(rows), number, dtype=np.int32), rows, *(array[rows] for array in arrays)))
    return Visits(*_join(parts, NO_VISIT))


def observation_frame(observations: Observations, people: People) -> pd.DataFrame:
    """The frame of a Registration (OBSERVATION_COLUMNS); instrument, indicator and rater are categories of str."""
    keys, ids = observations.keys, people.participant_ids
    columns = {
        "participant_id": ids[observations.person] if len(ids) else np.empty(0, dtype=np.int64),
        "instrument": _categories(observations.indicator, [instrument for instrument, _ in keys]),
        "indicator": _categories(observations.indicator, [code for _, code in keys]),
        "moment": observations.moment.astype(np.int16),
        "rater": _categories(observations.rater, RATERS),
        "measured_on": observations.day.astype("datetime64[s]"),
        "value": observations.value,
    }
    return pd.DataFrame(columns, columns=OBSERVATION_COLUMNS, copy=False)


def _columns_of_scores(table: Measured, number: int, keys: dict[IndicatorKey, int]) -> list[tuple[np.ndarray, ...]]:
    """Per column of scores the arrays of Observations, in their order."""
    is_accepted = table.issues.is_accepted & (table.person != NOBODY)
    parts = []
    for scores in table.scores:
        known = scores.understood.is_known & is_accepted[scores.rows]
        rows, occasion = scores.rows[known].astype(np.int32), table.occasions[scores.moment]
        values = scores.understood.array("float64", np.nan)[known]
        indicator = keys.setdefault((scores.instrument, scores.indicator.code), len(keys))
        arrays = (table.person, np.full(len(table.person), indicator, dtype=np.int32), occasion.moment, occasion.rater)
        from_where = (np.full(len(rows), number, dtype=np.int32), rows)
        parts.append((*from_where, *(array[rows] for array in arrays), occasion.day[rows], values))
    return parts


def _join(parts: Sequence[Sequence[np.ndarray]], nothing: Sequence[np.ndarray]) -> list[np.ndarray]:
    """The arrays of all parts, one after another."""
    return [np.concatenate(arrays) for arrays in zip(nothing, *parts, strict=True)]


def _categories(codes: np.ndarray, names: Sequence[str]) -> pd.Categorical:
    """Names by number; several numbers may have one name."""
    distinct = list(dict.fromkeys(names))
    place = np.array([distinct.index(name) for name in names], dtype=np.int8 if len(distinct) < 128 else np.int32)
    return pd.Categorical.from_codes(place[codes] if len(codes) else codes.astype(np.int8), categories=distinct)
