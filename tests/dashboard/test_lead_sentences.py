"""The paragraph that opens the page: what stands out, and who dropped out."""

import pytest

from dashboard.language import Words
from dashboard.sentences.lead import clear_note, drop_out_sentence, lead_sentences
from dashboard.sentences.marks import plain
from pipelines.domain.frozen import Name
from pipelines.domain.indicator import Direction
from pipelines.domain.outcome import DropOut, Outcome, SignedRank
from tests.dashboard.invented import invented_outcome, moved

NL, EN = Words("nl"), Words("en")
HEALTH = Name(nl="Geestelijke gezondheid", en="Mental health")
HOUSING = Name(nl="Huisvesting", en="Housing")


def domain(name: Name, tally: tuple[int, int, int], p: float | None = None, **fields: object) -> Outcome:
    test = p if p is None else SignedRank(w_plus=1, w_minus=0, n_nonzero=9, p=p / 2, p_holm=p, method="exact")
    code = name.en.lower().replace(" ", "_")
    return invented_outcome(moved(*tally), indicator=code, life_domain=code, indicator_name=name, wilcoxon=test,
                            no_test_reason=None if test else "fewer_than_6_changes", **fields)  # fmt: skip


FINANCES = Name(nl="Financiën", en="Finances")
LEADS = [
    ([domain(FINANCES, (4, 19, 18), 0.001), domain(HEALTH, (9, 18, 14), 0.4)],
     "Op 1 van de 2 leefgebieden gingen duidelijk meer mensen vooruit dan achteruit: Financiën (18 van de 41). "
     "Bij Geestelijke gezondheid (14 vooruit, 9 achteruit) loopt het uiteen: een deel ging vooruit, "
     "een deel achteruit.",
     "On 1 of the 2 life domains clearly more people moved forward than back: Finances (18 of 41). "
     "On Mental health (14 forward, 9 back) people went different ways: some forward, some back."),
    ([domain(FINANCES, (4, 19, 18), 0.001), domain(HOUSING, (2, 19, 20), 0.001), domain(HEALTH, (5, 30, 6), 1.0)],
     "Op 2 van de 3 leefgebieden gingen duidelijk meer mensen vooruit dan achteruit, het meest op "
     "Huisvesting (20 van de 41).",
     "On 2 of the 3 life domains clearly more people moved forward than back, most of all on Housing (20 of 41)."),
    ([domain(FINANCES, (4, 19, 18), 0.001), domain(HOUSING, (2, 19, 20), 0.001)],
     "Op alle 2 leefgebieden gingen duidelijk meer mensen vooruit dan achteruit, het meest op "
     "Huisvesting (20 van de 41).",
     "On all 2 life domains clearly more people moved forward than back, most of all on Housing (20 of 41)."),
    ([domain(FINANCES, (3, 30, 5), 0.7), domain(HOUSING, (3, 30, 4), 1.0)],
     "Op geen van de 2 leefgebieden gingen duidelijk meer mensen vooruit dan achteruit. "
     "De meeste mensen gingen vooruit op Financiën (5 van de 38).",
     "On none of the 2 life domains did clearly more people move forward than back. "
     "Most people moved forward on Finances (5 of 38)."),
    ([domain(FINANCES, (18, 19, 4), 0.001), domain(HOUSING, (3, 30, 4), 1.0)],
     "Op geen van de 2 leefgebieden gingen duidelijk meer mensen vooruit dan achteruit. "
     "De meeste mensen gingen vooruit op Huisvesting (4 van de 37). "
     "Op Financiën (4 vooruit, 18 achteruit) gingen duidelijk meer mensen achteruit dan vooruit.",
     "On none of the 2 life domains did clearly more people move forward than back. "
     "Most people moved forward on Housing (4 of 37). "
     "On Finances (4 forward, 18 back) clearly more people moved back than forward."),
    ([domain(FINANCES, (4, 19, 18), 0.001)],
     "Op Financiën gingen duidelijk meer mensen vooruit dan achteruit: 18 van de 41 vooruit, 4 achteruit.",
     "On Finances clearly more people moved forward than back: 18 of 41 forward, 4 back."),
    ([domain(FINANCES, (4, 30, 6), 0.8)],
     "Het verschil tussen vooruit en achteruit op Financiën is niet zo groot dat toeval onwaarschijnlijk is.",
     "The difference between forward and back on Finances is not so large that chance is unlikely."),
    ([domain(FINANCES, (18, 19, 4), 0.001)],
     "Op Financiën (4 vooruit, 18 achteruit) gingen duidelijk meer mensen achteruit dan vooruit.",
     "On Finances (4 forward, 18 back) clearly more people moved back than forward."),
    ([domain(FINANCES, (0, 40, 0)), domain(HOUSING, (1, 39, 0))],
     "Op geen enkel onderdeel ging iemand vooruit.",
     "Nobody moved forward on any indicator."),
    ([domain(FINANCES, (0, 2, 3)), domain(HOUSING, (1, 3, 1))],
     "Er zijn 5 mensen opnieuw gemeten. Dat is te weinig voor een patroon: lees de uitkomsten als losse voorbeelden. "
     "De meeste mensen gingen vooruit op Financiën (3 van de 5).",
     "5 people have been measured again. That is too few for a pattern: read the outcomes as single examples. "
     "Most people moved forward on Finances (3 of 5)."),
    ([domain(FINANCES, (0, 5, 0)), domain(HOUSING, (1, 4, 0))],
     "Er zijn 5 mensen opnieuw gemeten. Dat is te weinig voor een patroon: lees de uitkomsten als losse voorbeelden.",
     "5 people have been measured again. That is too few for a pattern: read the outcomes as single examples."),
    ([domain(FINANCES, (0, 0, 1))],
     "Nog maar 1 mens is opnieuw gemeten. Dat is te weinig voor een patroon: lees het als een voorbeeld.",
     "Only 1 person has been measured again. That is too few for a pattern: read it as an example."),
    ([domain(FINANCES, (0, 0, 0))],
     "Nog niemand is opnieuw gemeten. Zodra er een vervolgmeting is, staat hier wat er veranderde.",
     "Nobody has been measured again yet. As soon as there is a follow-up, this page shows what changed."),
]  # fmt: skip


