"""The pictures of who came and who left: every number is there, and no label is cut or touches another."""

from dataclasses import replace
from itertools import combinations

import plotly.graph_objects as go
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.charts.canvas import Figure
from dashboard.charts.comings import SIDE_HEIGHT, ComingsColumn, comings_figure
from dashboard.charts.start_difference import DifferenceRow, start_difference_figure
from dashboard.language import Words
from dashboard.notation import signed
from tests.dashboard.chart_reading import boxes

NL, EN = Words("nl"), Words("en")
PHONE, WIDE = 340, 620
HEADS = ("erbij", "weg")
BAND = 0.25

columns = st.lists(st.builds(ComingsColumn, st.integers(0, 120), st.integers(0, 120)), min_size=1, max_size=40)
differences = st.lists(st.floats(-4, 4), min_size=1, max_size=17)
NAMES = ("Maatschappelijke participatie", "Justitie", "Participatieladder (deelnemers zelf)")


def assert_labels_are_whole_and_apart(figure: Figure) -> None:
    for width in (PHONE, WIDE):
        placed = boxes(figure, width)
        for box in placed:
            assert box.left >= -0.5, (box, width)
            assert box.right <= width + 0.5, (box, width)
            assert box.top >= -1, (box, width)
            assert box.bottom <= figure["layout"]["height"] + 1, (box, width)
        assert [(one.text, other.text) for one, other in combinations(placed, 2) if one.touches(other)] == [], width


def by_year(made: list[ComingsColumn], first_quarter: int) -> list[ComingsColumn]:
    """As the page labels them: the year under its first column."""
    years = [2024 + (place + first_quarter) // 4 for place in range(len(made))]
    return [
        replace(column, label=str(year) if year not in years[:place] else "")
        for place, (column, year) in enumerate(zip(made, years, strict=True))
    ]


def heights(figure: Figure, side: str) -> list[float]:
    paths = [shape["path"] for shape in figure["layout"]["shapes"] if shape["name"] == side]
    return [abs(float(path.split()[7].split(",")[1]) - float(path.split()[1].split(",")[1])) for path in paths]


@settings(max_examples=60)
@given(columns, st.integers(0, 3), st.sampled_from([NL, EN]))
def test_labels_of_comings_are_whole_and_apart(made: list[ComingsColumn], first_quarter: int, words: Words):
    assert_labels_are_whole_and_apart(comings_figure(by_year(made, first_quarter), HEADS, words, dark=False))


@settings(max_examples=60)
@given(columns)
def test_up_and_down_are_on_one_scale(made: list[ComingsColumn]):
    figure = comings_figure(made, HEADS, NL, dark=False)
    most = max([1, *(max(column.entered, column.left) for column in made)])
    for side in ("entered", "left"):
        expected = [SIDE_HEIGHT * n / most for column in made if (n := getattr(column, side))]
        assert heights(figure, side) == pytest.approx(expected)


def test_numbers_stand_at_the_ends_as_long_as_they_fit():
    few = comings_figure([ComingsColumn(12, 3)] * 8, HEADS, NL, dark=False)
    many = comings_figure([ComingsColumn(12, 3)] * 60, HEADS, NL, dark=False)
    assert [note["text"] for note in few["layout"]["annotations"]].count("<b>12</b>") == 8
    assert "<b>12</b>" not in [note["text"] for note in many["layout"]["annotations"]]


def difference_rows(found: list[float]) -> list[DifferenceRow]:
    return [DifferenceRow(NAMES[i % 3], value, signed(value, "nl", 2)) for i, value in enumerate(found)]


@settings(max_examples=60)
@given(differences, st.sampled_from([("slechter af", "beter af"), ("worse off", "better off")]))
def test_labels_of_differences_are_whole_and_apart(found: list[float], heads: tuple[str, str]):
    figure = start_difference_figure(difference_rows(found), heads, BAND, NL, dark=False)
    assert_labels_are_whole_and_apart(figure)


@settings(max_examples=60)
@given(differences)
def test_worse_off_stands_left_and_better_off_right_of_the_line(found: list[float]):
    figure = start_difference_figure(difference_rows(found), HEADS, BAND, NL, dark=False)
    zero = next(shape["x0"] for shape in figure["layout"]["shapes"] if shape["name"] == "zero")
    for trace in figure["data"]:
        side = trace["x"][0] - zero
        assert side == pytest.approx(0) or (side > 0) == (trace["customdata"][0] > 0)


def test_a_small_difference_stands_within_the_band():
    figure = start_difference_figure(difference_rows([0.24, -0.26, 1.5]), HEADS, BAND, NL, dark=False)
    band = next(shape for shape in figure["layout"]["shapes"] if shape["name"] == "band")
    inside = [band["x0"] <= trace["x"][0] <= band["x1"] for trace in figure["data"]]
    assert inside == [True, False, False]
    assert band["layer"] == "below"


def test_plotly_accepts_both_figures():
    go.Figure(comings_figure([ComingsColumn(1, 0, "2025")], HEADS, NL, dark=True))
    go.Figure(start_difference_figure(difference_rows([0.1]), HEADS, BAND, NL, dark=True))
