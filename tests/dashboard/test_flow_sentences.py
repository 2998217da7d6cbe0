"""Who came and who left, in words."""

from datetime import date

import pytest

from dashboard.language import Words
from dashboard.sentences.flow import (
    by_number,
    is_unfinished,
    length,
    losses_before_start,
    period_name,
    reach_notes,
    reach_sentences,
    reason_notes,
    reason_sentences,
    reasons_listed,
    stay_notes,
    stay_sentences,
    sum_sentences,
)
from dashboard.sentences.flow_drop_out import (
    drop_out_alternative,
    drop_out_answer,
    drop_out_notes,
    start_differences,
)
from dashboard.sentences.marks import plain
from pipelines.domain.flow import Flow, FlowPeriod, Period
from pipelines.domain.frozen import Name
from pipelines.domain.indicator import Direction
from pipelines.domain.outcome import DropOut, Missing, Outcome, Participation
from tests.dashboard.invented import invented_outcome, moved

NL, EN = Words("nl"), Words("en")
AS_OF = date(2026, 5, 31)


def participation(enrolled: int, again: int, *, with_start: int | None = None, **fields: object) -> Participation:
    with_start = enrolled if with_start is None else with_start
    known = {"missing": Missing(), "first_measured_on": None, "last_measured_on": None, "as_of": AS_OF,
             "n_comparison": 0, "moments": (0, 1)}  # fmt: skip
    return Participation(
        n_enrolled=enrolled, n_with_start=with_start, n_with_follow_up=again, **{**known, **fields}
    )  # fmt: skip


def period(name: str, first_day: date, begin: int, entered: int, left: int, **reasons: int) -> FlowPeriod:
    return FlowPeriod(period=name, first_day=first_day, begin=begin, entered=entered, left=left,
                      end=begin + entered - left, reasons=reasons)  # fmt: skip


QUARTERS = (
    period("2025-Q1", date(2025, 1, 1), 0, 30, 2, moved=2),
    period("2025-Q2", date(2025, 4, 1), 28, 18, 10, other=5, referred=3, goal_reached=2),
)


def flow(periods: tuple[FlowPeriod, ...] = QUARTERS, **fields: object) -> Flow:
    known = {
        "n_enrolled": 48, "n_present": 36, "n_left": 12, "n_undated": 0, "n_left_without_start": 0,
        "n_waiting_for_start": 0, "reasons": {"other": 5, "referred": 3, "moved": 2, "goal_reached": 2},
        "median_days_stayed": 318.0, "median_days_so_far": 375.0, "reach_target": 60, "as_of": AS_OF,
    }  # fmt: skip
    return Flow(periods=periods, **{**known, **fields})


REACHED = [
    (48, 39, 60, "Van de 48 deelnemers die instroomden, zijn er 39 opnieuw gemeten. "
                 "Het project wil 60 mensen bereiken; dat zijn er nu 48."),
    (48, 1, 48, "Van de 48 deelnemers die instroomden, is er 1 opnieuw gemeten. "
                "Het project wilde 48 mensen bereiken; het zijn er 48."),
    (48, 0, None, "Van de 48 deelnemers die instroomden, is nog niemand opnieuw gemeten."),
    (8, 8, None, "Alle 8 deelnemers die instroomden, zijn opnieuw gemeten."),
    (1, 1, None, "1 deelnemer stroomde in, en is opnieuw gemeten."),
    (1, 0, None, "1 deelnemer stroomde in, en is nog niet opnieuw gemeten."),
]  # fmt: skip


@pytest.mark.parametrize(("enrolled", "again", "target", "dutch"), REACHED, ids=range(len(REACHED)))
def test_reach(enrolled: int, again: int, target: int | None, dutch: str):
    said = reach_sentences(participation(enrolled, again), target, NL)
    assert plain(" ".join(filter(None, said))) == dutch


def test_without_a_target_it_is_said_where_it_goes():
    notes = " ".join(reach_notes(participation(48, 39), None, NL))
    assert "op het blad Project, bij “Beoogd aantal deelnemers”" in notes
    assert "Stand op 31 mei 2026." in notes
    assert "ingevuld" not in " ".join(reach_notes(participation(48, 39), 60, NL))


def test_every_loss_before_the_start_is_named():
    people = participation(48, 39, with_start=44)
    found = flow(n_left_without_start=1, n_waiting_for_start=2)
    assert losses_before_start(people, found, NL) == (
        "1 vertrok vóór de 0-meting", "2 wachten nog op de 0-meting", "1 begint later",
    )  # fmt: skip
    assert losses_before_start(participation(48, 39), flow(), NL) == ()


