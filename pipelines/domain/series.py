"""What is paired and compared: the scores on one indicator of one instrument by one kind of rater, never across."""

from typing import NamedTuple, Protocol


class Series(NamedTuple):
    """Indicators of several instruments may share a code."""

    instrument: str
    indicator: str
    rater: str


class OfSeries(Protocol):
    @property
    def instrument(self) -> str: ...
    @property
    def indicator(self) -> str: ...
    @property
    def rater(self) -> str: ...


def series_of(one: OfSeries) -> Series:
    """Of an outcome, a trajectory, a comparison: of whatever says the three."""
    return Series(one.instrument, one.indicator, one.rater)
