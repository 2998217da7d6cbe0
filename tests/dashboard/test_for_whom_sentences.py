"""Groups beside all others, in words, cells and dots; and what counts as one comparison."""

import plotly.graph_objects as go
import pytest

from dashboard.charts.groups import groups_figure
from dashboard.components.for_whom_comparisons import comparison_of
from dashboard.language import Words
from dashboard.sentences.for_whom import (
    Group,
    counter_sentences,
    few_note,
    group_name,
    group_sentences,
    groups_small_print,
    offered_attributes,
    unknown_sentences,
)
from dashboard.sentences.for_whom_table import table_headings, table_rows
from dashboard.sentences.marks import plain
from pipelines.domain.comparison import Difference, SubgroupDifference
from pipelines.domain.indicator import Direction, Kind
from pipelines.domain.outcome import SelfReliance
from tests.dashboard.chart_reading import text_of
from tests.dashboard.invented import FINANCES, invented_outcome, moved, wilson
from tests.dashboard.test_charts import assert_labels_are_whole_and_apart

NL, EN = Words("nl"), Words("en")
OUTCOME = invented_outcome(moved(1, 1, 1))


def difference(group: str, here: tuple[int, int], others: tuple[int, int], *, crossed: tuple[str, str] | None = None,
               **fields: object) -> SubgroupDifference:  # fmt: skip
    """`here` and `others` are how many improved of how many."""
    (n, total), (n_others, total_others) = here, others
    shares = None if not total or not total_others else n / total - n_others / total_others
    against = Difference(
        difference=0.5, low=-0.25, high=1.25, p=0.2, baseline_difference=0.0, baseline_d=fields.pop("baseline_d", 0.0),
        equivalence=fields.pop("equivalence", "fine"), share_difference=shares, share_low=-0.1, share_high=0.4,
    )  # fmt: skip
    values = {
        "indicator": "finances", "indicator_name": FINANCES, "instrument": "zrm_2017", "rater": "professional",
        "life_domain": "finances", "kind": Kind.LEVEL, "direction": Direction.HIGHER, "attribute": "neighbourhood",
        "group": group, "crossed": crossed[0] if crossed else None, "crossed_group": crossed[1] if crossed else None,
        "n_pairs": total, "n_improved": n, "share_improved": wilson(n, total), "mean_change": 0.5,
        "n_others": total_others, "n_others_improved": n_others, "share_others": wilson(n_others, total_others),
        "mean_change_others": 0.0, "against": against, "p": 0.01,
    }  # fmt: skip
    return SubgroupDifference.model_validate({**values, **fields})


def group(name: str, here: tuple[int, int], others: tuple[int, int], p: float | None = 0.5, **fields: object) -> Group:
    return Group(name, difference(name, here, others, **fields), p)


# --- what a group is called ---


@pytest.mark.parametrize(
    ("direction", "kind", "low", "other"),
    [
        (Direction.HIGHER, Kind.LEVEL, "start op niveau 2 of lager", "start hoger dan niveau 2"),
        (Direction.LOWER, Kind.LEVEL, "start op niveau 2 of hoger", "start lager dan niveau 2"),
        (Direction.LOWER, Kind.COUNT, "start op 2 of meer", "start op minder dan 2"),
        (Direction.HIGHER, Kind.AMOUNT, "start op 2 of minder", "start op meer dan 2"),
    ],
)
def test_who_started_low_is_called_after_the_cut(direction: Direction, kind: Kind, low: str, other: str):
    cut = SelfReliance(cut=2, n_start=1, n_follow_up=1)
    outcome = invented_outcome(moved(1, 1, 1), direction=direction, kind=kind, problematic=cut)
    found = [difference(name, (1, 2), (1, 2), attribute="start_level") for name in ("problem", "no_problem")]
    assert [group_name(one, outcome, NL) for one in found] == [low, other]


def test_a_crossed_group_is_called_after_both():
    assert group_name(difference("east", (1, 2), (1, 2), crossed=("age_band", "65+")), OUTCOME, NL) == "east + 65+"


# --- who moved forward more or less often ---


def test_a_group_that_clearly_did_is_told_with_people():
    groups = [group("east", (1, 12), (20, 30), 0.01), group("west", (12, 15), (9, 27), 0.3),
              group("north", (8, 15), (13, 27), 0.9)]  # fmt: skip
    said = plain(" ".join(group_sentences(groups, OUTCOME, NL)))
    assert said.startswith(
        "Van de groep east was 1 van de 12 mensen vooruit, van alle anderen 20 van de 30. Dat is duidelijk minder vaak."
    )
    assert "west" not in said


