"""The same difference in several projects, taken together: random effects (docs/decisions/55).

DerSimonian & Laird (1986) for how far the true differences lie apart, the interval of Hartung & Knapp (2001) and
Sidik & Jonkman (2002), never narrower than chance within the projects allows (Röver, Knapp & Friede 2015), and the
prediction interval of Higgins, Thompson & Spiegelhalter (2009).
"""

import math
from collections.abc import Sequence
from typing import Literal

import numpy as np
from scipy.special import stdtr, stdtrit

from pipelines.domain.frozen import Frozen
from pipelines.statistics.intervals import CONFIDENCE

Agreement = Literal["little", "some", "much"]
# The shares of spread that are not chance: bands of the Cochrane Handbook (10.10.2).
SOME_FROM, MUCH_FROM = 0.4, 0.75
FEWEST, FEWEST_TO_PREDICT = 2, 3
_UPPER = (1 + CONFIDENCE) / 2


class Estimate(Frozen):
    """A difference as one project found it, with its squared standard error."""

    value: float
    variance: float


class Pooled(Frozen):
    """Over `k` projects: the mean of the true differences with its 95 % interval and two-sided p (t with k − 1).

    `tau2` is the variance of the true differences between projects, `i2` the share of the spread that is not chance
    (Higgins & Thompson 2002). `expected` is where a next project's true difference lies with 95 %: None under three.
    """

    k: int
    value: float
    low: float
    high: float
    p: float
    q: float
    tau2: float
    i2: float
    expected: tuple[float, float] | None

    @property
    def disagreement(self) -> Agreement:
        """How much the projects differ, beyond chance."""
        if self.i2 < SOME_FROM:
            return "little"
        return "some" if self.i2 < MUCH_FROM else "much"


def pool(estimates: Sequence[Estimate]) -> Pooled | None:
    """None of fewer than two. Every variance must be above 0."""
    k = len(estimates)
    if k < FEWEST:
        return None
    values = np.array([one.value for one in estimates])
    variances = np.array([one.variance for one in estimates])
    q, tau2 = _spread(values, variances)
    weights = 1 / (variances + tau2)
    mean = float(np.average(values, weights=weights))
    error = _error(values, weights, mean)
    return Pooled(
        k=k,
        value=mean,
        low=mean - _quantile(k - 1) * error,
        high=mean + _quantile(k - 1) * error,
        p=2 * float(stdtr(k - 1, -abs(mean) / error)),
        q=q,
        tau2=tau2,
        i2=max(0.0, (q - (k - 1)) / q) if q else 0.0,
        expected=_expected(mean, math.sqrt(tau2 + error**2), k),
    )


def _spread(values: np.ndarray, variances: np.ndarray) -> tuple[float, float]:
    """Cochran's Q, and the variance between projects by its moments; never below 0."""
    weights = 1 / variances
    q = float((weights * (values - np.average(values, weights=weights)) ** 2).sum())
    scale = float(weights.sum() - (weights**2).sum() / weights.sum())
    return q, max(0.0, (q - (len(values) - 1)) / scale)


def _error(values: np.ndarray, weights: np.ndarray, mean: float) -> float:
    """The standard error of the mean. Projects that happen to agree make it no smaller than chance within them does."""
    scatter = float((weights * (values - mean) ** 2).sum()) / (len(values) - 1)
    return math.sqrt(max(1.0, scatter) / float(weights.sum()))


def _expected(mean: float, error: float, k: int) -> tuple[float, float] | None:
    if k < FEWEST_TO_PREDICT:
        return None
    return mean - _quantile(k - 2) * error, mean + _quantile(k - 2) * error


def _quantile(degrees: int) -> float:
    return float(stdtrit(degrees, _UPPER))
