"""The pictures: from published cells only, what is hidden hatched and without a number, no label over another."""

import pytest

from dashboard.charts.canvas import Figure
from dashboard.charts.labels import NARROWEST_WIDTH
from dashboard.impact.charts.published_bar import published_bar_figure
from dashboard.impact.charts.published_rows import PublishedRow, published_rows_figure
from dashboard.impact.charts.two_groups import differences_figure, shares_figure
from dashboard.impact.domains import GOAL_PARTS, Measured, all_measured, domains_of
from dashboard.impact.parts import Parts
from dashboard.impact.sentences.change import part_names
from dashboard.impact.sentences.compared import named, with_both_shares, with_difference
from dashboard.language import LANGUAGES, Words
from pipelines.domain.indicator import Kind
from tests.dashboard.chart_reading import boxes, labels
from tests.impact.invented_edition import invented_edition

NL = Words("nl")


def measured(words: Words) -> list[Measured]:
    return [one for one in all_measured(domains_of(invented_edition(), words)) if one.here.has_share]


def bar_of(one: Measured, words: Words, *, dark: bool = False) -> Figure:
    return published_bar_figure(one.here, part_names(one.indicator, one.here, words), words, dark=dark)


def overlaps(figure: Figure) -> list[tuple[str, str]]:
    found = boxes(figure, NARROWEST_WIDTH)
    return [(a.text, b.text) for place, a in enumerate(found) for b in found[place + 1 :] if a.touches(b)]


@pytest.mark.parametrize("dark", [False, True])
def test_a_hidden_part_is_hatched_and_carries_no_number(dark: bool):
    for one in measured(NL):
        for trace in bar_of(one, NL, dark=dark)["data"]:
            is_hidden = trace["name"] == "hidden"
            assert ("pattern" in trace["marker"]) == is_hidden
            assert trace["customdata"] == ([None] if is_hidden else [one.here.shown[trace["name"]]])
            assert trace["text"] == [""] or not is_hidden


def test_a_hidden_part_keeps_its_place_where_rounding_leaves_nothing_over():
    parts = Parts({"declined": None, "same": 40, "improved": 5}, 40)
    names = {"declined": "achteruit", "same": "gelijk", "improved": "vooruit", "hidden": "achteruit: niet getoond"}
    hidden, *_ = published_bar_figure(parts, names, NL, dark=False)["data"]
    assert hidden["x"][0] > 0.1


def test_the_words_under_a_bar_say_what_is_hatched():
    one = next(one for one in measured(NL) if one.indicator.indicator == "housing")
    assert labels(bar_of(one, NL)) == {"same": "gelijk", "hidden": "achteruit of vooruit: niet getoond"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_label_lies_over_another_on_the_narrowest_screen(language: str):
    words = Words(language)
    every = measured(words)
    by_name = named(every, words)
    heads = [words(f"impact.goals.head.{part}") for part in GOAL_PARTS]
    answers = [words(f"impact.recognised.{answer}") for answer in ("do_not", "recognise")]
    rows = [PublishedRow(name, one.here) for name, one in by_name.items()]
    figures = [
        *(bar_of(one, words) for one in every),
        published_rows_figure(rows, heads, words, dark=False), published_rows_figure(rows, answers, words, dark=False),
        shares_figure(with_both_shares(by_name), words, dark=False),
        differences_figure(with_difference(by_name, Kind.LEVEL), words, dark=False),
    ]  # fmt: skip
    assert [overlap for figure in figures for overlap in overlaps(figure)] == []


def test_a_row_without_a_total_is_hatched_whole():
    row = PublishedRow("Werk", Parts({"same": 10, "improved": None}, None))
    (whole,) = published_rows_figure([row], ["a", "b"], NL, dark=False)["data"]
    assert whole["name"] == "hidden"
    assert whole["x"] == [pytest.approx(0.48)]
