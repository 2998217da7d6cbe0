"""How sure we are, in words, in both languages."""

from datetime import date

import pytest

from dashboard.language import Words
from dashboard.sentences import certainty
from dashboard.sentences.beside import comparison_sentence, goal_sentence, recognition_sentences
from dashboard.sentences.marks import plain
from pipelines.domain.indicator import Direction, Kind
from pipelines.domain.outcome import (
    DropOut,
    GoalAttainment,
    Missing,
    Outcome,
    Participation,
    RecognitionShare,
    ReliableChange,
    SelfReliance,
    SignedRank,
)
from tests.dashboard.invented import invented_outcome, moved, wilson

NL, EN = Words("nl"), Words("en")


def with_test(p: float, p_holm: float | None, **fields: object) -> Outcome:
    test = SignedRank(w_plus=200, w_minus=50, n_nonzero=22, p=p, p_holm=p_holm, method=fields.pop("method", "exact"))
    return invented_outcome(moved(4, 19, 18), wilcoxon=test, no_test_reason=None, rank_biserial=0.6, **fields)


@pytest.mark.parametrize(
    ("p", "chance", "verdict"),
    [
        (0.0004, "minder dan 1 van de 1.000 keer", "geen goede verklaring"),
        (0.004, "4 van de 1.000 keer", "geen goede verklaring"),
        (0.049, "49 van de 1.000 keer", "geen goede verklaring"),
        (0.05, "50 van de 1.000 keer", "niet uit te sluiten"),
        (0.31, "31 van de 100 keer", "niet uit te sluiten"),
        (1.0, "100 van de 100 keer", "niet uit te sluiten"),
    ],
)
def test_a_p_value_is_said_as_so_many_times(p: float, chance: str, verdict: str):
    said = certainty.chance_sentences(with_test(p / 2, p), 13, NL)[0]
    assert chance in said
    assert verdict in said


def test_the_figures_of_the_test_stand_below_its_meaning():
    _, figures, effect = certainty.chance_sentences(with_test(0.004, 0.03), 13, NL)
    assert figures == (
        "Exacte toets (Wilcoxon, rangtekens, 22 veranderingen): p = 0,004; na correctie voor 13 "
        "toetsen tegelijk (Holm): "
        "p = 0,030."
    )
    assert effect == (
        "Effectgrootte +0,60 op een schaal van −1 tot +1: als we alle veranderingen bij elkaar "
        "leggen, de grote zwaarder "
        "dan de kleine, wijst 80% vooruit en 20% achteruit."
    )


def test_where_lower_is_better_a_fall_is_forward():
    outcome = with_test(0.004, 0.03, direction=Direction.LOWER)
    assert "wijst 20% vooruit en 80% achteruit" in certainty.chance_sentences(outcome, 13, NL)[2]


def test_a_test_on_its_own_is_not_corrected():
    assert certainty.chance_sentences(with_test(0.004, 0.004), 1, EN)[1] == (
        "Exact test (Wilcoxon signed-rank, 22 changes): p = 0.004."
    )


def test_an_approximation_is_called_so():
    assert certainty.chance_sentences(with_test(0.004, None, method="normal"), 1, NL)[1].startswith("Benaderende toets")


def test_without_a_test_the_reason_is_said():
    assert certainty.chance_sentences(invented_outcome(moved(1, 5, 1)), 3, NL) == [
        "Er is geen toets gedaan: minder dan 6 mensen veranderden, en dan zegt een toets niets."
    ]
    assert "niemand is opnieuw gemeten" in certainty.chance_sentences(invented_outcome([], n_start=3), 3, NL)[0]


def test_reliable_change_needs_a_stated_reliability():
    bare = invented_outcome(moved(4, 19, 18))
    assert "geen betrouwbaarheid opgegeven" in certainty.reliable_sentence(bare, NL)
    assert "verschoven" in certainty.reliable_sentence(bare, NL)
    reliable = ReliableChange(r=0.8, source="Handleiding 2017", threshold=1.239, n_better=6, n_same=33, n_worse=2)
    stated = bare.model_copy(update={"reliable": reliable})
    assert certainty.reliable_sentence(stated, NL) == (
        "Een verandering van meer dan 1,24 is groter dan de meetfout (betrouwbaarheid r = 0,80; "
        "bron: Handleiding 2017). "
        "Zo gerekend gingen 6 van de 41 zeker vooruit en 2 zeker achteruit; bij 33 is het niet zeker."
    )


@pytest.mark.parametrize(
    ("days", "dutch"),
    [
        (182.0, "Tussen de twee metingen zaten 182 dagen, ongeveer 6 maanden. "),
        (46.0, "Tussen de twee metingen zaten 46 dagen, ongeveer 2 maanden. "),
        (30.0, "Tussen de twee metingen zaten 30 dagen. "),
        (None, "Hoeveel tijd er tussen de twee metingen zat is niet bekend"),
    ],
)
def test_the_days_between(days: float | None, dutch: str):
    outcome = invented_outcome(moved(1, 1, 1), median_days=days)
    assert certainty.days_sentence(outcome, NL).startswith(dutch)


