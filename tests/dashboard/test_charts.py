"""Charts say what the findings say, hide nothing, and no label touches another: on a phone and on a wide screen."""

from itertools import combinations, pairwise

import plotly.graph_objects as go
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.charts.canvas import CONFIG, Figure
from dashboard.charts.certainty import certainty_figure
from dashboard.charts.distribution import distribution_figure
from dashboard.charts.flow import flow_figure
from dashboard.charts.labels import text_width
from dashboard.charts.moves import can_flow, ribbons
from dashboard.charts.overview import overview_figure
from dashboard.charts.palette import DARK, LIGHT
from dashboard.charts.row import row_figure
from dashboard.language import Words
from dashboard.sentences.alternatives import certainty_alternative, overview_alternative, row_alternative
from pipelines.domain.frozen import Name
from pipelines.domain.indicator import Direction, Kind
from pipelines.domain.outcome import Outcome
from tests.dashboard.chart_reading import bars, boxes, labels, people_blocks, ribbon_ends, ribbon_heights, text_of
from tests.dashboard.invented import Pairs, invented_outcome, moved

NL, EN = Words("nl"), Words("en")
PHONE, WIDE = 340, 620
LADDER = {
    1: Name(nl="geïsoleerd", en="isolated"),
    2: Name(nl="sociale contacten buitenshuis", en="social contacts outside the home"),
    3: Name(nl="deelname georganiseerde activiteiten", en="taking part in organised activities"),
    4: Name(nl="onbetaald werk", en="unpaid work"),
    5: Name(nl="betaald werk met ondersteuning", en="paid work with support"),
}
levels = st.tuples(st.integers(1, 5), st.integers(1, 5))
level_pairs = st.lists(levels, min_size=1, max_size=60)
crowded = st.builds(lambda pairs, times: pairs + [(3, 3)] * times, level_pairs, st.sampled_from([0, 100, 1300]))
amount_pairs = st.lists(st.tuples(st.floats(0, 9999999), st.floats(0, 9999999)), min_size=1, max_size=20)


def assert_labels_are_whole_and_apart(figure: Figure) -> None:
    for width in (PHONE, WIDE):
        placed = boxes(figure, width)
        for box in placed:
            assert box.left >= -0.5, (box, width)
            assert box.right <= width + 0.5, (box, width)
            assert box.top >= -1, (box, width)
            assert box.bottom <= figure["layout"]["height"] + 1, (box, width)
        touching = [(one.text, other.text) for one, other in combinations(placed, 2) if one.touches(other)]
        assert touching == [], width


@settings(max_examples=60)
@given(crowded)
def test_the_bar_counts_people(pairs: Pairs):
    outcome = invented_outcome(pairs)
    figure = row_figure(outcome, NL, dark=False)
    parts = {name: bars(figure, name)[0] for name in ("declined", "same", "improved")}
    assert [part["x"][0] for part in parts.values()] == [outcome.n_declined, outcome.n_same, outcome.n_improved]
    assert [part["base"][0] for part in parts.values()] == [0, outcome.n_declined, outcome.n_declined + outcome.n_same]
    assert figure["layout"]["xaxis"]["range"] == [0, outcome.n_pairs]


@settings(max_examples=60)
@given(crowded)
def test_every_part_says_its_number_inside_or_below(pairs: Pairs):
    outcome = invented_outcome(pairs)
    figure = row_figure(outcome, NL, dark=False)
    for name, n in (("declined", outcome.n_declined), ("same", outcome.n_same), ("improved", outcome.n_improved)):
        written = f"{n:,}".replace(",", ".")
        inside, below = bars(figure, name)[0]["text"][0], labels(figure)[name]
        assert (inside == f"<b>{written}</b>") != below.startswith(f"{written} ")


@settings(max_examples=60)
@given(crowded, st.sampled_from(Direction))
def test_ribbons_are_as_thick_as_the_number_of_people(pairs: Pairs, direction: Direction):
    outcome = invented_outcome(pairs, direction=direction)
    heights = ribbon_heights(flow_figure(outcome, NL, dark=False))
    per_person = sum(map(sum, heights.values())) / outcome.n_pairs
    for movement in ("declined", "same", "improved"):
        expected = [ribbon.n * per_person for ribbon in ribbons(outcome) if ribbon.movement == movement]
        assert heights.get(movement, []) == pytest.approx(expected, abs=0.03)


@settings(max_examples=60)
@given(crowded)
def test_ribbons_lie_side_by_side_in_the_blocks_of_their_levels(pairs: Pairs):
    figure = flow_figure(invented_outcome(pairs), NL, dark=False)
    blocks = people_blocks(figure)
    middle = sum(left for left, *_ in blocks) / len(blocks)
    sides = (sorted(b[2:] for b in blocks if b[0] < middle), sorted(b[2:] for b in blocks if b[0] > middle))
    for ends, of_side in zip(ribbon_ends(figure), sides, strict=True):
        for (_, bottom), (top, _) in pairwise(ends):
            assert bottom <= top + 0.05
        for top, bottom in ends:
            assert any(block[0] - 0.55 <= top and bottom <= block[1] + 0.55 for block in of_side)


