"""The charts of "Vergeleken met wat?": the dots stand where the numbers say, and no label touches another."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.charts.attribution import attribution_figure
from dashboard.charts.by_itself import by_itself_figure
from dashboard.charts.compared import differences_figure, shares_figure
from dashboard.charts.ladder import LadderStep, ladder_figure
from dashboard.language import Words
from dashboard.sentences.compared_by_itself import rises
from dashboard.sentences.ladder import rung_name
from pipelines.domain.comparison import RegressionToMean
from pipelines.domain.effect_ladder import Rung
from pipelines.domain.frozen import Name
from pipelines.domain.indicator import Direction, Kind
from pipelines.domain.note import Attribution
from tests.dashboard.invented import invented_outcome, moved
from tests.dashboard.invented_comparison import both_groups, invented_rows
from tests.dashboard.test_charts import assert_labels_are_whole_and_apart

NL, EN = Words("nl"), Words("en")
LONG = Name(nl="Maatschappelijke participatie en deelname aan activiteiten", en="Taking part in society and activities")
BETTER = both_groups(moved(1, 9, 30), moved(4, 24, 2))
RISE = RegressionToMean(
    indicator="finances", instrument="zrm_2017", rater="professional", expected=0.2, mean_change=0.4, cut=2, source="x"
)
tallies = st.tuples(st.integers(0, 30), st.integers(1, 30), st.integers(0, 1200))


def dots(figure: dict, name: str) -> list[tuple[float, float]]:
    return [(dot["customdata"][0], dot["x"][0]) for dot in figure["data"] if dot["name"] == name]


def test_the_hollow_dot_is_the_group_that_is_compared_with():
    figure = shares_figure(invented_rows(BETTER), NL, dark=False)
    assert [value for value, _ in dots(figure, "Financiën")] == [2 / 30, 30 / 40]
    hollow, filled = (dot["marker"]["color"] for dot in figure["data"])
    assert hollow != filled


def test_better_stands_right_of_the_line_whichever_way_is_better():
    fall, stay = [(4, 2)] * 12 + [(4, 3)], [(4, 4)] * 12 + [(4, 3)]
    rows = invented_rows(both_groups(fall, stay, kind=Kind.COUNT, direction=Direction.LOWER))
    ((value, x),) = dots(differences_figure(rows, NL, dark=False), "Financiën")
    assert rows[0].against.difference < 0 < value
    assert x > 0.5


def test_the_interval_surrounds_its_dot():
    for both in (BETTER, both_groups([(4, 2)] * 9 + [(4, 5)], [(4, 4)] * 9 + [(4, 3)], direction=Direction.LOWER)):
        figure = differences_figure(invented_rows(both), NL, dark=False)
        ((_, x),) = dots(figure, "Financiën")
        (line,) = (shape for shape in figure["layout"]["shapes"] if shape["name"] == "Financiën")
        assert line["x0"] < x < line["x1"]


def test_kinds_of_indicators_do_not_share_a_scale():
    euros = both_groups([(0, 900), (0, 1500)] * 9, [(0, 100), (0, 200)] * 9, Name(nl="Euro", en="Euro"),
                        kind=Kind.AMOUNT)  # fmt: skip
    rows = invented_rows(BETTER, euros)
    figure = differences_figure(rows, NL, dark=False)
    assert all(0.6 < x < 1 for name in ("Financiën", "Euro") for _, x in dots(figure, name))


def test_both_charts_keep_one_line_per_indicator():
    rows = invented_rows(BETTER, both_groups(moved(3, 5, 7), moved(2, 2, 9), LONG))
    heights = [
        next(trace["y"][0] for trace in figure["data"] if trace["name"] == "Financiën")
        for figure in (shares_figure(rows, NL, dark=False), differences_figure(rows, NL, dark=False))
    ]
    assert heights[0] == heights[1]


@settings(max_examples=30)
@given(tallies, tallies, st.sampled_from([NL, EN]), st.sampled_from([Kind.LEVEL, Kind.YES_NO]))
def test_labels_are_whole_and_apart(here: tuple, there: tuple, words: Words, kind: Kind):
    pairs = [moved(*tally) if kind is Kind.LEVEL else [(1, 0), (1, 1), (0, 1)] * tally[1] for tally in (here, there)]
    rows = invented_rows(
        both_groups(*pairs, kind=kind), both_groups(*pairs, LONG, kind=kind, direction=Direction.LOWER)
    )
    for draw in (shares_figure, differences_figure):
        assert_labels_are_whole_and_apart(draw(rows, words, dark=False))


@pytest.mark.parametrize("words", [NL, EN], ids=["nl", "en"])
def test_the_labels_of_the_other_charts_are_whole_and_apart(words: Words):
    note = Attribution(low=0.2, middle=1, high=1, role="coach", reason="x", noted_on="2026-03-01")
    assert_labels_are_whole_and_apart(attribution_figure(note, words.name(LONG), words, dark=False))
    steps = [LadderStep(rung_name(rung, words), True, rung is Rung.CAUSAL) for rung in Rung]
    assert_labels_are_whole_and_apart(ladder_figure(steps, words, dark=False))
    outcome = invented_outcome(moved(1, 2, 3), indicator_name=LONG)
    assert_labels_are_whole_and_apart(by_itself_figure(rises([RISE], [outcome]), words, dark=False))


def test_an_estimate_stands_on_its_scale_between_its_ends():
    note = Attribution(low=0.25, middle=0.5, high=0.75, role="coach", reason="x", noted_on="2026-03-01")
    figure = attribution_figure(note, "Alles", NL, dark=False)
    assert dots(figure, "Alles") == [(0.5, pytest.approx(0.5))]
    (line,) = (shape for shape in figure["layout"]["shapes"] if shape["name"] == "Alles")
    assert (line["x0"], line["x1"]) == (pytest.approx(0.26), pytest.approx(0.74))


def test_what_comes_by_itself_is_hollow_and_forward_is_right():
    figure = by_itself_figure(rises([RISE], [invented_outcome(moved(1, 2, 3))]), NL, dark=False)
    (expected, at), (change, further) = dots(figure, "Financiën")
    assert (expected, change) == (0.2, 0.4)
    assert 0.5 < at < further
