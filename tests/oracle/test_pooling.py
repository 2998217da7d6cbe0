"""Random effects over projects, as statsmodels has them and by hand."""

import math
import warnings

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from statsmodels.stats.meta_analysis import combine_effects

from pipelines.statistics.pooling import Estimate, pool

modest = settings(max_examples=200, deadline=None)
found = st.lists(st.tuples(st.floats(-2, 2), st.floats(0.01, 1)), min_size=2, max_size=12)


def pooled(of: list[tuple[float, float]]):
    return pool([Estimate(value=value, variance=variance) for value, variance in of])


def of_statsmodels(of: list[tuple[float, float]]):
    """Its result and its row of estimates, with and without the correction of Hartung and Knapp.

    Where projects scatter less than by chance its variance between them turns negative; by definition it is 0 then, and
    what remains is its fixed effect.
    """
    values, variances = np.array(of).T
    with warnings.catch_warnings():
        # It doubts the intervals of single projects, which are not asked for.
        warnings.simplefilter("ignore")
        result = combine_effects(values, variances, method_re="dl", use_t=True)
        frame = result.summary_frame(use_t=True)
    effect = "random effect" if result.q > len(of) - 1 else "fixed effect"
    return result, frame.loc[effect], frame.loc[f"{effect} wls"]


def width(row) -> float:
    return row["ci_upp"] - row["ci_low"]


@given(found)
@modest
def test_the_mean_and_its_spread_are_those_of_statsmodels(of):
    here, (result, row, _) = pooled(of), of_statsmodels(of)
    assert here.value == pytest.approx(row["eff"], abs=1e-9)
    assert here.tau2 == pytest.approx(max(0, result.tau2), abs=1e-9)
    assert here.q == pytest.approx(result.q, rel=1e-9, abs=1e-12)
    assert here.i2 == pytest.approx(result.i2 if result.q > len(of) - 1 else 0, abs=1e-9)


@given(found)
@modest
def test_the_interval_is_that_of_hartung_and_knapp_but_no_narrower_than_chance_within_the_projects(of):
    here, (_, plain, corrected) = pooled(of), of_statsmodels(of)
    wide = max(plain, corrected, key=width)
    assert (here.low, here.high) == pytest.approx((wide["ci_low"], wide["ci_upp"]), abs=1e-9)


@given(found)
@modest
def test_p_and_the_interval_say_the_same(of):
    here = pooled(of)
    assume(min(abs(here.low), abs(here.high)) > 1e-9)
    assert (here.p < 0.05) == (not here.low <= 0 <= here.high)


def test_projects_that_agree_exactly_are_not_infinitely_sure():
    here = pooled([(0.2, 0.01), (0.2, 0.01)])
    assert here.high - here.low > 1
    assert (here.i2, here.tau2, here.disagreement) == (0, 0, "little")


def test_three_projects_by_hand():
    """Equal variances v: the mean is the plain mean, Q = Σ(y − m)²/v, and τ² = s² − v."""
    values, variance = [0.0, 0.2, 0.4], 0.01
    here = pooled([(value, variance) for value in values])
    s2 = 0.04
    assert (here.value, here.q, here.tau2) == pytest.approx((0.2, 8.0, s2 - variance))
    assert here.i2 == pytest.approx(0.75)
    assert here.high - here.value == pytest.approx(4.302653 * math.sqrt(s2 / 3), rel=1e-6)
    reach = 12.706205 * math.sqrt(here.tau2 + s2 / 3)
    assert here.expected == pytest.approx((here.value - reach, here.value + reach), rel=1e-6)


def test_one_project_is_not_pooled_and_two_predict_no_third():
    assert pooled([(0.2, 0.01)]) is None
    assert pooled([(0.2, 0.01), (0.3, 0.02)]).expected is None
    assert pooled([(0.2, 0.01), (0.3, 0.02), (0.1, 0.02)]).expected is not None


@pytest.mark.parametrize(("spread", "word"), [(0.1, "little"), (0.16, "some"), (0.3, "much")])
def test_how_far_projects_differ_in_words(spread: float, word: str):
    assert pooled([(-spread, 0.01), (0.0, 0.01), (spread, 0.01)]).disagreement == word
