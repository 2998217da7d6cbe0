"""The sentence above a chart, in both languages: input → sentence."""

import pytest

from dashboard.language import Words
from dashboard.sentences.change import change_sentence, spoken_name
from dashboard.sentences.context import context_line, few_warning, median_sentence, missing_sentence
from dashboard.sentences.marks import as_html, plain
from pipelines.domain.frozen import Name
from pipelines.domain.indicator import Direction, Kind
from pipelines.domain.outcome import Missing
from tests.dashboard.invented import Pairs, invented_outcome, moved

NL, EN = Words("nl"), Words("en")

# back, same, forward → Dutch, English
LEVELS = [
    ((4, 19, 18), "18 van de 41 deelnemers gingen vooruit op Financiën, 19 bleven gelijk, 4 gingen achteruit.",
     "18 of the 41 participants moved forward on Finances, 19 stayed the same, 4 moved back."),
    ((1, 1, 1), "1 van de 3 deelnemers ging vooruit op Financiën, 1 bleef gelijk, 1 ging achteruit.",
     "1 of the 3 participants moved forward on Finances, 1 stayed the same, 1 moved back."),
    ((3, 5, 0), "Niemand van de 8 deelnemers ging vooruit op Financiën, 5 bleven gelijk, 3 gingen achteruit.",
     "None of the 8 participants moved forward on Finances, 5 stayed the same, 3 moved back."),
    ((0, 5, 3), "3 van de 8 deelnemers gingen vooruit op Financiën, 5 bleven gelijk, niemand ging achteruit.",
     "3 of the 8 participants moved forward on Finances, 5 stayed the same, none moved back."),
    ((3, 0, 5), "5 van de 8 deelnemers gingen vooruit op Financiën, niemand bleef gelijk, 3 gingen achteruit.",
     "5 of the 8 participants moved forward on Finances, none stayed the same, 3 moved back."),
    ((0, 0, 12), "Alle 12 deelnemers gingen vooruit op Financiën.",
     "All 12 participants moved forward on Finances."),
    ((0, 12, 0), "Alle 12 deelnemers bleven gelijk op Financiën.",
     "All 12 participants stayed the same on Finances."),
    ((12, 0, 0), "Alle 12 deelnemers gingen achteruit op Financiën.",
     "All 12 participants moved back on Finances."),
    ((0, 0, 2), "Beide deelnemers gingen vooruit op Financiën.",
     "Both participants moved forward on Finances."),
    ((0, 0, 1), "De ene deelnemer die opnieuw gemeten is, ging vooruit op Financiën.",
     "The one participant who was measured again moved forward on Finances."),
    ((0, 1, 0), "De ene deelnemer die opnieuw gemeten is, bleef gelijk op Financiën.",
     "The one participant who was measured again stayed the same on Finances."),
    ((1200, 19, 18), "18 van de 1.237 deelnemers gingen vooruit op Financiën, 19 bleven gelijk, "
    "1.200 gingen achteruit.",
     "18 of the 1,237 participants moved forward on Finances, 19 stayed the same, 1,200 moved back."),
]  # fmt: skip

PROFESSIONALS = {"kind": Kind.COUNT, "direction": Direction.LOWER,
                 "indicator_name": Name(nl="Hulpverleners", en="Professionals involved")}  # fmt: skip
CONTACTS = {"kind": Kind.COUNT, "direction": Direction.HIGHER,
            "indicator_name": Name(nl="Aantal contacten", en="Number of contacts")}  # fmt: skip
DEBT = {"kind": Kind.AMOUNT, "direction": Direction.LOWER, "indicator_name": Name(nl="Schuld", en="Debt")}
WORK = {"kind": Kind.YES_NO, "direction": Direction.HIGHER, "indicator_name": Name(nl="Betaald werk", en="Paid work")}
EVICTION = {"kind": Kind.YES_NO, "direction": Direction.LOWER,
            "indicator_name": Name(nl="Dreigt ontruiming", en="Eviction threatens")}  # fmt: skip

