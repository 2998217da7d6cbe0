"""What is hidden stays hidden: it has no share, no number, and no place but its own."""

import pytest

from dashboard.impact.parts import HIDDEN, Parts

MOVED = ("declined", "same", "improved")


def parts(*counts: int | None, total: int | None = 40) -> Parts:
    return Parts(dict(zip(MOVED, counts, strict=True)), total)


def test_a_hidden_part_is_drawn_as_what_the_others_leave_over():
    assert parts(None, None, 15).blocks() == [(HIDDEN, 25), ("improved", 15)]


def test_nothing_but_forward_ever_stands_at_the_place_of_forward():
    assert parts(None, 25, None).blocks() == [("same", 25), (HIDDEN, 15)]
    assert parts(10, None, None).blocks()[-1] == (HIDDEN, 30)


def test_rounding_never_makes_a_hidden_part_less_than_nothing():
    assert parts(None, 40, 5).blocks()[0] == (HIDDEN, 0)


def test_a_hidden_count_has_no_share_and_is_not_nothing():
    assert parts(None, 25, 15).share("declined") is None
    assert "declined" not in parts(None, 25, 15).shown


@pytest.mark.parametrize("total", [None, 5, 9])
def test_of_fewer_than_ten_people_no_share_is_taken(total: int | None):
    assert parts(None, None, 5, total=total).share("improved") is None


def test_a_share_is_taken_from_the_rounded_counts():
    assert parts(10, 15, 15).share("improved") == pytest.approx(0.375)
