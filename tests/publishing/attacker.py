"""Somebody who reads everything that is published and reckons: written apart from the product, one programme a cell.

Tables are told as they are printed: rows × columns with a row and a column `total`.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from scipy.optimize import linprog

Place = tuple[str, str, str]
# What was printed at a place: a rounded number, or nothing where it was hidden.
Printed = Mapping[Place, int | None]
CEILING = 100_000.0


class Range(NamedTuple):
    low: float
    high: float


def reckon(printed: Printed, totals: Mapping[Place, Place], minimum: int = 10, rounding: int = 5) -> dict[Place, Range]:
    """For every hidden number: between what it must lie. `totals` names the same number at another place.

    Nothing under the minimum is printed: who reads 10 knows that it is not 8, and with a minimum of 12 what reads 15
    may be 12 as well.
    """
    places = sorted({totals.get(place, place) for place in printed})
    column = {place: number for number, place in enumerate(places)}
    known = {totals.get(place, place): value for place, value in printed.items() if value is not None}
    slack = rounding // 2
    lowest = -(-minimum // rounding) * rounding
    limits = [
        (float(minimum if known[place] == lowest else known[place] - slack), float(known[place] + slack))
        if place in known
        else (0.0, CEILING)
        for place in places
    ]
    sums = [[(column[totals.get(place, place)], sign) for place, sign in equation] for equation in equations(printed)]
    matrix = np.zeros((len(sums), len(places)))
    for row, terms in enumerate(sums):
        for at, sign in terms:
            matrix[row, at] += sign
    hidden = [place for place in places if place not in known]
    return {place: Range(*(_end(column[place], sign, limits, matrix) for sign in (1, -1))) for place in hidden}


def equations(printed: Printed) -> list[list[tuple[Place, int]]]:
    """Every row and every column of every table adds up to its total, where that is printed at all."""
    found = []
    for table in {table for table, _, _ in printed}:
        rows = sorted({row for of, row, _ in printed if of == table})
        columns = sorted({column for of, _, column in printed if of == table})
        lines = [[(table, row, column) for column in columns] for row in rows]
        lines += [[(table, row, column) for row in rows] for column in columns]
        found += [_adds_up(line) for line in lines if len(line) > 2]
    return found


def _adds_up(line: Sequence[Place]) -> list[tuple[Place, int]]:
    """One of the line is the total of the others: the place with one more `total` in its name."""
    total = max(line, key=lambda place: place[1:].count("total"))
    return [(total, -1), *((place, 1) for place in line if place != total)]


def _end(at: int, sign: int, limits: list[tuple[float, float]], matrix: np.ndarray) -> float:
    aim = np.zeros(len(limits))
    aim[at] = sign
    found = linprog(aim, A_eq=matrix, b_eq=np.zeros(len(matrix)), bounds=limits, method="highs-ds")
    assert found.success, found.message
    return float(found.x[at])
