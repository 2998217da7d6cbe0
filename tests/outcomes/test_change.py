"""The statistics on counts, on their own."""

import pytest

from pipelines.domain.indicator import Direction, Kind
from pipelines.outcomes.change import Spread, count_at_cut, count_eligible, describe, tabulate
from pipelines.outcomes.pairs import Pairs
from pipelines.outcomes.reliable_change import count_clinical, count_reliable
from tests.spec.tables import indicator

NONE = Pairs.of([])


def test_one_pair_has_a_mean_and_no_spread():
    pairs = Pairs.of([(2, 4, 1)])
    assert describe(pairs.change, pairs.counts) == Spread(mean=2, sd=None, median=2, total=2)


def test_no_pairs_have_nothing():
    assert describe(NONE.change, NONE.counts) == Spread(mean=None, sd=None, median=None, total=None)


def test_counts_weigh_as_often_as_they_say():
    pairs = Pairs.of([(1, 1, 3), (1, 5, 1)])
    spread = describe(pairs.follow_up, pairs.counts)
    assert (spread.mean, spread.median, spread.total) == (2, 1, 8)
    assert spread.sd == pytest.approx(2)


def test_equal_amounts_have_no_spread_whatever_the_rounding():
    pairs = Pairs.of([(0.1, 0.2, 3)])
    assert describe(pairs.change, pairs.counts).sd == 0


def test_equal_changes_of_amounts_are_one_size():
    pairs = Pairs.of([(0.1, 0.2, 1), (0.2, 0.3, 1)])
    assert len(set(pairs.change)) == 1


def test_where_lower_is_better_the_cuts_look_the_other_way():
    pairs = Pairs.of([(9, 3, 1), (3, 3, 1), (4, 9, 1)])
    reliant = count_at_cut(pairs, 3, better=True, direction=Direction.LOWER)
    problem = count_at_cut(pairs, 9, better=False, direction=Direction.LOWER)
    assert (reliant.n_start, reliant.n_follow_up) == (1, 2)
    assert (problem.n_start, problem.n_follow_up) == (1, 1)


def test_without_a_best_value_everybody_can_improve():
    income = indicator("income", kind=Kind.AMOUNT, minimum=None, maximum=None)
    assert count_eligible(Pairs.of([(100, 200, 2)]), income) == 2


def test_nobody_without_professionals_can_have_fewer():
    helpers = indicator("helpers", kind=Kind.COUNT, direction=Direction.LOWER, minimum=None, maximum=None)
    assert count_eligible(Pairs.of([(0, 0, 2), (3, 1, 1)]), helpers) == 1


def test_a_level_outside_the_scale_is_not_lost():
    assert tabulate(Pairs.of([(0, 2, 1)]), indicator("mood")).levels == (0, 1, 2, 3, 4, 5)


def test_no_pairs_still_have_a_table_of_levels():
    table = tabulate(NONE, indicator("mood", maximum=3))
    assert (table.levels, table.counts) == ((1, 2, 3), ((0, 0, 0),) * 3)
    assert tabulate(NONE, indicator("helpers", kind=Kind.COUNT)).levels == ()


RELIABLE = {"reliability": 0.8, "reliability_source": "invented"}


def test_without_a_stated_reliability_there_is_no_reliable_change():
    spread = Spread(mean=3, sd=1, median=3, total=9)
    assert count_reliable(Pairs.of([(1, 5, 3)]), spread, indicator("mood")) is None


def test_without_spread_at_the_start_measurement_error_is_unknown():
    pairs = Pairs.of([(2, 5, 3)])
    assert count_reliable(pairs, describe(pairs.start, pairs.counts), indicator("mood", **RELIABLE)) is None


def test_the_example_of_jacobson_and_truax():
    """Jacobson & Truax (1991), J. Consult. Clin. Psychol. 59, 12-19: satisfaction of couples, mean 40 and SD 7.5
    before, 60 and 7.5 in functional couples, r = .80. S_diff = 4.74, c = 50; 32.5 → 47.5 is improved, RC = 3.16.
    """
    couples = indicator(
        "satisfaction", kind=Kind.AMOUNT, minimum=None, maximum=None, **RELIABLE,
        norm={"mean": 60, "sd": 7.5, "source": "Jacobson & Truax 1991"},
    )  # fmt: skip
    start = Spread(mean=40, sd=7.5, median=40, total=None)
    pairs = Pairs.of([(32.5, 47.5, 1), (45, 55, 1), (40, 45, 1), (45, 35, 1), (55, 45, 1)])
    reliable = count_reliable(pairs, start, couples)
    assert reliable.threshold == pytest.approx(1.96 * 4.74, abs=0.01)
    assert (reliable.n_better, reliable.n_same, reliable.n_worse) == (2, 1, 2)
    clinical = count_clinical(pairs, start, reliable, couples)
    assert clinical.cut_off == 50
    assert clinical.model_dump(exclude={"cut_off"}) == {
        "n_recovered": 1, "n_improved": 1, "n_unchanged": 1, "n_deteriorated": 1, "n_harmed": 1,
    }  # fmt: skip


def test_clinical_categories_follow_the_direction():
    complaints = indicator(
        "complaints", kind=Kind.COUNT, direction=Direction.LOWER, minimum=0, maximum=None, **RELIABLE,
        norm={"mean": 5, "sd": 4, "source": "invented"},
    )  # fmt: skip
    start = Spread(mean=20, sd=4, median=20, total=None)
    pairs = Pairs.of([(20, 2, 1), (2, 20, 1)])
    clinical = count_clinical(pairs, start, count_reliable(pairs, start, complaints), complaints)
    assert (clinical.n_recovered, clinical.n_harmed) == (1, 1)


def test_without_a_norm_there_are_no_clinical_categories():
    pairs = Pairs.of([(1, 5, 2), (2, 5, 2)])
    start = describe(pairs.start, pairs.counts)
    described = indicator("mood", **RELIABLE)
    assert count_clinical(pairs, start, count_reliable(pairs, start, described), described) is None