def test_who_could_still_improve():
    some = invented_outcome([(5, 5), (3, 4), (3, 3)])
    assert certainty.eligible_sentence(some, NL).startswith(
        "2 van de 3 konden nog vooruit; de anderen stonden bij de start al op het beste niveau. "
        "Van wie vooruit kon, ging 50% vooruit (1 van de 2, 95%-interval "
    )
    assert certainty.eligible_sentence(invented_outcome(moved(1, 1, 1)), NL).startswith("Iedereen kon nog vooruit")
    assert certainty.eligible_sentence(invented_outcome([(5, 5)]), NL).startswith("Niemand kon nog vooruit")
    assert certainty.eligible_sentence(invented_outcome([(3.0, 4.0)], kind=Kind.AMOUNT), NL) == ""


def test_both_cuts_are_said_at_both_moments():
    outcome = invented_outcome(
        moved(1, 1, 1),
        self_reliance=SelfReliance(cut=4, n_start=0, n_follow_up=1),
        problematic=SelfReliance(cut=2, n_start=0, n_follow_up=1),
    )
    assert [plain(said) for said in certainty.reliance_sentences(outcome, NL)] == [
        "Op niveau 4 of hoger (zelfredzaam): 0 van de 3 bij de start, 1 bij de laatste meting.",
        "Op niveau 2 of lager (problemen): 0 van de 3 bij de start, 1 bij de laatste meting.",
    ]


def test_the_mean_of_levels_is_called_a_side_note():
    outcome = invented_outcome(moved(1, 1, 2))
    assert certainty.mean_sentence(outcome, NL).startswith("Gemiddeld veranderde de waarde met +0,25 (95%-interval ")
    assert "bijzaak" in certainty.mean_sentence(outcome, NL)
    assert "bijzaak" not in certainty.mean_sentence(invented_outcome([(3.0, 4.0)] * 2, kind=Kind.AMOUNT), NL)
    assert certainty.mean_sentence(invented_outcome([(0, 1)], kind=Kind.YES_NO), NL) == ""


@pytest.mark.parametrize(
    ("difference", "verdict", "direction", "dutch"),
    [
        (-0.5, "differs", Direction.HIGHER, "begon hier slechter dan wie bleef"),
        (0.5, "differs", Direction.LOWER, "begon hier slechter dan wie bleef"),
        (0.2, "caution", Direction.HIGHER, "begon hier iets beter dan wie bleef"),
        (0.01, "fine", Direction.HIGHER, "begon hier ongeveer gelijk aan wie bleef"),
    ],
)
def test_who_dropped_out_here(difference: float, verdict: str, direction: Direction, dutch: str):
    drop_out = DropOut(indicator="finances", instrument="zrm_2017", rater="professional", n_completers=40,
                       n_drop_outs=4, difference=difference, verdict=verdict)  # fmt: skip
    said = certainty.drop_out_here(drop_out, invented_outcome(moved(1, 1, 1), direction=direction), NL)
    assert dutch in said
    assert "(4 mensen)" in said


def participation(**fields: object) -> Participation:
    known = {"n_enrolled": 48, "n_with_start": 45, "n_with_follow_up": 41, "missing": Missing(overdue=4),
             "first_measured_on": date(2024, 9, 1), "last_measured_on": date(2026, 5, 1), "as_of": date(2026, 6, 1),
             "n_comparison": 0, "moments": (0, 1)}  # fmt: skip
    return Participation.model_validate({**known, **fields})


def test_without_a_comparison_group_it_is_an_indication_and_no_proof():
    said = " ".join(certainty.design_sentences(participation(), NL))
    assert "**aanwijzing**, geen bewijs" in said
    assert "dieptepunt" in said


def test_with_a_comparison_group_the_difference_is_what_counts():
    said = " ".join(certainty.design_sentences(participation(n_comparison=40), NL))
    assert "vergelijkingsgroep van 40 mensen" in said
    assert "dieptepunt" in said


def test_the_comparison_group_stands_beside_the_participants():
    here = invented_outcome(moved(4, 19, 18))
    there = invented_outcome(moved(5, 20, 5), attribute="group", group="comparison")
    assert plain(comparison_sentence(here, [there], NL)) == (
        "In de vergelijkingsgroep gingen 5 van de 30 vooruit (17%); bij de deelnemers 18 van de 41 (44%)."
    )
    assert comparison_sentence(here, [], NL) == ""


def test_goals_and_recognition_of_this_life_domain():
    goals = [GoalAttainment(life_domain="finances", n_goals=12, n_judged=9, n_attained=6, share_attained=wilson(6, 9),
                            n_participants=8, mean_t=51.0)]  # fmt: skip
    assert plain(goal_sentence(goals, "finances", NL)) == (
        "Op dit leefgebied staan 12 doelen; 9 zijn beoordeeld en daarvan zijn er 6 gehaald."
    )
    assert goal_sentence(goals, "housing", NL) == ""
    answers = [RecognitionShare(respondent="professional", life_domain="finances", n_answers=11, n_recognise=9,
                                share=wilson(9, 11))]  # fmt: skip
    assert recognition_sentences(answers, "finances", EN) == ["**9 of the 11** professionals recognise this picture."]
