"""How unsure a difference of rounded counts is: against every way in which the counts may have been rounded, and
against random people.
"""

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.editions.group_difference import Improved, chance, rounding

ERRORS = range(-2, 3)
modest = settings(max_examples=25, deadline=None)


@st.composite
def sides(draw):
    here, others = draw(st.integers(40, 200)), draw(st.integers(40, 200))
    return Improved(draw(st.integers(10, here - 10)), here), Improved(draw(st.integers(10, others - 10)), others)


@given(sides())
@modest
def test_rounding_to_five_adds_the_variance_of_all_that_the_counts_may_have_been(of):
    """The group's two errors and the total's two, each −2 to 2: 625 ways, equally likely."""
    here, others = of
    differences = [
        (here.n + n) / (here.total + of_n) - (others.n + all_n - n) / (others.total + all_of - of_n)
        for n, of_n, all_n, all_of in product(ERRORS, repeat=4)
    ]
    assert rounding(here, others, 1, 5) == pytest.approx(np.var(differences), rel=0.05)


def test_a_row_of_unknowns_adds_its_own_rounding():
    here, others = Improved(30, 60), Improved(20, 50)
    differences = [
        (here.n + n) / (here.total + of_n) - (others.n + all_n - n - un_n) / (others.total + all_of - of_n - un_of)
        for n, of_n, all_n, all_of, un_n, un_of in product(ERRORS, repeat=6)
    ]
    assert rounding(here, others, 2, 5) == pytest.approx(np.var(differences), rel=0.05)


def test_without_rounding_nothing_is_added():
    assert rounding(Improved(30, 60), Improved(20, 50), 1, 1) == 0


@given(sides())
@modest
def test_chance_is_that_of_a_share(of):
    here, _ = of
    assert chance(here) == pytest.approx(here.share * (1 - here.share) / here.total, rel=0.25)


def test_everybody_or_nobody_is_not_infinitely_sure():
    assert [chance(Improved(n, 20)) for n in (0, 20)] == pytest.approx([21 / 22 / 22 / 22] * 2)


def test_the_interval_holds_the_truth_in_about_95_of_100_and_without_rounding_it_would_not():
    """8 000 invented projects of 35 to 160 people, shares between 15 and 80 %, rounded as an edition would."""
    random = np.random.default_rng(1)
    held, held_without = [], []
    for _ in range(8_000):
        here, others, truth = _published(random)
        without = chance(here) + chance(others)
        error = abs(here.share - others.share - truth)
        held.append(error <= 1.96 * (without + rounding(here, others, 1, 5)) ** 0.5)
        held_without.append(error <= 1.96 * without**0.5)
    assert 0.93 <= np.mean(held) <= 0.97
    assert np.mean(held_without) < 0.88


def to_five(n: int) -> int:
    """Small counts too, which an edition would hide: to leave those projects out would favour the lucky ones."""
    return (n + 2) // 5 * 5


def _published(random: np.random.Generator) -> tuple[Improved, Improved, float]:
    shares = random.uniform(0.15, 0.8, 2)
    sizes = [int(random.integers(15, 60)), int(random.integers(20, 100))]
    improved = random.binomial(sizes, shares)
    n, total, n_all, all_ = map(to_five, (int(improved[0]), sizes[0], int(sum(improved)), sum(sizes)))
    here = Improved(min(n, total), total)
    others = Improved(min(max(n_all - here.n, 0), all_ - total), all_ - total)
    return here, others, float(shares[0] - shares[1])
