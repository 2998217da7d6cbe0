"""One indicator over all its moments, in words."""

from datetime import date

import pytest

from dashboard.language import Words
from dashboard.sentences.marks import plain
from dashboard.sentences.over_time import (
    change_sentences,
    change_warnings,
    lasting_groups,
    lasting_sentences,
    lasting_small_print,
    levels_of,
    measured_in,
    measured_sentences,
)
from dashboard.sentences.over_time_calendar import (
    calendar_sentences,
    how_soon_sentences,
    how_soon_small_print,
    quarter_name,
    time_in_words,
)
from pipelines.domain.indicator import Direction, Kind
from pipelines.domain.trajectory import CalendarPoint, FirstImprovement, Lasting, MomentPoint, SurvivalPoint, Trajectory
from tests.dashboard.invented import FINANCES, ZRM_LEVELS, invented_outcome, moved

NL, EN = Words("nl"), Words("en")
LEVEL = invented_outcome(moved(1, 1, 1))
FEWER_IS_BETTER = invented_outcome([(3, 1)], kind=Kind.COUNT, direction=Direction.LOWER)


def point(moment: int, n: int, **fields: object) -> MomentPoint:
    values = {"mean": 3.0, "sd": 1.0, "counts": {3: n}, "first_measured_on": None, "last_measured_on": None}
    return MomentPoint.model_validate({"moment": moment, "n": n, **values, **fields})


def trajectory(*points: MomentPoint, kind: Kind = Kind.LEVEL, **fields: object) -> Trajectory:
    values = {
        "indicator": "finances", "indicator_name": FINANCES, "instrument": "zrm_2017", "rater": "professional",
        "life_domain": "finances", "kind": kind, "direction": Direction.HIGHER,
        "level_names": ZRM_LEVELS if kind is Kind.LEVEL else {}, "attribute": None, "group": None, "points": points,
    }  # fmt: skip
    return Trajectory.model_validate({**values, **fields})


# --- who was measured when ---


def test_one_moment_is_told_without_a_comparison():
    assert measured_sentences(trajectory(point(0, 1)), NL) == ["Gemeten op **Financiën**: **1 mens** bij de 0-meting."]


def test_as_many_people_are_not_yet_the_same_people():
    _, others = measured_sentences(trajectory(point(0, 4), point(1, 4)), NL)
    assert others.startswith("Niet op elk moment zijn dezelfde mensen gemeten.")


def test_the_months_of_a_moment_are_said_once_when_they_are_one():
    in_may = {"first_measured_on": date(2025, 5, 1), "last_measured_on": date(2025, 5, 30)}
    assert measured_in(point(0, 4, **in_may), EN) == "May 2025"
    until_june = {**in_may, "last_measured_on": date(2025, 6, 30)}
    assert measured_in(point(0, 4, **until_june), NL) == "mei 2025 – juni 2025"
    assert measured_in(point(0, 4), NL) == "datum niet bekend"


def test_levels_are_shown_from_the_worst_to_the_best():
    assert levels_of(trajectory(point(0, 4))) == [1, 2, 3, 4, 5]
    assert levels_of(trajectory(point(0, 4), direction=Direction.LOWER)) == [5, 4, 3, 2, 1]
    assert levels_of(trajectory(point(0, 4, counts={1: 4}), kind=Kind.YES_NO)) == [0, 1]


def test_more_than_eight_values_and_amounts_are_not_shown_one_by_one():
    eight, nine = (dict.fromkeys(range(n), 1) for n in (8, 9))
    assert len(levels_of(trajectory(point(0, 8, counts=eight), kind=Kind.COUNT))) == 8
    assert levels_of(trajectory(point(0, 9, counts=nine), kind=Kind.COUNT)) == []
    assert levels_of(trajectory(point(0, 2, counts={10.5: 2}), kind=Kind.AMOUNT)) == []


# --- the change since the start ---


def test_with_one_follow_up_nobody_else_can_be_in_it():
    said = change_sentences([invented_outcome(moved(1, 2, 3), moment=1)], NL)
    assert said[1] == "Iedereen is vergeleken met de eigen 0-meting."


def test_small_moments_are_marked_one_by_one():
    outcomes = [invented_outcome(moved(0, 0, 10), moment=1), invented_outcome(moved(0, 0, 9), moment=2)]
    assert [said.split(":")[0] for said in change_warnings(outcomes, NL)] == ["2-meting"]


# --- does it last ---


