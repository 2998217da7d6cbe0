"""Draws that fall the same way on every machine and every Python."""

import math
import random
from collections.abc import Sequence
from datetime import date, timedelta
from statistics import NormalDist
from typing import TypeVar

Item = TypeVar("Item")
SATURDAY = 5


class Chance:
    """Seeded by a text, so that every person and indicator has a stream of their own.

    Only `random()` is used of the standard library: the one method whose sequence Python promises to keep.
    """

    def __init__(self, seed: str) -> None:
        self._random = random.Random(seed).random

    def normal(self, mean: float = 0.0, sd: float = 1.0) -> float:
        return mean + sd * NormalDist().inv_cdf(max(self._random(), 1e-12))

    def happens(self, probability: float) -> bool:
        return self._random() < probability

    def whole(self, lowest: int, highest: int) -> int:
        """A whole number, both ends included."""
        return lowest + math.floor(self._random() * (highest - lowest + 1))

    def pick(self, items: Sequence[Item], weights: Sequence[float] | None = None) -> Item:
        weights = weights or [1.0] * len(items)
        point = self._random() * sum(weights)
        for item, weight in zip(items, weights, strict=True):
            point -= weight
            if point < 0:
                return item
        return items[-1]

    def sample(self, items: Sequence[Item], n: int, weights: Sequence[float] | None = None) -> list[Item]:
        """`n` different items, in the order in which they stood."""
        left = dict(enumerate(weights or [1.0] * len(items)))
        drawn = []
        for _ in range(n):
            drawn.append(self.pick(list(left), list(left.values())))
            del left[drawn[-1]]
        return [items[place] for place in sorted(drawn)]

    def working_day(self, earliest: date, latest: date) -> date:
        day = earliest + timedelta(days=self.whole(0, (latest - earliest).days))
        return next_working_day(day)


def next_working_day(day: date) -> date:
    """The day itself, or the Monday after it."""
    return day + timedelta(days=7 - day.weekday()) if day.weekday() >= SATURDAY else day
