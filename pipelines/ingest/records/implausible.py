"""Scores that cannot well be measurements: everybody the same on everything, or two people with one life."""

from collections.abc import Iterable, Sequence

import numpy as np

from pipelines.domain.indicator import Kind
from pipelines.ingest.records.contradictions import visit_key
from pipelines.ingest.records.measurements import Measured
from pipelines.ingest.records.observations import Observations, gather_places
from pipelines.ingest.records.people import NOBODY, People

# So few people or scores can be the same by chance.
FEWEST_PEOPLE, FEWEST_SCORES = 3, 3


def check_variation(tables: Sequence[Measured]) -> None:
    """A table in which everybody has one score on every domain, at a moment, by a rater."""
    for table in tables:
        person, moment, rater, lowest, highest, n = _by_visit(table)
        for at, by in sorted(set(zip(moment.tolist(), rater.tolist(), strict=True))):
            here = (moment == at) & (rater == by) & (n >= FEWEST_SCORES)
            if len(np.unique(person[here])) >= FEWEST_PEOPLE and (lowest[here] == highest[here]).all():
                table.issues.about_table("all_scores_equal", expected=str(at))


def check_households(observations: Observations, tables: Sequence[Measured], people: People) -> None:
    """Two people of one household with the same scores at the same moments: one of them may be the other's copy."""
    for household in people.households:
        first_with: dict[frozenset[tuple[float, ...]], int] = {}
        for place in household:
            scores = _scores_of(observations, place)
            first = first_with.setdefault(scores, place)
            if first != place and len(scores) >= FEWEST_SCORES:
                _tell_of_copy(observations, tables, place, first)


def _by_visit(table: Measured) -> tuple[np.ndarray, ...]:
    """Person, moment, rater, lowest and highest level and how many, of every measurement in a row that is accepted.

    Not at moments and by raters that show at a glance that scores differ.
    """
    parts = [_by_row(table, moment) for moment in table.occasions]
    if not parts:
        return (np.empty(0),) * 6
    person, moment, rater, low, high, n = _where_all_may_be_equal(map(np.concatenate, zip(*parts, strict=True)))
    _, first, which = np.unique(visit_key(person, moment, rater), return_index=True, return_inverse=True)
    lowest, highest = np.full(len(first), np.inf), np.full(len(first), -np.inf)
    np.minimum.at(lowest, which, low)
    np.maximum.at(highest, which, high)
    counts = np.bincount(which, weights=n, minlength=len(first))
    return person[first], moment[first], rater[first], lowest, highest, counts


def _where_all_may_be_equal(by_row: Iterable[np.ndarray]) -> tuple[np.ndarray, ...]:
    """The rows at moments and by raters of which no row by itself holds different scores."""
    person, moment, rater, low, high, n = by_row
    occasion = visit_key(np.zeros_like(person), moment, rater)
    varied = np.flatnonzero(np.bincount(occasion[(low < high) & (n >= FEWEST_SCORES)]))
    kept = ~np.isin(occasion, varied)
    return tuple(array[kept] for array in (person, moment, rater, low, high, n))


def _by_row(table: Measured, moment: int | None) -> tuple[np.ndarray, ...]:
    """The same per row in which something was measured at this moment; one row holds most of a measurement."""
    n_rows, occasion = table.issues.table.n_rows, table.occasions[moment]
    lowest, highest = np.full(n_rows, np.inf), np.full(n_rows, -np.inf)
    n = np.zeros(n_rows, dtype=np.int16)
    for scores in table.scores:
        if scores.indicator.kind is Kind.LEVEL and scores.moment == moment:
            # What is not known is not a number, and passed over.
            values = scores.understood.array("float64", np.nan)
            rows = slice(None) if len(scores.rows) == n_rows else scores.rows
            lowest[rows] = np.fmin(lowest[rows], values)
            highest[rows] = np.fmax(highest[rows], values)
            n[rows] += scores.understood.is_known
    taken = np.flatnonzero((n > 0) & table.issues.is_accepted & (table.person != NOBODY))
    return tuple(array[taken] for array in (table.person, occasion.moment, occasion.rater, lowest, highest, n))


def _scores_of(observations: Observations, place: int) -> frozenset[tuple[float, ...]]:
    own = np.flatnonzero(observations.person == place)
    columns = (observations.indicator, observations.moment, observations.rater, observations.value)
    return frozenset(zip(*(column[own].tolist() for column in columns), strict=True))


def _tell_of_copy(observations: Observations, tables: Sequence[Measured], place: int, first: int) -> None:
    table_of, row_of = gather_places(tables)
    at, earlier = (int(np.flatnonzero(observations.person == who)[0]) for who in (place, first))
    reference = tables[table_of[earlier]].issues.table.reference(int(row_of[earlier]))
    tables[table_of[at]].issues.about_row("household_counted_twice", int(row_of[at]), expected=reference)
