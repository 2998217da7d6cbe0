"""What is not comparable is never compared: another version of the instrument, another rater (method, section 3)."""

from pipelines.domain.outcome import Missing
from tests.spec.tables import Project


def test_versions_are_never_mixed(project: Project):
    project.register("""
        person | moment | date       | instrument  | value
        1      | 0      | 2025-01-10 | matrix_2013 | 2
        1      | 1      | 2025-07-10 | matrix_2017 | 5
    """)
    outcome = project.outcome()
    assert (outcome.instrument, outcome.n_start, outcome.n_pairs) == ("matrix_2013", 1, 0)
    assert outcome.missing == Missing(unusable=1)


def test_each_version_has_its_own_outcome(project: Project):
    project.register("""
        person | moment | date       | instrument  | value
        1      | 0      | 2025-01-10 | matrix_2013 | 2
        1      | 1      | 2025-07-10 | matrix_2013 | 5
        2      | 0      | 2025-01-10 | matrix_2017 | 3
        2      | 1      | 2025-07-10 | matrix_2017 | 2
    """)
    moves = {outcome.instrument: outcome.mean_change for outcome in project.outcomes()}
    assert moves == {"matrix_2013": 3, "matrix_2017": -1}


def test_another_instrument_says_nothing_about_a_missing_follow_up(project: Project):
    project.register("""
        person | moment | date       | instrument  | indicator     | value
        1      | 0      | 2025-01-10 | matrix_2017 | finances      | 2
        1      | 1      | 2025-07-10 | support     | professionals | 5
    """)
    assert project.outcome().missing == Missing(overdue=1)


def test_another_indicator_says_nothing_about_a_missing_follow_up(project: Project):
    project.register("""
        person | moment | date       | indicator | value
        1      | 0      | 2025-01-10 | finances  | 2
        1      | 1      | 2025-07-10 | housing   | 5
    """)
    assert project.outcome().missing == Missing(overdue=1)


def test_raters_are_never_mixed(project: Project):
    project.register("""
        person | moment | date       | rater        | value
        1      | 0      | 2025-01-10 | professional | 2
        1      | 1      | 2025-07-10 | participant  | 5
    """)
    outcome = project.outcome()
    assert (outcome.rater, outcome.n_start, outcome.n_pairs) == ("professional", 1, 0)
    assert outcome.missing == Missing(unusable=1)


def test_each_rater_has_an_outcome_of_their_own_professionals_first(project: Project):
    project.register("""
        person | moment | date       | rater        | value
        1      | 0      | 2025-01-10 | participant  | 3
        1      | 1      | 2025-07-10 | participant  | 2
        1      | 0      | 2025-01-10 | professional | 2
        1      | 1      | 2025-07-10 | professional | 5
    """)
    moves = [(outcome.rater, outcome.mean_change) for outcome in project.outcomes()]
    assert moves == [("professional", 3), ("participant", -1)]


def test_the_last_follow_up_is_that_of_the_same_rater(project: Project):
    project.register("""
        person | moment | date       | rater        | value
        1      | 0      | 2025-01-10 | professional | 2
        1      | 1      | 2025-07-10 | professional | 3
        1      | 2      | 2025-12-10 | participant  | 5
    """)
    assert (project.outcome().n_pairs, project.outcome().mean_change) == (1, 1)


def test_only_the_pinned_moment_is_looked_at_for_another_rater(project: Project):
    project.register("""
        person | moment | date       | rater        | value
        1      | 0      | 2025-01-10 | professional | 2
        1      | 2      | 2025-12-10 | participant  | 5
    """)
    assert project.outcome(moment=1).missing == Missing(overdue=1)
    assert project.outcome(moment=2).missing == Missing(unusable=1)