@settings(max_examples=60)
@given(crowded)
def test_a_number_never_stands_on_its_block(pairs: Pairs):
    figure = flow_figure(invented_outcome(pairs), NL, dark=False)
    right_ends = max(right for _, right, _, _ in people_blocks(figure))
    last = [note for note in figure["layout"]["annotations"] if (note["name"] or "").startswith("last:")]
    assert all(text_width(text_of(note)) <= (1 - right_ends) * PHONE for note in last)


@settings(max_examples=60)
@given(crowded)
def test_the_flow_says_how_many_stood_on_each_level(pairs: Pairs):
    written = labels(flow_figure(invented_outcome(pairs), NL, dark=False))
    for level in range(1, 6):
        n_start = sum(start == level for start, _ in pairs)
        n_last = sum(last == level for _, last in pairs)
        assert written[f"start:{level}"] == f"{n_start:,}".replace(",", ".")
        assert written[f"last:{level}"] == f"{n_last:,}".replace(",", ".")


@pytest.mark.parametrize("direction", Direction)
def test_forward_goes_up(direction: Direction):
    better = [(2, 4)] if direction is Direction.HIGHER else [(4, 2)]
    outcome = invented_outcome(better, direction=direction)
    (ribbon,) = ribbons(outcome)
    assert ribbon.movement == "improved"
    path = flow_figure(outcome, NL, dark=False)["layout"]["shapes"][0]["path"]
    first, last = float(path.split()[1].split(",")[1]), float(path.split("L")[0].split()[-1].split(",")[1])
    assert last < first


@settings(max_examples=60)
@given(crowded)
def test_the_distribution_counts_both_moments(pairs: Pairs):
    outcome = invented_outcome(pairs)
    figure = distribution_figure(outcome, NL, dark=False)
    lengths = {trace["name"]: (trace["customdata"][0], trace["x"][0]) for trace in figure["data"]}
    for level in range(1, 6):
        assert lengths[f"start:{level}"][0] == sum(start == level for start, _ in pairs)
        assert lengths[f"last:{level}"][0] == sum(last == level for _, last in pairs)
    per_person = {round(length / n, 9) for n, length in lengths.values() if n}
    assert len(per_person) == 1


@settings(max_examples=30)
@given(crowded, st.sampled_from([NL, EN]), st.booleans())
def test_labels_are_whole_and_apart(pairs: Pairs, words: Words, long_names: bool):
    fields = {"level_names": LADDER} if long_names else {}
    outcome = invented_outcome(pairs, **fields)
    for draw in (row_figure, flow_figure, distribution_figure, certainty_figure):
        assert_labels_are_whole_and_apart(draw(outcome, words, dark=False))


@settings(max_examples=60)
@given(amount_pairs, st.sampled_from([NL, EN]))
def test_labels_of_amounts_are_whole_and_apart(pairs: Pairs, words: Words):
    outcome = invented_outcome(pairs, kind=Kind.AMOUNT, direction=Direction.LOWER)
    assert_labels_are_whole_and_apart(row_figure(outcome, words, dark=False))


@pytest.mark.parametrize("words", [NL, EN], ids=["nl", "en"])
@pytest.mark.parametrize("tally", [(1, 1, 128), (128, 1, 1), (1, 128, 1), (0, 0, 1), (65, 1, 64), (0, 3, 0)])
@pytest.mark.parametrize("kind", [Kind.LEVEL, Kind.YES_NO, Kind.COUNT])
def test_labels_of_tiny_parts_are_whole_and_apart(words: Words, tally: tuple[int, int, int], kind: Kind):
    back, same, forward = tally
    low, high = (2, 3) if kind is Kind.LEVEL else (0, 1)
    pairs = [(high, low)] * back + [(high, high)] * same + [(low, high)] * forward
    assert_labels_are_whole_and_apart(row_figure(invented_outcome(pairs, kind=kind), words, dark=False))


def some_outcomes() -> list[Outcome]:
    names = ["Maatschappelijke participatie", "Opdoen van vaardigheden", "Justitie"]
    tallies = [(4, 19, 18), (0, 0, 3), (1, 1200, 36)]
    return [
        invented_outcome(moved(*tally), indicator=f"i{i}", indicator_name=Name(nl=name, en=name))
        for i, (name, tally) in enumerate(zip(names, tallies, strict=True))
    ]


def test_the_overview_shows_shares_and_counts():
    outcomes = some_outcomes()
    figure = overview_figure(outcomes, NL, dark=False)
    assert [bar["customdata"][0] for bar in bars(figure, "improved")] == [18, 3, 36]
    assert [bar["customdata"][0] for bar in bars(figure, "declined")] == [4, 0, 1]
    movements = (bars(figure, name) for name in ("declined", "same", "improved"))
    lengths = [sum(bar["x"][0] for bar in line) for line in zip(*movements, strict=True)]
    assert lengths == pytest.approx([lengths[0]] * 3)
    assert_labels_are_whole_and_apart(figure)