def lasting(improved: int, kept: int, later: int = 0, n: int = 40) -> Lasting:
    return Lasting(moment=1, next_moment=2, n=n, n_improved=improved, n_kept=kept, n_relapsed=improved - kept,
                   n_later=later)  # fmt: skip


LASTING = [
    (lasting(20, 15, 8),
     "Van de 20 die bij de 1-meting vooruit waren, waren 15 dat bij de 2-meting nog; "
     "5 vielen terug tot de start of lager. 8 mensen waren pas bij de 2-meting vooruit.",
     "Of the 20 who were ahead of their start at follow-up 1, 15 still were at follow-up 2; "
     "5 fell back to the start or below. 8 people were ahead of their start only at follow-up 2."),
    (lasting(2, 1, 1),
     "Van de 2 die bij de 1-meting vooruit waren, was 1 dat bij de 2-meting nog; 1 viel terug tot de start of lager. "
     "1 mens was pas bij de 2-meting vooruit.",
     "Of the 2 who were ahead of their start at follow-up 1, 1 still was at follow-up 2; "
     "1 fell back to the start or below. 1 person was ahead of their start only at follow-up 2."),
    (lasting(2, 2),
     "Van de 2 die bij de 1-meting vooruit waren, waren 2 dat bij de 2-meting nog; "
     "niemand viel terug tot de start of lager.",
     "Of the 2 who were ahead of their start at follow-up 1, 2 still were at follow-up 2; "
     "none fell back to the start or below."),
    (lasting(3, 0),
     "Van de 3 die bij de 1-meting vooruit waren, was niemand dat bij de 2-meting nog; "
     "3 vielen terug tot de start of lager.",
     "Of the 3 who were ahead of their start at follow-up 1, none still were at follow-up 2; "
     "3 fell back to the start or below."),
    (lasting(1, 1), "1 deelnemer was bij de 1-meting vooruit, en bij de 2-meting nog steeds.",
     "1 participant was ahead of their start at follow-up 1, and still at follow-up 2."),
    (lasting(1, 0), "1 deelnemer was bij de 1-meting vooruit, maar viel bij de 2-meting terug tot de start of lager.",
     "1 participant was ahead of their start at follow-up 1, but fell back to the start or below at follow-up 2."),
    (lasting(0, 0, 2),
     "Van de 40 mensen die op beide momenten zijn gemeten, was bij de 1-meting nog niemand vooruit. "
     "2 mensen waren pas bij de 2-meting vooruit.",
     "Of the 40 people measured at both moments, nobody was ahead of their start yet at follow-up 1. "
     "2 people were ahead of their start only at follow-up 2."),
]  # fmt: skip


@pytest.mark.parametrize(("found", "dutch", "english"), LASTING, ids=range(len(LASTING)))
def test_whether_it_lasts(found: Lasting, dutch: str, english: str):
    assert plain(" ".join(lasting_sentences(found, LEVEL, NL))) == dutch
    assert plain(" ".join(lasting_sentences(found, LEVEL, EN))) == english


def test_where_fewer_is_better_nobody_falls_back_to_something_lower():
    (said,) = lasting_sentences(lasting(4, 3), FEWER_IS_BETTER, NL)
    assert "beter af waren" in said
    assert said.endswith("1 viel terug tot de start of slechter. Minder is hier beter.")


def test_everybody_measured_at_both_moments_is_in_one_of_four_groups():
    found = lasting(20, 15, 8)
    assert [n for _, n in lasting_groups(found, LEVEL, NL)] == [15, 5, 8, 12]


def test_that_it_lasts_is_said_with_its_interval_and_its_limit():
    share, still, survivors = lasting_small_print([lasting(20, 15)], NL)
    assert share == "Van 1-meting naar 2-meting: 15 van de 20 is 75% (95%-interval 53–89%)."
    assert "nog steeds beter dan bij de eigen start" in still
    assert "Wie blijft meedoen met meten" in survivors
    assert len(lasting_small_print([lasting(0, 0)], NL)) == 2


# --- how soon ---


def survival(days: int, share: float, low: float, high: float, at_risk: int = 20) -> SurvivalPoint:
    return SurvivalPoint(days=days, share_improved=share, low=low, high=high, n_at_risk=at_risk)


def improvement(n: int, improved: int, *curve: SurvivalPoint, undated: int = 0) -> FirstImprovement:
    median = next((one.days for one in curve if one.share_improved >= 0.5), None)
    return FirstImprovement(n=n, n_improved=improved, n_undated=undated, median_days=median, curve=curve)


