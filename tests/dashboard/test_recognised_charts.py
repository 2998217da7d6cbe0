"""The charts of "Herkennen mensen dit?": dots on their share, labels apart."""

import pytest

from dashboard.charts.recognised import measured_figure, recognition_figure
from dashboard.language import Words
from dashboard.sentences.recognised import RecognisedDomain, recognised_domains
from tests.dashboard.chart_reading import bars
from tests.dashboard.invented import invented_outcome, moved
from tests.dashboard.test_charts import assert_labels_are_whole_and_apart
from tests.dashboard.test_recognised_sentences import answered, both

NL, EN = Words("nl"), Words("en")


def domain(*shares: object) -> RecognisedDomain:
    (found,) = recognised_domains(shares, [invented_outcome(moved(4, 19, 18))], NL)
    return found


def test_participants_are_filled_and_professionals_hollow():
    residents, professionals = recognition_figure(domain(*both("finances", (20, 30), (9, 11))), NL, dark=False)["data"]
    assert (residents["customdata"], professionals["customdata"]) == ([20 / 30], [9 / 11])
    assert residents["marker"]["color"] == residents["marker"]["line"]["color"]
    assert professionals["marker"]["color"] != professionals["marker"]["line"]["color"]
    assert residents["x"][0] < professionals["x"][0]


def test_one_side_alone_is_one_dot():
    assert len(recognition_figure(domain(answered("finances", "professional", 3, 12)), NL, dark=False)["data"]) == 1


@pytest.mark.parametrize("words", [NL, EN], ids=["nl", "en"])
def test_labels_are_whole_and_apart(words: Words):
    many = domain(*both("finances", (1200, 1300), (1000, 1001)))
    assert_labels_are_whole_and_apart(recognition_figure(many, words, dark=False))
    for tally in [(1, 1, 128), (0, 0, 1), (4, 19, 18)]:
        assert_labels_are_whole_and_apart(measured_figure(invented_outcome(moved(*tally)), words, dark=False))


def test_the_bar_counts_people():
    figure = measured_figure(invented_outcome(moved(4, 19, 18)), NL, dark=False)
    assert [bars(figure, name)[0]["x"][0] for name in ("declined", "same", "improved")] == [4, 19, 18]
    assert figure["layout"]["xaxis"]["range"] == [0, 41]