def test_nobody_is_said_in_a_word():
    groups = [group("east", (0, 12), (20, 30), 0.01), group("w", (9, 15), (9, 27)), group("n", (9, 15), (9, 27))]
    assert "was **niemand van de 12** vooruit" in group_sentences(groups, OUTCOME, NL)[0]
    assert "**none of the 12** were ahead of their start" in group_sentences(groups, OUTCOME, EN)[0]


def test_of_two_groups_the_one_says_what_the_other_says():
    groups = [group("east", (2, 12), (12, 12), 0.001), group("west", (12, 12), (2, 12), 0.001)]
    said = group_sentences(groups, OUTCOME, NL)
    assert "groep **west**" in said[0]
    assert "duidelijk vaker" in said[0]
    assert "east" not in " ".join(said)


@pytest.mark.parametrize(("p", "clear"), [(0.0499, True), (0.05, False), (None, False)])
def test_clear_is_below_one_in_twenty_after_correction(p: float | None, clear: bool):
    assert group("east", (1, 12), (20, 30), p).is_clear == clear


def test_a_clear_difference_does_not_say_what_caused_it():
    groups = [group("east", (12, 12), (2, 30), 0.001), group("w", (1, 15), (13, 27)), group("n", (1, 15), (13, 27))]
    assert "zegt niet waardoor het komt" in " ".join(group_sentences(groups, OUTCOME, NL))
    unclear = [group("east", (6, 12), (12, 30)), *groups[1:]]
    assert "waardoor" not in " ".join(group_sentences(unclear, OUTCOME, NL))


def test_for_a_count_better_off_is_explained():
    outcome = invented_outcome([(3, 1)], kind=Kind.COUNT, direction=Direction.LOWER)
    said = " ".join(group_sentences([group("a", (1, 2), (0, 2)), group("b", (0, 2), (1, 2))], outcome, NL))
    assert plain(said).endswith(
        "Van alle 4 mensen van wie dit bekend is, was er 1 beter af op Financiën. Minder is hier beter."
    )


def test_small_groups_are_named_or_all_marked():
    small, large = group("east", (3, 9), (6, 10)), group("west", (6, 10), (3, 9))
    assert few_note([small, large], NL).startswith("Minder dan 10 mensen: east.")
    assert few_note([small, small], NL).startswith("Alle groepen zijn kleiner dan 10 mensen")
    assert few_note([large, large], NL) == ""


def test_who_started_elsewhere_is_told_of_groups_large_enough():
    differs = {"equivalence": "differs", "baseline_d": -0.5}
    groups = [group("east", (3, 10), (6, 10), **differs), group("west", (6, 9), (3, 10), **differs)]
    said = " ".join(groups_small_print(groups, OUTCOME, NL))
    assert "east (slechter)" in said
    assert "west" not in said


def test_where_lower_is_better_a_low_start_is_a_good_one():
    differs = {"equivalence": "differs", "baseline_d": -0.5, "direction": Direction.LOWER}
    assert "east (beter)" in " ".join(groups_small_print([group("east", (3, 10), (6, 10), **differs)], OUTCOME, NL))


# --- cells ---


def test_a_row_holds_people_differences_and_p():
    (row,) = table_rows([group("east", (6, 12), (12, 30), 0.0004)], NL)
    assert row == ["east", "12", "6", "12 van de 30", "+10 (−10 tot +40)", "+0,50 (−0,25 tot +1,25)", "< 0,001"]


def test_a_small_group_is_marked_in_its_row():
    (row,) = table_rows([group("east", (1, 1), (12, 30), None)], EN)
    assert (row[1], row[-1]) == ("1 (few)", "–")


def test_yes_and_no_have_no_mean_of_their_own():
    outcome = invented_outcome([(0, 1)], kind=Kind.YES_NO)
    (row,) = table_rows([group("east", (1, 1), (12, 30), kind=Kind.YES_NO)], NL)
    headings = table_headings(outcome, NL)
    assert len(headings) == len(row) == 6
    assert not any("gemiddelde" in heading for heading in headings)


def test_a_heading_says_where_lower_is_better():
    outcome = invented_outcome([(3, 1)], kind=Kind.COUNT, direction=Direction.LOWER)
    assert "Verschil in gemiddelde verandering (lager is beter)" in table_headings(outcome, NL)