def test_begin_and_in_less_out_is_end_over_the_whole_time():
    (said, undated) = sum_sentences(flow(), NL)
    assert plain(said).replace("\u00a0", " ") == (
        "Vanaf januari 2025 kwamen er 48 deelnemers bij en gingen er 12 weg. "
        "Op 31 mei 2026 doen er dus nog 36 mee: 0 + 48 − 12 = 36."
    )
    assert undated == ""
    english = plain(sum_sentences(flow(), EN)[0]).replace("\u00a0", " ")
    assert english.endswith("So on 31 May 2026 36 still take part: 0 + 48 − 12 = 36.")


def test_one_came_and_nobody_left():
    found = flow((period("2025-Q1", date(2025, 1, 1), 0, 1, 0),), n_undated=2)
    said = plain(" ".join(sum_sentences(found, NL))).replace("\u00a0", " ")
    assert "kwam er 1 deelnemer bij en ging er niemand weg." in said
    assert "doet er dus nog 1 mee: 0 + 1 − 0 = 1." in said
    assert "Van 2 deelnemers weten we niet wanneer zij kwamen." in said


def test_where_nobody_has_a_day_of_coming_it_is_asked_for():
    (said,) = sum_sentences(flow(()), NL)
    assert "Vul “Instroomdatum” in op het blad Deelnemers" in said


def test_a_period_is_called_as_the_reader_calls_it():
    quarter = QUARTERS[1]
    assert [period_name(quarter, each, NL) for each in Period] == ["april 2025", "2e kwartaal 2025", "2025"]
    assert [period_name(quarter, each, EN) for each in Period] == ["April 2025", "Q2 2025", "2025"]


@pytest.mark.parametrize(
    ("as_of", "unfinished"),
    [(date(2026, 5, 30), [True, True, True]), (date(2026, 5, 31), [False, True, True]),
     (date(2026, 6, 30), [False, False, True]), (date(2025, 12, 31), [False, False, False])],
)  # fmt: skip
def test_the_last_period_may_still_be_running(as_of: date, unfinished: list[bool]):
    assert [is_unfinished(flow(as_of=as_of), each) for each in Period] == unfinished


def test_reasons_are_called_as_on_the_sheet_and_what_is_not_filled_in_comes_last():
    reasons = {"unknown": 4, "moved": 1, "referred": 2}
    assert list(by_number(reasons)) == ["referred", "moved", "unknown"]
    assert reasons_listed(reasons, NL) == "2 doorverwezen, 1 verhuisd, 4 niet ingevuld"
    assert reasons_listed(reasons, EN) == "2 referred, 1 moved, 4 not filled in"


WHY = [
    ({"other": 5, "moved": 2}, "De meest ingevulde reden is “anders” (5)."),
    ({"unknown": 9, "moved": 2}, "De meest ingevulde reden is “verhuisd” (2)."),
    ({"other": 2, "moved": 2, "stopped": 1},
     "De meest ingevulde redenen zijn “anders” en “verhuisd” (elk 2)."),
    ({"other": 1, "moved": 1}, "Elke reden is één keer ingevuld."),
    ({"goal_reached": 3}, "De meest ingevulde reden is “doel bereikt” (3). Bij 3 van hen was het doel bereikt."),
    ({"unknown": 3}, ""),
]  # fmt: skip


@pytest.mark.parametrize(("reasons", "dutch"), WHY, ids=range(len(WHY)))
def test_why_people_left(reasons: dict[str, int], dutch: str):
    n = sum(reasons.values())
    said = plain(" ".join(filter(None, reason_sentences(flow(n_left=n, reasons=reasons), NL))))
    assert said.strip() == f"{n} van de 48 deelnemers zijn vertrokken. {dutch}".strip()


def test_nobody_has_left():
    found = flow(n_left=0, reasons={})
    assert reason_sentences(found, NL) == ["Nog niemand is vertrokken."]
    assert reason_notes(found, NL) == []


@pytest.mark.parametrize(
    ("reasons", "note"),
    [({"moved": 2}, "Bij iedereen die vertrok, is een reden ingevuld."),
     ({"unknown": 2}, "Bij niemand is een reden ingevuld. Het kan op het blad Deelnemers, bij “Reden uitstroom”."),
     ({"moved": 1, "unknown": 1}, "Bij 1 van hen is geen reden ingevuld.")],
)  # fmt: skip
def test_what_is_not_filled_in_is_said(reasons: dict[str, int], note: str):
    assert reason_notes(flow(n_left=2, reasons=reasons), NL)[0].startswith(note)


