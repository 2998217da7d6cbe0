"""The measurements of all tables of an upload together, as arrays and as the frame of a Registration."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace

import numpy as np
import pandas as pd

from pipelines.domain.registration import OBSERVATION_COLUMNS, PLACE_COLUMNS
from pipelines.ingest.records.measurements import NO_DAY, RATERS, Measured
from pipelines.ingest.records.people import NOBODY, People
from pipelines.ingest.records.score_finder import Scores

NUMBER, DAY, VALUE = np.empty(0, dtype=np.int8), np.empty(0, dtype=NO_DAY.dtype), np.empty(0)
NO_OBSERVATION = (NUMBER, NUMBER, NUMBER, NUMBER, DAY, VALUE)
NO_VISIT = (NUMBER, NUMBER, NUMBER, NUMBER, NUMBER, DAY)
NO_PLACE = (NUMBER, NUMBER)

# Id of the set, code of the indicator.
IndicatorKey = tuple[str, str]


@dataclass(frozen=True)
class Observations:
    """Arrays of equal length, one element per observation; `keys[indicator]` is the indicator."""

    person: np.ndarray
    indicator: np.ndarray
    moment: np.ndarray
    rater: np.ndarray
    day: np.ndarray
    value: np.ndarray
    keys: Sequence[IndicatorKey]


@dataclass(frozen=True)
class Visits:
    """The rows in which somebody was measured at a moment; arrays of equal length, one element per row and moment."""

    table: np.ndarray
    row: np.ndarray
    person: np.ndarray
    moment: np.ndarray
    rater: np.ndarray
    day: np.ndarray


def gather_observations(tables: Sequence[Measured]) -> Observations:
    """All observations in rows that are not refused, table by table, column by column."""
    numbers: dict[IndicatorKey, int] = {}
    parts = []
    for table in tables:
        for scores in table.scores:
            number = numbers.setdefault((scores.instrument, scores.indicator.code), len(numbers))
            parts.append(_observations(table, scores, number))
    return Observations(*_join(parts, NO_OBSERVATION), keys=list(numbers))


def gather_places(tables: Sequence[Measured]) -> tuple[np.ndarray, np.ndarray]:
    """Table and row of every observation, in the order of gather_observations."""
    parts = []
    for number, table in enumerate(tables):
        for scores in table.scores:
            rows = scores.rows[_is_taken(table, scores)]
            parts.append((np.full(len(rows), number, dtype=np.int16), rows))
    table, row = _join(parts, NO_PLACE)
    return table, row


def gather_visits(tables: Sequence[Measured]) -> Visits:
    """Every row and moment with a score, in rows that are not refused."""
    parts = []
    for number, table in enumerate(tables):
        for occasion in table.occasions.values():
            rows = np.flatnonzero(occasion.is_scored & table.issues.is_accepted)
            arrays = (table.person, occasion.moment, occasion.rater, occasion.day)
            parts.append((np.full(len(rows), number), rows, *(array[rows] for array in arrays)))
    return Visits(*_join(parts, NO_VISIT))


def observation_frame(observations: Observations, people: People, tables: Sequence[Measured]) -> pd.DataFrame:
    """The frame of a Registration (OBSERVATION_COLUMNS, PLACE_COLUMNS); names are categories of str."""
    table, row = gather_places(tables)
    # Row by row: what the scores of one visit have in common stands together, and is written and read in less time.
    order = np.lexsort((row, table))
    observations, table, row = _in_order(observations, order), table[order], row[order]
    keys, ids = observations.keys, people.participant_ids
    columns = {
        "participant_id": ids[observations.person] if len(ids) else np.empty(0, dtype=np.int64),
        "instrument": _categories(observations.indicator, [instrument for instrument, _ in keys]),
        "indicator": _categories(observations.indicator, [code for _, code in keys]),
        "moment": observations.moment.astype(np.int16),
        "rater": _categories(observations.rater, RATERS),
        "measured_on": observations.day,
        "value": observations.value,
        "is_last": is_last(observations),
    }
    first_rows = np.array([measured.issues.table.row_number(0) for measured in tables], dtype=np.int32)
    columns["sheet"] = _categories(table, [measured.issues.table.sheet.label for measured in tables])
    columns["row"] = first_rows[table] + row.astype(np.int32) if len(row) else row.astype(np.int32)
    return pd.DataFrame(columns, columns=(*OBSERVATION_COLUMNS, *PLACE_COLUMNS), copy=False)


def _in_order(observations: Observations, order: np.ndarray) -> Observations:
    arrays = {field.name: getattr(observations, field.name) for field in fields(observations) if field.name != "keys"}
    return replace(observations, **{name: array[order] for name, array in arrays.items()})


def is_last(observations: Observations) -> np.ndarray:
    """Per observation, whether no later moment of its participant, indicator and rater is among them."""
    n_indicators = max(1, len(observations.keys))
    who = (observations.person.astype(np.int64) * len(RATERS) + observations.rater) * n_indicators
    course = who + observations.indicator
    last = np.full(int(course.max(initial=-1)) + 1, -1, dtype=np.int16)
    np.maximum.at(last, course, observations.moment.astype(np.int16))
    return observations.moment == last[course]


def _observations(table: Measured, scores: Scores, number: int) -> tuple[np.ndarray, ...]:
    """The arrays of Observations for one column of scores, in their order."""
    taken = _is_taken(table, scores)
    rows, occasion = scores.rows[taken], table.occasions[scores.moment]
    values = scores.understood.array("float64", np.nan)[taken]
    indicator = np.full(len(rows), number, dtype=np.int16)
    return table.person[rows], indicator, occasion.moment[rows], occasion.rater[rows], occasion.day[rows], values


def _is_taken(table: Measured, scores: Scores) -> np.ndarray:
    """Per row of the scores, whether there is a value and nothing is wrong with the row."""
    is_accepted = table.issues.is_accepted & (table.person != NOBODY)
    return scores.understood.is_known & is_accepted[scores.rows]


def _join(parts: Sequence[Sequence[np.ndarray]], nothing: Sequence[np.ndarray]) -> list[np.ndarray]:
    """The arrays of all parts, one after another."""
    return [np.concatenate(arrays) for arrays in zip(nothing, *parts, strict=True)]


def _categories(codes: np.ndarray, names: Sequence[str]) -> pd.Categorical:
    """Names by number; several numbers may have one name."""
    distinct = list(dict.fromkeys(names))
    if len(distinct) == len(names) < 128:
        return pd.Categorical.from_codes(codes.astype(np.int8), categories=distinct)
    place = np.array([distinct.index(name) for name in names], dtype=np.int8 if len(distinct) < 128 else np.int32)
    return pd.Categorical.from_codes(place[codes] if len(codes) else codes.astype(np.int8), categories=distinct)