STEADY = improvement(39, 25, survival(180, 0.3, 0.2, 0.5), survival(210, 0.6, 0.4, 0.7), survival(380, 0.8, 0.6, 0.9))


def test_how_soon_half_of_them_were_forward():
    said, under_way = how_soon_sentences(STEADY, LEVEL, NL)
    assert plain(said) == (
        "25 van de 39 mensen die vooruit konden gaan, waren bij een of meer vervolgmetingen vooruit. "
        "Naar schatting was na ongeveer 7 maanden de helft voor het eerst vooruit."
    )
    assert plain(under_way).startswith(
        "Van 14 weten we het nog niet: bij hun laatste meting waren zij nog niet vooruit."
    )


def test_half_of_a_handful_is_not_certain():
    few = improvement(12, 6, survival(180, 0.3, 0.1, 0.5), survival(380, 0.9, 0.4, 1.0, at_risk=3))
    said, _ = how_soon_sentences(few, LEVEL, NL)
    assert said.endswith("maar toen volgden wij nog maar 3 mensen: dat is niet zeker.")


def test_less_than_half_has_no_middle():
    said, _ = how_soon_sentences(improvement(20, 3, survival(180, 0.2, 0.1, 0.4)), LEVEL, NL)
    assert said.endswith("Na hoeveel tijd de helft vooruit is, is nog niet te zeggen: zo ver is het nog niet.")


def test_when_everybody_improved_nobody_is_under_way():
    assert how_soon_sentences(improvement(2, 2, survival(90, 1, 0, 1)), LEVEL, NL)[1] == ""


@pytest.mark.parametrize(
    ("first", "dutch"),
    [
        (None, "Iedereen stond bij de start al op de beste waarde."),
        (improvement(0, 0, undated=3), "Hoe snel het ging, is niet te zeggen"),
        (improvement(8, 0), "**Niemand van de 8** mensen die vooruit konden gaan, was bij een vervolgmeting vooruit."),
    ],
)
def test_where_there_is_no_curve_the_reason_is_said(first: FirstImprovement | None, dutch: str):
    assert how_soon_sentences(first, LEVEL, NL)[0].startswith(dutch)


def test_the_estimates_come_with_their_intervals_and_with_how_many_they_rest_on():
    _, estimates, limit, undated = how_soon_small_print(STEADY.model_copy(update={"n_undated": 1}), LEVEL, NL)
    assert estimates == (
        "12 maanden na de start: 80% (95%-interval 60–90%). Toen volgden wij nog 20 mensen die nog niet vooruit waren "
        "geweest. De helft was vooruit na 210 dagen (mediaan; 95%-interval 180 tot 380 dagen)."
    )
    assert "Zij kwam eerder" in limit
    assert undated == "1 mens telt hier niet mee, omdat een datum ontbreekt."


def test_an_interval_that_does_not_end_yet_is_said_to_be_open():
    open_ended = improvement(20, 11, survival(180, 0.55, 0.3, 0.8))
    assert "95%-interval vanaf 180 dagen, zonder bovengrens" in how_soon_small_print(open_ended, LEVEL, NL)[1]


def test_a_short_time_is_told_in_days():
    assert time_in_words(44, NL) == "44 dagen"
    assert time_in_words(45, NL) == "1 maand"


# --- over the calendar ---


def quarter(year: int, month: int, n: int) -> CalendarPoint:
    return CalendarPoint(first_day=date(year, month, 1), n_pairs=n, n_improved=n, n_same=0, n_declined=0)


@pytest.mark.parametrize(("month", "name"), [(1, "K1 ’25"), (4, "K2 ’25"), (7, "K3 ’25"), (10, "K4 ’25")])
def test_a_quarter_has_a_short_name(month: int, name: str):
    assert quarter_name(quarter(2025, month, 1), NL) == name


def test_the_busiest_quarter_is_named():
    said, other_people, _ = calendar_sentences([quarter(2025, 1, 3), quarter(2025, 4, 9)], LEVEL, False, NL)
    assert plain(said) == "In 2 kwartalen zijn 12 vervolgmetingen gedaan op Financiën, de meeste in K2\u00a0’25 (9)."
    assert "andere mensen" in other_people


def test_a_mark_is_no_cause():
    *_, marks = calendar_sentences([quarter(2025, 1, 3)], LEVEL, True, EN)
    assert marks.endswith("Then that need not come from what was changed.")
    *_, unmarked = calendar_sentences([quarter(2025, 1, 3)], LEVEL, False, EN)
    assert unmarked == ""
