"""The signed-rank test against every assignment of signs, against scipy, and against a published example."""

from itertools import product

import numpy as np
import pytest
import scipy.stats
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.outcomes.pairs import Pairs
from pipelines.outcomes.signed_rank import FEWEST_CHANGES, MOST_FOR_EXACT, rank_changes, signed_rank, why_no_test

changes_of_levels = st.lists(st.integers(-4, 4), min_size=6, max_size=12)
changes_of_amounts = st.lists(st.sampled_from([-7.5, -0.3, -0.1, 0.1, 0.3, 0.5, 2.25]), min_size=6, max_size=12)


def pairs_with(changes: list[float]) -> Pairs:
    """Each change as a transition of its own: equal ones must be found together all the same."""
    return Pairs.of([(10, 10 + change, 1) for change in changes])


@given(changes=st.one_of(changes_of_levels, changes_of_amounts).filter(any))
@settings(max_examples=100, deadline=None)
def test_the_exact_p_is_that_of_every_assignment_of_signs(changes):
    nonzero = [change for change in changes if change]
    ranks = scipy.stats.rankdata(np.abs(nonzero))
    signs = np.array(list(product((0, 1), repeat=len(nonzero))))
    sums = signs @ ranks
    w_plus = ranks[np.array(nonzero) > 0].sum()
    as_far = np.abs(sums - ranks.sum() / 2) >= abs(w_plus - ranks.sum() / 2) - 1e-9
    found = signed_rank(rank_changes(pairs_with(changes)))
    assert (found.method, found.n_nonzero) == ("exact", len(nonzero))
    assert (found.w_plus, found.w_minus) == (w_plus, ranks.sum() - w_plus)
    assert found.p == pytest.approx(as_far.mean(), rel=1e-12)


@given(chance=st.integers(0, 2**32).map(np.random.default_rng), n=st.integers(6, MOST_FOR_EXACT))
@settings(max_examples=30, deadline=None)
def test_without_ties_the_exact_p_is_that_of_scipy(chance, n):
    changes = chance.permutation(np.arange(1, n + 1)) * chance.choice([-1, 1, 1], n)
    found = signed_rank(rank_changes(pairs_with(changes)))
    expected = scipy.stats.wilcoxon(changes, method="exact")
    assert found.p == pytest.approx(expected.pvalue, rel=1e-9)
    assert min(found.w_plus, found.w_minus) == expected.statistic


@given(chance=st.integers(0, 2**32).map(np.random.default_rng), n=st.integers(MOST_FOR_EXACT + 1, 600))
@settings(max_examples=50, deadline=None)
def test_above_200_changes_the_p_is_the_normal_one_of_scipy(chance, n):
    changes = chance.choice([-4, -3, -2, -1, 1, 2, 3, 4], n, p=chance.dirichlet(np.ones(8)))
    found = signed_rank(rank_changes(pairs_with(changes)))
    expected = scipy.stats.wilcoxon(changes, method="asymptotic", correction=False, zero_method="wilcox")
    assert (found.method, found.n_nonzero) == ("normal", n)
    assert found.p == pytest.approx(expected.pvalue, rel=1e-9)


def test_exact_goes_up_to_200_changes():
    one_too_many = [1] * 120 + [-1] * 81
    assert signed_rank(rank_changes(pairs_with(one_too_many[1:]))).method == "exact"
    assert signed_rank(rank_changes(pairs_with(one_too_many))).method == "normal"


def test_the_exact_p_stays_exact_far_out():
    found = signed_rank(rank_changes(pairs_with([1] * 200)))
    assert found.p == pytest.approx(2 * 0.5**200, rel=1e-9)


def test_without_enough_changes_there_is_no_test():
    pairs = pairs_with([1] * (FEWEST_CHANGES - 1) + [0] * 50)
    assert why_no_test(pairs, rank_changes(pairs)) == "fewer_than_6_changes"
    assert why_no_test(Pairs.of([]), rank_changes(Pairs.of([]))) == "no_pairs"
    enough = pairs_with([1] * FEWEST_CHANGES)
    assert why_no_test(enough, rank_changes(enough)) is None


def test_the_effect_size_runs_from_all_back_to_all_forward():
    assert rank_changes(pairs_with([1, 2, 3])).rank_biserial == 1
    assert rank_changes(pairs_with([-1, -2, -3])).rank_biserial == -1
    assert rank_changes(pairs_with([0, 0])).rank_biserial is None


def test_the_depression_scores_of_hollander_and_wolfe():
    """Hollander & Wolfe (1973), Nonparametric Statistical Methods, p. 29: V = 40, p = 0.01953 one-sided."""
    first = [1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30]
    second = [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29]
    found = signed_rank(rank_changes(Pairs.of([(b, a, 1) for a, b in zip(first, second, strict=True)])))
    assert (found.w_plus, found.w_minus) == (40, 5)
    assert found.p / 2 == pytest.approx(0.01953, abs=5e-6)