def test_how_long_in_months_and_days():
    assert plain(stay_sentences(flow(), NL)[0]) == (
        "Wie vertrok, deed 10 maanden (318 dagen) mee. Wie er nog is, doet nu 12 maanden (375 dagen) mee."
    )
    assert length(1, NL) == "1 dag"
    assert length(44, NL) == "44 dagen"
    assert length(70, EN) == "2 months (70 days)"


def test_who_is_still_here_is_not_done_yet():
    assert any("is nog niet klaar" in note for note in stay_notes(flow(), NL))
    assert not any("niet klaar" in note for note in stay_notes(flow(median_days_so_far=None), NL))


def test_without_a_day_of_coming_nothing_is_said_of_how_long():
    found = flow(median_days_stayed=None, median_days_so_far=None)
    assert "is niet te zeggen" in stay_sentences(found, NL)[0]
    assert stay_notes(found, NL) == []


# --- who dropped out ---


def drop_out(indicator: str, difference: float | None, verdict: str, n: int = 12, **fields: object) -> DropOut:
    known = {"instrument": "zrm_2017", "rater": "professional", "n_completers": 40}
    return DropOut(indicator=indicator, n_drop_outs=n, difference=difference, verdict=verdict, **{**known, **fields})


def outcome(code: str, direction: Direction = Direction.HIGHER, rater: str = "professional") -> Outcome:
    return invented_outcome(moved(1, 1, 1), indicator=code, indicator_name=Name(nl=code, en=code), rater=rater,
                            life_domain=code, direction=direction)  # fmt: skip


FOUND = [drop_out("health", -0.1, "caution"), drop_out("debts", 0.6, "differs"), drop_out("work", 0.01, "fine")]
OUTCOMES = [outcome("health"), outcome("debts", Direction.LOWER), outcome("work")]


def test_a_difference_points_to_worse_or_better_off_whichever_way_the_scale_runs():
    found = start_differences(FOUND, OUTCOMES, NL)
    assert [(one.name, one.difference, one.verdict) for one in found] == [
        ("debts", -0.6, "differs_worse"), ("health", -0.1, "caution_worse"), ("work", 0.01, "fine"),
    ]  # fmt: skip
    assert drop_out_alternative(found, NL) == (
        "debts: −0,60, slechter af; health: −0,10, iets slechter af; work: +0,01, ongeveer gelijk."
    )


def test_what_it_means_is_said_only_of_enough_people_who_point_one_way():
    assert drop_out_answer(FOUND, OUTCOMES, NL)[1].endswith("al iets makkelijker hadden.")
    few = [one.model_copy(update={"n_drop_outs": 9}) for one in FOUND]
    assert drop_out_answer(few, OUTCOMES, NL)[1] == ""
    assert "Dat zijn er maar 9" in drop_out_answer(few, OUTCOMES, NL)[0]
    mixed = [*FOUND[1:], drop_out("health", 0.4, "differs")]
    assert drop_out_answer(mixed, OUTCOMES, NL)[1] == ""


NOTHING = [
    ([], "Er is nog niemand met een 0-meting."),
    ([drop_out("work", None, "unknown", n=0)], "Niemand is uitgevallen"),
    ([drop_out("work", None, "unknown", n=3, n_completers=0)], "Er is nog niemand opnieuw gemeten"),
    ([drop_out("work", None, "unknown", n=1)], "Er is 1 uitvaller. Dat is te weinig"),
    ([drop_out("work", None, "unknown", n=4)], "Er zijn 4 uitvallers"),
]


@pytest.mark.parametrize(("found", "dutch"), NOTHING, ids=range(len(NOTHING)))
def test_why_there_is_nothing_to_compare(found: list[DropOut], dutch: str):
    (said,) = drop_out_answer(found, OUTCOMES, NL)
    assert plain(said).startswith(dutch)
    assert len(drop_out_notes(found, NL)) == 1


def test_indicators_that_cannot_be_compared_are_counted():
    notes = drop_out_notes([*FOUND, drop_out("sleep", None, "unknown")], NL)
    assert notes[-1].startswith("Op 1 onderdeel is geen vergelijking te maken")
    assert any("0,25" in note for note in notes)


def test_two_raters_are_told_apart():
    twice = [*FOUND, drop_out("health", 0.3, "differs", rater="participant")]
    found = start_differences(twice, [*OUTCOMES, outcome("health", rater="participant")], NL)
    assert {"health (professionals)", "health (deelnemers zelf)"} <= {one.name for one in found}
