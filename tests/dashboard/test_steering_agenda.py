"""The agenda of measurements as a chart: a bar a week, every number in words, readable on a phone."""

from datetime import date, timedelta
from itertools import combinations

import pytest

from dashboard.components.steering_due import agenda_figure
from dashboard.language import Words
from dashboard.sentences.steering_due import agenda, agenda_alternative
from pipelines.domain.steering import DueFollowUp, Steering
from tests.dashboard.chart_reading import boxes, labels

AS_OF = date(2026, 9, 23)
WORDS = [Words("nl"), Words("en")]


def entries(words: Words, n_overdue: int = 3) -> list[tuple[str, int]]:
    days = [*[30] * n_overdue, 0, -1, -8, -50]
    due = [DueFollowUp(participant_id=1, moment=1, due_on=AS_OF - timedelta(days=late), days_overdue=late)
           for late in days]  # fmt: skip
    return agenda(Steering(due=due, last_registered=(), missing=(), n_present=99, as_of=AS_OF), 8, words)


@pytest.mark.parametrize("words", WORDS, ids=["nl", "en"])
@pytest.mark.parametrize("n_overdue", [0, 3, 1234])
@pytest.mark.parametrize("width", [340, 620])
def test_labels_are_whole_and_apart(words: Words, n_overdue: int, width: int):
    figure = agenda_figure(entries(words, n_overdue), words, dark=False)
    placed = boxes(figure, width)
    assert all(box.left >= 0 and box.right <= width + 0.5 for box in placed)
    assert [(one.text, other.text) for one, other in combinations(placed, 2) if one.touches(other)] == []


def test_every_week_has_its_bar_and_its_number_in_picture_and_words():
    words = WORDS[0]
    found = entries(words)
    figure = agenda_figure(found, words, dark=True)
    assert [trace["customdata"] for trace in figure["data"]] == [[3], [2], [1], [0], [0], [0], [0], [0], [1]]
    assert labels(figure) == {name: str(n) for name, n in found}
    said = agenda_alternative(found, words)
    assert all(f"{name}: {n}" in said for name, n in found)
