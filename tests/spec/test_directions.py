"""Improved, same and declined follow the direction of the indicator (method, section 4)."""

import pytest

from tests.spec.tables import Project


def test_forward_same_and_back_are_counted(project: Project):
    project.register("""
        person | moment | value
        1      | 0      | 2
        1      | 1      | 4
        2      | 0      | 3
        2      | 1      | 3
        3      | 0      | 3
        3      | 1      | 1
        4      | 0      | 1
        4      | 1      | 2
    """)
    outcome = project.outcome()
    assert (outcome.n_improved, outcome.n_same, outcome.n_declined) == (2, 1, 1)
    assert outcome.mean_change == 0.25
    assert outcome.share_improved.estimate == 0.5


def test_a_five_cannot_improve(project: Project):
    project.register("""
        person | moment | value
        1      | 0      | 5
        1      | 1      | 5
        2      | 0      | 4
        2      | 1      | 5
        3      | 0      | 5
        3      | 1      | 4
    """)
    outcome = project.outcome()
    assert (outcome.n_pairs, outcome.n_eligible, outcome.n_improved) == (3, 1, 1)
    assert outcome.share_improved.estimate == pytest.approx(1 / 3)
    assert outcome.share_improved_of_eligible.estimate == 1


def test_fewer_professionals_is_better(project: Project):
    project.register("""
        person | moment | instrument | indicator     | value
        1      | 0      | support    | professionals | 4
        1      | 1      | support    | professionals | 1
        2      | 0      | support    | professionals | 0
        2      | 1      | support    | professionals | 2
    """)
    outcome = project.outcome()
    assert (outcome.n_improved, outcome.n_declined, outcome.n_eligible) == (1, 1, 1)
    assert (outcome.total_start, outcome.total_follow_up, outcome.mean_change) == (4, 3, -0.5)
    assert outcome.best == 0


def test_less_debt_is_better_and_a_cent_of_rounding_is_no_change(project: Project):
    project.register("""
        person | moment | instrument | indicator | value
        1      | 0      | support    | debt      | 0.3
        1      | 1      | support    | debt      | 0.1
        2      | 0      | support    | debt      | 0.5
        2      | 1      | support    | debt      | 0.7
        3      | 0      | support    | debt      | 100.10
        3      | 1      | support    | debt      | 100.10
    """)
    outcome = project.outcome()
    assert (outcome.n_improved, outcome.n_same, outcome.n_declined) == (1, 1, 1)
    assert outcome.rank_biserial == 0
    assert outcome.transitions is None


def test_self_reliance_and_problems_are_counted_at_both_ends(project: Project):
    project.register("""
        person | moment | value
        1      | 0      | 2
        1      | 1      | 4
        2      | 0      | 4
        2      | 1      | 5
        3      | 0      | 3
        3      | 1      | 1
    """)
    outcome = project.outcome()
    assert (outcome.self_reliance.cut, outcome.self_reliance.n_start, outcome.self_reliance.n_follow_up) == (4, 1, 2)
    assert (outcome.problematic.cut, outcome.problematic.n_start, outcome.problematic.n_follow_up) == (2, 1, 1)


def test_all_levels_of_the_scale_stand_in_the_transitions(project: Project):
    project.register("""
        person | moment | value
        1      | 0      | 2
        1      | 1      | 4
        2      | 0      | 2
        2      | 1      | 4
        3      | 0      | 3
        3      | 1      | 2
    """)
    transitions = project.outcome().transitions
    assert transitions.levels == (1, 2, 3, 4, 5)
    assert transitions.counts == ((0, 0, 0, 0, 0), (0, 0, 0, 2, 0), (0, 1, 0, 0, 0), (0, 0, 0, 0, 0), (0, 0, 0, 0, 0))


def test_yes_and_no_both_stand_in_the_transitions(project: Project):
    project.register("""
        person | moment | instrument | indicator | value
        1      | 0      | support    | has_work  | 0
        1      | 1      | support    | has_work  | 0
    """)
    assert project.outcome().transitions.levels == (0, 1)
    assert project.outcome().transitions.counts == ((1, 0), (0, 0))


def test_of_a_count_the_values_that_occur_stand_in_the_transitions(project: Project):
    project.register("""
        person | moment | instrument | indicator     | value
        1      | 0      | support    | professionals | 12
        1      | 1      | support    | professionals | 3
    """)
    assert project.outcome().transitions.levels == (3, 12)
    assert project.outcome().transitions.counts == ((0, 0), (1, 0))


def test_levels_have_no_total(project: Project):
    project.register("""
        person | moment | value
        1      | 0      | 2
        1      | 1      | 4
    """)
    assert (project.outcome().total_start, project.outcome().total_follow_up) == (None, None)


def test_the_order_is_that_of_the_instrument(project: Project):
    project.register("""
        person | moment | instrument  | indicator     | value
        1      | 0      | support     | debt          | 2
        1      | 0      | support     | professionals | 2
        1      | 0      | matrix_2017 | housing       | 2
    """)
    project.register("""
        person | moment | instrument  | indicator     | value
        1      | 0      | matrix_2017 | finances      | 2
        1      | 0      | support     | has_work      | 1
    """)
    codes = [outcome.indicator for outcome in project.outcomes()]
    assert codes == ["finances", "housing", "professionals", "has_work", "debt"]
