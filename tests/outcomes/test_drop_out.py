"""Those who were lost against those who stayed, at the start (method, section 3)."""

from datetime import date

import pytest

from pipelines.outcomes.drop_out import read_drop_out
from tests.spec.tables import AS_OF, Project

STAYED_AND_LOST = """
    person | moment | date       | value
    1      | 0      | 2025-01-10 | 2
    1      | 1      | 2025-07-10 | 5
    2      | 0      | 2025-01-10 | 4
    2      | 1      | 2025-07-10 | 5
    3      | 0      | 2025-01-10 | 1
    4      | 0      | 2025-01-10 | 3
"""


def test_the_difference_is_in_pooled_standard_deviations(project: Project):
    project.register(STAYED_AND_LOST)
    (found,) = project.read(read_drop_out, as_of=AS_OF)
    assert (found.indicator, found.n_completers, found.n_drop_outs) == ("finances", 2, 2)
    assert found.difference == pytest.approx(-1 / 2**0.5)
    assert found.verdict == "differs"


def test_instruments_that_share_a_code_keep_their_own_drop_outs(project: Project):
    """Person 2 was measured again with the older matrix only."""
    project.register("""
        person | moment | instrument  | date       | value
        1      | 0      | matrix_2017 | 2025-01-10 | 2
        1      | 1      | matrix_2017 | 2025-07-10 | 5
        2      | 0      | matrix_2013 | 2025-01-10 | 4
        3      | 0      | matrix_2013 | 2025-01-10 | 4
        3      | 1      | matrix_2013 | 2025-07-10 | 4
    """)
    found = {one.instrument: one.n_drop_outs for one in project.read(read_drop_out, as_of=AS_OF)}
    assert found == {"matrix_2017": 0, "matrix_2013": 1}


def test_who_is_not_yet_due_is_no_drop_out(project: Project):
    project.register(STAYED_AND_LOST)
    (found,) = project.read(read_drop_out, as_of=date(2025, 6, 1))
    assert (found.n_drop_outs, found.difference, found.verdict) == (0, None, "unknown")


def test_one_drop_out_is_too_few_to_say(project: Project):
    project.register(STAYED_AND_LOST, "person | participation\n4 | comparison")
    (found,) = project.read(read_drop_out, as_of=AS_OF)
    assert (found.n_drop_outs, found.verdict) == (1, "unknown")


@pytest.mark.parametrize(
    ("lost", "verdict"),
    [((30, 50), "fine"), ((30.5, 50.5), "fine"), ((31, 51), "caution"), ((27, 47), "caution"), ((34, 54), "differs")],
)
def test_the_verdict_follows_the_size(project: Project, lost: tuple[float, float], verdict: str):
    values = {1: (30, 60), 2: (50, 60), 3: (lost[0], None), 4: (lost[1], None)}
    rows = [
        f"{person} | {moment} | 2025-0{1 + 6 * moment}-10 | support | debt | {value}"
        for person, pair in values.items()
        for moment, value in enumerate(pair)
        if value is not None
    ]
    project.register("\n".join(["person | moment | date | instrument | indicator | value", *rows]))
    (found,) = project.read(read_drop_out, as_of=AS_OF)
    assert found.difference == pytest.approx((sum(lost) - 80) / 2 / 200**0.5)
    assert found.verdict == verdict


def test_equal_starts_do_not_differ_and_unequal_ones_without_spread_cannot_be_scaled(project: Project):
    project.register("""
        person | moment | date       | indicator | value
        1      | 0      | 2025-01-10 | finances  | 2
        1      | 1      | 2025-07-10 | finances  | 5
        2      | 0      | 2025-01-10 | finances  | 2
        2      | 1      | 2025-07-10 | finances  | 5
        3      | 0      | 2025-01-10 | finances  | 2
        4      | 0      | 2025-01-10 | finances  | 2
        1      | 0      | 2025-01-10 | housing   | 2
        1      | 1      | 2025-07-10 | housing   | 5
        2      | 0      | 2025-01-10 | housing   | 2
        2      | 1      | 2025-07-10 | housing   | 5
        3      | 0      | 2025-01-10 | housing   | 3
        4      | 0      | 2025-01-10 | housing   | 3
    """)
    finances, housing = project.read(read_drop_out, as_of=AS_OF)
    assert (finances.difference, finances.verdict) == (0, "fine")
    assert (housing.difference, housing.verdict) == (None, "unknown")