OTHER_KINDS = [
    (PROFESSIONALS, [(3, 1), (3, 3), (3, 3), (2, 4)],
     "1 van de 4 deelnemers heeft minder hulpverleners dan bij de start, 2 evenveel, 1 kreeg er meer. "
     "Minder is hier beter.",
     "1 of the 4 participants has fewer professionals involved than at the start, 2 have as many, 1 has more. "
     "Fewer is better here."),
    (PROFESSIONALS, [(3, 1)] * 3 + [(1, 2)] * 2,
     "3 van de 5 deelnemers hebben minder hulpverleners dan bij de start, niemand evenveel, 2 kregen er meer. "
     "Minder is hier beter.",
     "3 of the 5 participants have fewer professionals involved than at the start, none have as many, 2 have more. "
     "Fewer is better here."),
    (PROFESSIONALS, [(0, 0)] * 5,
     "Alle 5 deelnemers hebben evenveel hulpverleners als bij de start. Minder is hier beter.",
     "All 5 participants have as many professionals involved as at the start. Fewer is better here."),
    (CONTACTS, [(3, 5), (3, 5), (3, 1)],
     "2 van de 3 deelnemers hebben meer contacten dan bij de start, niemand evenveel, 1 kreeg er minder. "
     "Meer is hier beter.",
     "2 of the 3 participants have more contacts than at the start, none have as many, 1 has fewer. "
     "More is better here."),
    (DEBT, [(900.0, 400.0), (900.0, 900.0), (10.5, 11.0)],
     "Schuld is bij 1 van de 3 deelnemers lager dan bij de start, bij 1 gelijk, bij 1 hoger. Lager is hier beter.",
     "Debt is lower than at the start for 1 of the 3 participants, the same for 1, higher for 1. "
     "Lower is better here."),
    (DEBT, [(900.0, 400.0)] * 2,
     "Schuld is lager dan bij de start bij beide deelnemers. Lager is hier beter.",
     "Debt is lower than at the start for both participants. Lower is better here."),
    (WORK, [(0, 1), (0, 1), (0, 0), (1, 0)],
     "Betaald werk: 2 van de 4 deelnemers gingen van nee naar ja, 1 bleef gelijk, 1 ging van ja naar nee. "
     "Ja is hier beter.",
     "Paid work: 2 of the 4 participants went from no to yes, 1 stayed the same, 1 went from yes to no. "
     "Yes is better here."),
    (EVICTION, [(1, 0), (1, 1), (0, 0)],
     "Dreigt ontruiming: 1 van de 3 deelnemers ging van ja naar nee, 2 bleven gelijk, niemand ging van nee naar ja. "
     "Nee is hier beter.",
     "Eviction threatens: 1 of the 3 participants went from yes to no, 2 stayed the same, none went from no to yes. "
     "No is better here."),
]  # fmt: skip


@pytest.mark.parametrize(("tally", "dutch", "english"), LEVELS, ids=[str(case[0]) for case in LEVELS])
def test_levels(tally: tuple[int, int, int], dutch: str, english: str):
    outcome = invented_outcome(moved(*tally))
    assert plain(change_sentence(outcome, NL)) == dutch
    assert plain(change_sentence(outcome, EN)) == english


@pytest.mark.parametrize(("about", "pairs", "dutch", "english"), OTHER_KINDS)
def test_other_kinds(about: dict[str, object], pairs: Pairs, dutch: str, english: str):
    outcome = invented_outcome(pairs, **about)
    assert plain(change_sentence(outcome, NL)) == dutch
    assert plain(change_sentence(outcome, EN)) == english


@pytest.mark.parametrize(
    ("n_start", "dutch", "english"),
    [
        (0, "Op Financiën is nog niemand gemeten.", "Nobody has been measured on Finances yet."),
        (1, "Op Financiën is 1 deelnemer gemeten, en nog niet opnieuw.",
         "On Finances 1 participant was measured, and not again yet."),
        (12, "Van de 12 deelnemers met een 0-meting op Financiën is nog niemand opnieuw gemeten.",
         "Of the 12 participants with a start on Finances nobody has been measured again yet."),
    ],
)  # fmt: skip
def test_without_pairs_the_sentence_says_why(n_start: int, dutch: str, english: str):
    outcome = invented_outcome([], n_start=n_start)
    assert plain(change_sentence(outcome, NL)) == dutch
    assert plain(change_sentence(outcome, EN)) == english


def test_the_number_of_people_is_said_aloud():
    assert change_sentence(invented_outcome(moved(4, 19, 18)), NL).startswith("**18 van de 41** deelnemers")


def test_a_name_in_capitals_keeps_them():
    outcome = invented_outcome([(1, 0)], **{**PROFESSIONALS, "indicator_name": Name(nl="OTS", en="OTS")})
    assert spoken_name(outcome, NL) == "OTS"


def test_what_others_wrote_is_text_and_not_markup():
    assert as_html("**2 van de 3** op <b>Geld & zo</b>") == (
        "<strong>2 van de 3</strong> op &lt;b&gt;Geld &amp; zo&lt;/b&gt;"
    )


def test_the_small_print_says_of_how_many_and_how_sure():
    outcome = invented_outcome(moved(4, 19, 18), n_start=45)
    assert (
        context_line(outcome, NL)
        == "41 van 45 met een 0-meting zijn opnieuw gemeten · vooruit 44% (95%-interval 30–59%)"
    )
    assert context_line(outcome, EN) == "41 of 45 with a start were measured again · forward 44% (95% interval 30–59%)"


@pytest.mark.parametrize(("n", "is_marked"), [(0, False), (1, True), (9, True), (10, False)])
def test_fewer_than_ten_people_are_marked(n: int, is_marked: bool):
    assert bool(few_warning(invented_outcome(moved(0, 0, n)), NL)) is is_marked


def test_the_median_of_an_amount_is_said_at_both_moments():
    outcome = invented_outcome([(12400.0, 9800.0)] * 3, **DEBT)
    assert median_sentence(outcome, NL) == "De mediaan (de middelste van alle waarden) ging van 12.400 naar 9.800."
    assert median_sentence(outcome, EN) == "The median (the middle one of all values) went from 12,400 to 9,800."


def test_who_is_missing_is_said_with_the_reason():
    outcome = invented_outcome(moved(1, 1, 1), n_start=9, missing=Missing(not_due=3, left=2, unusable=1))
    assert missing_sentence(outcome, NL) == (
        "Van de 9 deelnemers met een 0-meting zijn er 6 niet opnieuw gemeten: 3 nog niet aan de beurt, 2 vertrokken, "
        "1 niet te vergelijken (andere beoordelaar, versie of datum)."
    )