def test_the_overview_leaves_out_who_was_not_measured_again():
    outcomes = [*some_outcomes(), invented_outcome([], n_start=4)]
    assert len(bars(overview_figure(outcomes, NL, dark=False), "same")) == 3


def test_estimates_stand_on_their_scale():
    outcome = invented_outcome(moved(4, 19, 18))
    figure = certainty_figure(outcome, NL, dark=False)
    dots = {trace["name"]: (trace["customdata"][0], trace["x"][0]) for trace in figure["data"]}
    assert dots["share_of_all"] == (outcome.share_improved.estimate, pytest.approx(0.02 + 0.96 * 18 / 41))
    assert dots["mean_change"][0] == outcome.mean_change
    lines = {shape["name"]: shape for shape in figure["layout"]["shapes"] if shape["name"]}
    assert lines["share_of_all"]["x0"] == pytest.approx(0.02 + 0.96 * outcome.share_improved.low)
    assert lines["share_of_all"]["x1"] == pytest.approx(0.02 + 0.96 * outcome.share_improved.high)
    assert lines["zero"]["x0"] == pytest.approx(0.5)


def test_amounts_show_median_mean_and_spread():
    outcome = invented_outcome([(100.0, 50.0), (200.0, 60.0), (600.0, 70.0)], kind=Kind.AMOUNT)
    figure = row_figure(outcome, NL, dark=False)
    dots = [trace["x"][0] for trace in figure["data"] if trace["name"] == "median"]
    assert len(dots) == 2
    assert dots[0] > dots[1]
    written = [note["text"] for note in figure["layout"]["annotations"]]
    assert "mediaan <b>200</b> · gemiddelde 300" in written
    assert "mediaan <b>60</b> · gemiddelde 60" in written


def test_a_long_scale_shows_medians_instead_of_a_flow():
    outcome = invented_outcome([(i, 60 - i) for i in range(60)], kind=Kind.COUNT)
    assert not can_flow(outcome)
    assert_labels_are_whole_and_apart(row_figure(outcome, NL, dark=False))


@pytest.mark.parametrize("draw", [row_figure, flow_figure, distribution_figure, certainty_figure])
def test_plotly_accepts_every_figure(draw):
    figure = go.Figure(draw(invented_outcome(moved(1, 1, 1)), NL, dark=False))
    assert figure.layout.showlegend is False
    assert figure.layout.hovermode is False


def test_the_picture_does_not_catch_a_finger_that_scrolls():
    assert CONFIG["staticPlot"]
    assert not CONFIG["displayModeBar"]


def test_dark_and_light_have_the_colours_of_their_palette():
    outcome = invented_outcome(moved(1, 1, 1))
    for dark, palette in ((False, LIGHT), (True, DARK)):
        figure = row_figure(outcome, NL, dark=dark)
        assert bars(figure, "improved")[0]["marker"]["color"] == palette.forward
        assert bars(figure, "declined")[0]["marker"]["color"] == palette.back
        assert figure["layout"]["font"]["color"] == palette.ink


def test_numbers_are_written_as_the_reader_writes_them():
    outcome = invented_outcome(moved(1200, 1200, 1200))
    assert row_figure(outcome, NL, dark=False)["layout"]["separators"] == ",."
    assert bars(row_figure(outcome, NL, dark=False), "same")[0]["text"] == ["<b>1.200</b>"]
    assert bars(row_figure(outcome, EN, dark=False), "same")[0]["text"] == ["<b>1,200</b>"]


def test_the_alternative_text_says_every_number_of_the_picture():
    outcome = invented_outcome([(2, 4)] * 9 + [(3, 3)] * 14 + [(5, 4)] * 4, n_start=30)
    assert row_alternative(outcome, NL) == (
        "9 van de 27 deelnemers gingen vooruit op Financiën, 14 bleven gelijk, 4 gingen achteruit. "
        "27 van 30 met een 0-meting zijn opnieuw gemeten · vooruit 33% (95%-interval 19–52%). "
        "acute problematiek: 0 bij de 0-meting, 0 bij de laatste meting; "
        "niet zelfredzaam: 9 bij de 0-meting, 0 bij de laatste meting; "
        "beperkt zelfredzaam: 14 bij de 0-meting, 14 bij de laatste meting; "
        "voldoende zelfredzaam: 0 bij de 0-meting, 13 bij de laatste meting; "
        "volledig zelfredzaam: 4 bij de 0-meting, 0 bij de laatste meting."
    )
    assert "33%" in certainty_alternative(outcome, NL)
    assert "**" not in certainty_alternative(outcome, NL)


def test_the_alternative_of_the_overview_is_all_its_sentences():
    said = overview_alternative(some_outcomes(), NL)
    assert "18 van de 41 deelnemers" in said
    assert "36 van de 1.237 deelnemers" in said
