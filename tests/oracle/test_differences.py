"""Two groups beside each other: Welch as scipy has it, Newcombe as statsmodels has it, and a published example."""

import warnings

import numpy as np
import pytest
import scipy.stats
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from statsmodels.stats.proportion import confint_proportions_2indep

from pipelines.outcomes.change import describe
from pipelines.outcomes.differences import newcombe, standardised, welch

values = st.lists(st.integers(-4, 4).map(float), min_size=2, max_size=30)
modest = settings(max_examples=150, deadline=None)


def spread(of: list[float]):
    return describe(np.array(of), np.ones(len(of), dtype=int))


@given(here=values, there=values)
@modest
def test_the_difference_of_means_is_that_of_scipy(here, there):
    assume(len(set(here)) > 1 or len(set(there)) > 1)
    found = welch(spread(here), len(here), spread(there), len(there))
    with warnings.catch_warnings():
        # A group in which all are equal makes scipy doubt itself.
        warnings.simplefilter("ignore", RuntimeWarning)
        expected = scipy.stats.ttest_ind(here, there, equal_var=False)
        interval = expected.confidence_interval()
    assert found.p == pytest.approx(expected.pvalue, abs=1e-12)
    assert (found.low, found.high) == pytest.approx((interval.low, interval.high))
    assert found.difference == pytest.approx(np.mean(here) - np.mean(there))


def test_without_any_spread_no_interval_can_be_told():
    assert welch(spread([2, 2]), 2, spread([3, 3, 3]), 3) is None
    assert welch(spread([2.0]), 1, spread([3, 4]), 2) is None


@given(total_here=st.integers(1, 60), total_there=st.integers(1, 60), data=st.data())
@modest
def test_the_difference_of_shares_is_that_of_statsmodels(total_here, total_there, data):
    n_here, n_there = data.draw(st.integers(0, total_here)), data.draw(st.integers(0, total_there))
    difference, low, high = newcombe(n_here, total_here, n_there, total_there)
    expected = confint_proportions_2indep(n_here, total_here, n_there, total_there, method="newcomb", compare="diff")
    assert (low, high) == pytest.approx(expected, abs=1e-9)
    assert low - 1e-12 <= difference <= high + 1e-12


def test_the_example_of_newcombe_1998():
    """Table II, method 10: 56/70 against 48/80."""
    assert newcombe(56, 70, 48, 80) == pytest.approx((0.2, 0.0524, 0.3339), abs=5e-5)


@given(here=values, there=values)
@modest
def test_the_standardised_difference_is_in_pooled_deviations(here, there):
    pooled = ((len(here) - 1) * np.var(here, ddof=1) + (len(there) - 1) * np.var(there, ddof=1)) / (
        len(here) + len(there) - 2
    )
    assume(pooled > 0)
    d = standardised(spread(here), len(here), spread(there), len(there))
    assert d == pytest.approx((np.mean(here) - np.mean(there)) / pooled**0.5)
