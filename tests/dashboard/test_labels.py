"""Words in charts: none cut, none on top of another, however long or crowded."""

from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.charts.labels import spread, text_width, wrap

labels = st.lists(st.tuples(st.floats(0, 340), st.floats(5, 100)), min_size=1, max_size=3)


@settings(max_examples=100)
@given(labels)
def test_labels_stay_in_the_picture_and_apart(placed: list[tuple[float, float]]):
    placed = sorted(placed)
    widths = [width for _, width in placed]
    centres = spread([centre for centre, _ in placed], widths, total=340)
    lefts = [centre - width / 2 for centre, width in zip(centres, widths, strict=True)]
    rights = [centre + width / 2 for centre, width in zip(centres, widths, strict=True)]
    assert lefts[0] >= -1e-9
    assert rights[-1] <= 340 + 1e-9
    assert all(right <= left + 1e-9 for right, left in zip(rights, lefts[1:], strict=False))


def test_a_label_with_room_stays_where_it_is():
    assert spread([50, 170, 290], [40, 40, 40], total=340) == [50, 170, 290]


def test_two_labels_in_one_place_are_pushed_apart():
    assert spread([5, 6, 170], [40, 40, 40], total=340) == [20, 60, 170]


@settings(max_examples=100)
@given(st.text(alphabet="abcm wIl", min_size=1, max_size=80).filter(str.strip), st.floats(60, 340))
def test_wrapping_keeps_every_word_and_every_line_fits(text: str, width: float):
    lines = wrap(text, width).split("<br>")
    assert " ".join(lines).split() == text.split()
    assert all(text_width(line) <= width or " " not in line for line in lines)


def test_a_short_name_keeps_one_line():
    assert wrap("voldoende zelfredzaam", 138) == "voldoende zelfredzaam"