@pytest.mark.parametrize(("outcomes", "dutch", "english"), LEADS, ids=range(len(LEADS)))
def test_the_lead(outcomes: list[Outcome], dutch: str, english: str):
    assert plain(" ".join(lead_sentences(outcomes, NL))) == dutch
    assert plain(" ".join(lead_sentences(outcomes, EN))) == english


def test_several_indicators_of_one_life_domain_are_called_indicators():
    outcomes = [domain(FINANCES, (4, 19, 18), 0.001), domain(HOUSING, (2, 19, 20), 0.9)]
    shared = [outcome.model_copy(update={"life_domain": "other"}) for outcome in outcomes]
    assert "1 van de 2 onderdelen" in lead_sentences(shared, NL)[0]


def test_clearly_is_explained_where_a_test_was_done():
    assert "13 onderdelen tegelijk" in clear_note(PAIR, 13, NL)
    assert "p onder 0,05" in clear_note(PAIR, 1, NL)
    assert clear_note(PAIR, 0, NL) == ""
    assert clear_note([domain(FINANCES, (0, 2, 7))], 1, NL) == ""


def drop_out(indicator: str, difference: float | None, verdict: str, n: int = 12) -> DropOut:
    return DropOut(indicator=indicator, instrument="zrm_2017", rater="professional", n_completers=40, n_drop_outs=n,
                   difference=difference, verdict=verdict)  # fmt: skip


PAIR = [domain(FINANCES, (4, 19, 18)), domain(HOUSING, (2, 19, 20))]
DROP_OUTS = [
    ([("finances", -0.5, "differs"), ("housing", -0.1, "caution")],
     "Wie uitviel, stond er bij de start slechter voor op 1 van de 2 leefgebieden."),
    ([("finances", 0.5, "differs"), ("housing", 0.4, "differs")],
     "Wie uitviel, stond er bij de start op alle 2 leefgebieden beter voor."),
    ([("finances", -0.5, "differs")], "Wie uitviel, stond er bij de start slechter voor."),
    ([("finances", 0.5, "differs"), ("housing", -0.4, "differs")],
     "Wie uitviel, begon anders dan wie bleef: slechter op 1, beter op 1 van de 2 leefgebieden."),
    ([("finances", 0.1, "caution"), ("housing", 0.0, "fine")],
     "Wie uitviel, verschilde bij de start een beetje van wie bleef."),
    ([("finances", 0.01, "fine"), ("housing", 0.0, "fine")],
     "Wie uitviel, begon ongeveer gelijk aan wie bleef."),
    ([("finances", None, "unknown")], ""),
    ([], ""),
]  # fmt: skip


@pytest.mark.parametrize(("found", "dutch"), DROP_OUTS, ids=range(len(DROP_OUTS)))
def test_who_dropped_out(found: list[tuple[str, float | None, str]], dutch: str):
    assert drop_out_sentence([drop_out(*one) for one in found], PAIR, NL) == dutch


def test_where_lower_is_better_a_higher_start_is_worse():
    debt = domain(FINANCES, (4, 19, 18)).model_copy(update={"direction": Direction.LOWER})
    assert drop_out_sentence([drop_out("finances", 0.5, "differs")], [debt], NL).endswith("slechter voor.")


def test_few_drop_outs_are_said_to_be_few():
    said = drop_out_sentence([drop_out("finances", -0.5, "differs", n=4)], PAIR, NL)
    assert said.endswith("Dat zijn er maar 4: lees dit als losse voorbeelden.")
