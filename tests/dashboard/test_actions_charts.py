"""The pictures of what was agreed and done: every part is there, and no label is cut or touches another on a phone."""

from itertools import combinations

import pytest

from dashboard.charts.dots import Dot, DotRow, Scale, dots_figure
from dashboard.charts.goals import goals_figure
from dashboard.language import Words
from dashboard.notation import percentage
from pipelines.domain.outcome import GoalAttainment
from tests.dashboard.chart_reading import bars, boxes

NL, EN = Words("nl"), Words("en")


def goals(n: int, judged: int, attained: int) -> GoalAttainment:
    return GoalAttainment(life_domain=None, n_goals=n, n_judged=judged, n_attained=attained, share_attained=None,
                          n_participants=judged, mean_t=None)  # fmt: skip


NAMED = {
    "Alle doelen": goals(1670, 1650, 1639),
    "Maatschappelijke participatie": goals(3, 1, 0),
    "Justitie": goals(1, 1, 1),
}


@pytest.mark.parametrize("words", [NL, EN], ids=["nl", "en"])
@pytest.mark.parametrize("width", [340, 620])
def test_labels_of_goals_are_whole_and_apart(words: Words, width: int):
    placed = boxes(goals_figure(NAMED, words, dark=False), width)
    assert all(box.left >= -0.5 and box.right <= width + 0.5 for box in placed)
    assert [(one.text, other.text) for one, other in combinations(placed, 2) if one.touches(other)] == []


def test_the_parts_are_not_reached_not_judged_and_reached():
    figure = goals_figure(NAMED, NL, dark=False)
    found = [[bar["customdata"][0] for bar in bars(figure, part)] for part in ("declined", "same", "improved")]
    assert found == [[11, 1, 0], [20, 2, 0], [1639, 0, 1]]


@pytest.mark.parametrize("width", [340, 620])
def test_labels_of_with_and_without_are_whole_and_apart(width: int):
    dots = (Dot(0.6, 0.31, 0.83), Dot(0.42, is_hollow=True))
    written = "met: 1.206 van de 2.010 · zonder: 25.000 van de 59.000"
    rows = [DotRow("Deelname aan georganiseerde activiteiten (professionals)", written, dots)] * 3
    scale = Scale(0.0, 1.0, {share: percentage(share, "nl") for share in (0.0, 0.5, 1.0)})
    placed = boxes(dots_figure(rows, scale, NL, dark=False), width)
    assert all(box.left >= -0.5 and box.right <= width + 0.5 for box in placed)
    assert [(one.text, other.text) for one, other in combinations(placed, 2) if one.touches(other)] == []