# --- dots ---


@pytest.mark.parametrize("words", [NL, EN], ids=["nl", "en"])
def test_labels_are_whole_and_apart_and_plotly_draws_them(words: Words):
    names = ["alleenstaand met kinderen + Rivierenbuurt-Noord", "<b>65+</b>", "stel"]
    groups = [group(name, (1200, 1400), (0, 2)) for name in names] + [group("klein", (0, 2), (1200, 1400))]
    figure = groups_figure(groups, OUTCOME, words, dark=False)
    assert_labels_are_whole_and_apart(figure)
    assert go.Figure(figure).layout.showlegend is False


def test_the_filled_dot_is_the_group_and_the_hollow_one_all_others():
    figure = groups_figure([group("east", (6, 12), (3, 30)), group("later", (0, 0), (9, 42))], OUTCOME, NL, dark=False)
    hollow, filled = figure["data"]
    assert (hollow["customdata"], filled["customdata"]) == ([0.1], [0.5])
    assert hollow["marker"]["color"] != filled["marker"]["color"]
    assert "6 van de 12 vooruit · anderen 3 van de 30" in [text_of(note) for note in figure["layout"]["annotations"]]


def test_what_somebody_typed_is_no_markup():
    figure = groups_figure([group("<i>east</i>", (6, 12), (3, 30))], OUTCOME, NL, dark=False)
    assert figure["layout"]["annotations"][0]["text"] == "<b>&lt;i&gt;east&lt;/i&gt;</b>"


# --- what counts as one comparison ---


def test_two_groups_are_one_comparison_and_three_are_three():
    east, west = difference("east", (1, 2), (1, 2)), difference("west", (1, 2), (1, 2))
    north, nobody = difference("north", (1, 2), (1, 2)), difference("south", (0, 0), (1, 2))
    assert len({comparison_of(one, [east, west, nobody], None) for one in (east, west)}) == 1
    assert len({comparison_of(one, [east, west, north], None) for one in (east, west, north)}) == 3


def test_it_does_not_matter_which_attribute_was_crossed_with_which():
    cells = [("east", "young"), ("east", "old"), ("west", "old")]
    one_way = [difference(area, (1, 2), (1, 2), crossed=("age_band", age)) for area, age in cells]
    other_way = [
        difference(age, (1, 2), (1, 2), attribute="age_band", crossed=("neighbourhood", area)) for area, age in cells
    ]
    assert [comparison_of(one, one_way, 1) for one in one_way] == [
        comparison_of(one, other_way, 1) for one in other_way
    ]


def test_another_indicator_rater_or_moment_is_another_comparison():
    east, west = difference("east", (1, 2), (1, 2)), difference("west", (1, 2), (1, 2))
    other = east.model_copy(update={"indicator": "housing"})
    rated = east.model_copy(update={"rater": "participant"})
    found = {comparison_of(one, [east, west], None) for one in (east, other, rated)}
    assert len(found | {comparison_of(east, [east, west], 1)}) == 4


@pytest.mark.parametrize(
    ("n", "said"),
    [
        (20, "bij 20 vergelijkingen lijkt er gemiddeld 1 duidelijk door toeval alleen"),
        (30, "bij 30 vergelijkingen lijken er gemiddeld 1,5 duidelijk door toeval alleen"),
        (40, "bij 40 vergelijkingen lijken er gemiddeld 2 duidelijk door toeval alleen"),
    ],
)
def test_the_more_is_looked_at_the_more_looks_clear_by_chance(n: int, said: str):
    looked, adjusted = counter_sentences(n, NL)
    assert f"**{n} vergelijkingen**" in looked
    assert said in looked
    assert "(Holm)" in adjusted


# --- what is not registered ---


def test_the_sheet_knows_attributes_that_a_project_may_not_register():
    assert {"neighbourhood", "age_band", "household_type", "approach"} <= set(offered_attributes())


def test_where_everything_is_known_of_everybody_the_rest_is_still_not_known():
    known = dict.fromkeys(offered_attributes(), 12)
    missing, partly, never = unknown_sentences(known, 12, NL)
    assert (missing, partly) == ("", "")
    assert "hoe lang de problemen al duren" in never


def test_an_attribute_of_some_people_is_told_with_how_many():
    _, partly, _ = unknown_sentences({"kleur": 3}, 12, NL)
    assert plain(partly).startswith("Niet van iedereen bekend: kleur (3 van de 12 deelnemers).")
