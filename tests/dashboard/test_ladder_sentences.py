"""How strong the evidence is, in words."""

import pytest

from dashboard.language import LANGUAGES, Words
from dashboard.sentences.alike import alike_sentence
from dashboard.sentences.ladder import (
    is_on_sheet,
    ladder_alternative,
    ladder_sentences,
    needs,
    next_rung,
    next_sentence,
    rung_name,
)
from dashboard.sentences.marks import plain
from pipelines.domain.effect_ladder import EffectLadder, Rung
from pipelines.domain.frozen import Language, Name
from pipelines.outcomes.effect_ladder import DESCRIBED_BY
from tests.dashboard.invented_comparison import both_groups, invented_rows

NL = Words("nl")
CODES = (*DESCRIBED_BY, "rationale", "follow_up", "comparison", "equivalence")
INDICATIVE = EffectLadder(reached=Rung.INDICATIVE, there=tuple(Rung)[:4], missing={Rung.CAUSAL: ("comparison",)})
UNEXPLAINED = EffectLadder(
    reached=Rung.DESCRIPTIVE,
    there=(Rung.IMPLICIT, Rung.DESCRIPTIVE, Rung.INDICATIVE),
    missing={Rung.THEORETICAL: ("rationale",), Rung.CAUSAL: ("comparison",)},
)
CAUSAL = EffectLadder(reached=Rung.CAUSAL, there=tuple(Rung), missing={})
UNLIKE = EffectLadder(reached=Rung.INDICATIVE, there=tuple(Rung)[:4], missing={Rung.CAUSAL: ("equivalence",)})


def said(ladder: EffectLadder) -> str:
    return plain(" ".join(filter(None, ladder_sentences(ladder, NL))))


def test_the_rung_that_is_reached_is_named_and_explained():
    assert said(INDICATIVE).startswith("Het bewijs staat op de trede indicatief: trede 4 van de 5.")
    assert "een aanwijzing: er veranderde iets" in said(INDICATIVE)


def test_what_is_there_above_a_gap_is_told():
    assert "Wat nodig is voor indicatief, is er al." in said(UNEXPLAINED)
    assert "is er al" not in said(INDICATIVE)


def test_the_highest_rung_still_has_its_limits():
    assert "kunnen de groepen nog verschillen in iets wat niet gemeten is" in said(CAUSAL)
    assert next_rung(CAUSAL) is None


def test_the_next_rung_says_what_it_needs():
    rung = next_rung(UNEXPLAINED)
    assert rung is Rung.THEORETICAL
    assert plain(next_sentence(rung, NL)) == "Voor de volgende trede, theoretisch, is nog nodig:"
    assert needs(UNEXPLAINED, rung, NL) == ["waarom het werkt: waarom deze aanpak tot dat doel leidt"]


def test_what_stands_on_the_sheet_is_told_from_what_must_be_measured():
    assert is_on_sheet(UNEXPLAINED, Rung.THEORETICAL)
    assert not is_on_sheet(INDICATIVE, Rung.CAUSAL)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rung_and_every_need_has_words(language: Language):
    words = Words(language)
    for rung in Rung:
        assert rung_name(rung, words)
        for code in CODES:
            ladder = EffectLadder(reached=rung, there=(rung,), missing={Rung.CAUSAL: (code,)})
            assert needs(ladder, Rung.CAUSAL, words)
            assert ladder_sentences(ladder, words)[0]


def test_the_alternative_says_the_state_of_every_rung():
    assert ladder_alternative(UNEXPLAINED, NL) == (
        "De effectladder van laag naar hoog: impliciet, is er; beschrijvend, hier staat het bewijs; "
        "theoretisch, is er nog niet; indicatief, is er; causaal, is er nog niet."
    )


def test_on_how_many_indicators_both_groups_were_alike_is_counted():
    alike = both_groups([(2, 3), (3, 4)] * 9, [(2, 2), (3, 3)] * 9)
    unlike = both_groups([(2, 3), (3, 4)] * 9, [(4, 4), (5, 5)] * 9, Name(nl="Huisvesting", en="Housing"))
    rows = invented_rows(alike, unlike)
    told = plain(alike_sentence(UNLIKE, rows, "leefgebieden", NL))
    assert told.startswith("Op 1 van de 2 leefgebieden leken deelnemers en vergelijkingsgroep")
    assert "alleen naar die onderdelen, dan is daar de hoogste trede bereikt" in told
    assert "alleen naar" not in alike_sentence(UNEXPLAINED, rows, "leefgebieden", NL)
    assert alike_sentence(CAUSAL, invented_rows(alike), "leefgebieden", NL).endswith("bij de start op elkaar.")
    assert alike_sentence(UNLIKE, invented_rows(unlike), "leefgebieden", NL).endswith("bij de start niet op elkaar.")
    assert alike_sentence(INDICATIVE, [], "leefgebieden", NL) == ""
