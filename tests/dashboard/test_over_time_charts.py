"""The pictures of one indicator over all its moments: they count right, and no label is cut or touches another."""

from datetime import date

import plotly.graph_objects as go
import pytest

from dashboard.charts.canvas import Figure
from dashboard.charts.trajectory import (
    calendar_figure,
    changes_figure,
    how_soon_figure,
    lasting_figure,
    measured_figure,
    month_marks,
)
from dashboard.language import Words
from pipelines.domain.indicator import Direction, Kind
from pipelines.domain.note import Lesson
from tests.dashboard.chart_reading import bars, text_of
from tests.dashboard.invented import invented_outcome, moved
from tests.dashboard.test_charts import assert_labels_are_whole_and_apart
from tests.dashboard.test_over_time_sentences import improvement, lasting, point, quarter, survival, trajectory

NL, EN = Words("nl"), Words("en")
LEVEL = invented_outcome(moved(1, 1, 1))
MONTHS = {"first_measured_on": date(2024, 9, 1), "last_measured_on": date(2026, 9, 1)}
COURSE = trajectory(point(0, 46, counts={1: 7, 2: 17, 3: 20, 5: 2}, **MONTHS), point(1, 1, counts={3: 1}, **MONTHS))
PINNED = [invented_outcome(moved(4, 19, 16), moment=1), invented_outcome(moved(0, 1, 1200), moment=12)]
STEPS = [survival(days, share, share - 0.1, share + 0.1) for days, share in ((160, 0.2), (190, 0.5), (380, 0.8))]
LESSONS = [
    Lesson(seen="s", decided="d", changed=changed, changed_on=day, role="r", noted_on=day)
    for day, changed in ((date(2025, 2, 3), "elke dinsdag een spreekuur voor de post, in het buurthuis"),
                         (date(2025, 8, 20), "een <i>tweede</i> begeleider"), (date(2027, 1, 1), "nog iets"))
]  # fmt: skip


def figures(words: Words) -> dict[str, Figure]:
    calendar = [quarter(2025, month, n) for month, n in ((1, 1), (4, 8), (7, 21), (10, 14))]
    return {
        "measured": measured_figure(COURSE, LEVEL, words, dark=False),
        "changes": changes_figure(PINNED, words, dark=False),
        "lasting": lasting_figure(lasting(20, 15, 8), LEVEL, words, dark=False),
        "how_soon": how_soon_figure(improvement(39, 25, *STEPS), words, dark=False),
        "calendar": calendar_figure(calendar, LESSONS, words, dark=False),
    }


@pytest.mark.parametrize("name", figures(NL))
@pytest.mark.parametrize("words", [NL, EN], ids=["nl", "en"])
def test_labels_are_whole_and_apart_and_plotly_draws_them(name: str, words: Words):
    figure = figures(words)[name]
    assert_labels_are_whole_and_apart(figure)
    assert go.Figure(figure).layout.showlegend is False


def test_a_row_of_levels_counts_the_people_of_its_moment():
    found = [trace["customdata"][0] for trace in figures(NL)["measured"]["data"] if "customdata" in trace]
    assert found == [7, 17, 20, 0, 2, 0, 0, 1, 0, 0]


def test_a_row_of_changes_counts_back_same_and_forward():
    changes = figures(NL)["changes"]
    assert [bar["customdata"][0] for bar in bars(changes, "improved")] == [16, 1200]
    assert [bar["customdata"][0] for bar in bars(changes, "declined")] == [4, 0]


def test_changes_of_a_count_are_headed_by_what_they_are():
    fewer = invented_outcome([(3, 1)], kind=Kind.COUNT, direction=Direction.LOWER, moment=1)
    heads = [text_of(note) for note in changes_figure([fewer], NL, dark=False)["layout"]["annotations"][:3]]
    assert heads == ["meer", "evenveel", "minder"]


def test_the_bars_of_lasting_hold_everybody():
    assert sum(trace["customdata"][0] for trace in figures(NL)["lasting"]["data"]) == 40


def test_the_curve_ends_in_the_month_of_the_last_improvement():
    (curve,) = [trace for trace in figures(NL)["how_soon"]["data"] if trace["name"] == "curve"]
    last_step, edge = curve["x"][-2], curve["x"][-1]
    assert 0 < edge - last_step < 0.84 / 12


@pytest.mark.parametrize(("n_months", "labels"), [(1, "0 1"), (6, "0 1 2 3 4 5 6"), (13, "0 3 6 9 12"),
                                                  (36, "0 6 12 18 24 30 36")])  # fmt: skip
def test_the_months_on_the_axis_are_few(n_months: int, labels: str):
    assert " ".join(month_marks(n_months, NL).values()) == labels


def test_what_somebody_typed_is_no_markup():
    written = [note["text"] for note in figures(NL)["calendar"]["layout"]["annotations"]]
    assert any("&lt;i&gt;tweede&lt;/i&gt;" in text for text in written)
