"""The pairs of one indicator in one group, as counts: everything about change follows from them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Self

import numpy as np

# Differences of amounts are rounded here, so that 0.3 − 0.2 and 0.2 − 0.1 are the same change.
DECIMALS_OF_CHANGE = 9


@dataclass(frozen=True, eq=False)
class Pairs:
    """`counts[i]` pairs went from `start[i]` to `follow_up[i]`, in the indicator's unit."""

    start: np.ndarray
    follow_up: np.ndarray
    counts: np.ndarray

    @classmethod
    def of(cls, transitions: Sequence[tuple[float, float, int]]) -> Self:
        """From (start, follow-up, count) triples; there may be none."""
        table = np.array(transitions, dtype=float).reshape(-1, 3)
        return cls(start=table[:, 0], follow_up=table[:, 1], counts=table[:, 2].astype(int))

    @classmethod
    def together(cls, parts: Sequence["Pairs"]) -> Self:
        """The pairs of several groups as those of one."""
        nothing = cls.of([])
        columns = zip(*((part.start, part.follow_up, part.counts) for part in (nothing, *parts)), strict=True)
        return cls(*(np.concatenate(column) for column in columns))

    def where(self, which: np.ndarray) -> "Pairs":
        """The transitions where `which` is true."""
        return Pairs(self.start[which], self.follow_up[which], self.counts[which])

    @cached_property
    def change(self) -> np.ndarray:
        """Follow-up minus start."""
        return np.round(self.follow_up - self.start, DECIMALS_OF_CHANGE)

    @property
    def n(self) -> int:
        return int(self.counts.sum())

    def count(self, which: np.ndarray) -> int:
        """How many pairs are in the transitions where `which` is true."""
        return int(self.counts[which].sum())
