"""Intervals and Holm against scipy, against their definitions and against published examples."""

import numpy as np
import pytest
import scipy.stats
from hypothesis import given
from hypothesis import strategies as st

from pipelines.statistics.holm import adjust
from pipelines.statistics.intervals import mean_interval, share


@given(st.integers(1, 2000).flatmap(lambda total: st.tuples(st.integers(0, total), st.just(total))))
def test_a_share_has_the_wilson_interval_of_scipy(n_of_total):
    n, total = n_of_total
    expected = scipy.stats.binomtest(n, total).proportion_ci(method="wilson")
    found = share(n, total)
    assert found.estimate == n / total
    assert (found.low, found.high) == pytest.approx((expected.low, expected.high), abs=1e-12)
    assert 0 <= found.low <= found.estimate <= found.high <= 1


@pytest.mark.parametrize(
    ("n", "total", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_the_shares_of_newcombe(n: int, total: int, low: float, high: float):
    """Newcombe (1998), Statistics in Medicine 17, 857-872, table I, method 3."""
    assert (share(n, total).low, share(n, total).high) == pytest.approx((low, high), abs=5e-5)


def test_a_share_of_nothing_is_nothing():
    assert share(0, 0) is None


# With a millionth as the smallest step: at 1e-308 scipy's own division overflows.
VALUES = st.floats(-100, 100).map(lambda value: round(value, 6))


@given(st.lists(VALUES, min_size=2, max_size=50).filter(lambda values: np.std(values) > 1e-6))
def test_a_mean_has_the_t_interval_of_scipy(values: list[float]):
    expected = scipy.stats.ttest_1samp(values, 0).confidence_interval(0.95)
    found = mean_interval(float(np.mean(values)), float(np.std(values, ddof=1)), len(values))
    assert found == pytest.approx((expected.low, expected.high), rel=1e-9, abs=1e-9)


@given(st.lists(st.floats(0, 1), max_size=20))
def test_holm_by_its_definition(p_values: list[float]):
    """The largest of (m − j + 1) · p(j) over all p(j) up to the one adjusted; at most 1."""
    in_order = sorted(p_values)
    products = [(len(in_order) - j) * p for j, p in enumerate(in_order)]
    expected = [min(1.0, max(products[: in_order.index(p) + 1])) for p in p_values]
    assert adjust(p_values) == pytest.approx(expected)


def test_holm_on_four_tests():
    assert adjust([0.01, 0.04, 0.03, 0.005]) == pytest.approx([0.03, 0.06, 0.06, 0.02])
