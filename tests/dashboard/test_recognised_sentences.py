"""Who recognises the outcomes, in plain words, and why."""

import pytest

from dashboard.language import Words
from dashboard.sentences.marks import plain
from dashboard.sentences.recognised import (
    RecognisedDomain,
    answers_written,
    domain_notes,
    few_answers,
    gap_sentence,
    recognised_domains,
    recognised_sentences,
    recognition_alternative,
    recognition_sentence,
)
from dashboard.sentences.recognised_reasons import Reason, reasons, reasons_sentence, who_said
from pipelines.domain.frozen import Name
from pipelines.domain.outcome import RecognitionAnswer, RecognitionShare
from tests.dashboard.invented import invented_outcome, moved, wilson

NL, EN = Words("nl"), Words("en")
HOUSING = invented_outcome(moved(1, 2, 3), indicator="housing", life_domain="housing",
                           indicator_name=Name(nl="Huisvesting", en="Housing"))  # fmt: skip
OUTCOMES = [invented_outcome(moved(4, 19, 18)), HOUSING]


def answered(domain: str, respondent: str, n: int, total: int) -> RecognitionShare:
    return RecognitionShare(respondent=respondent, life_domain=domain, n_answers=total, n_recognise=n,
                            share=wilson(n, total))  # fmt: skip


def both(domain: str, residents: tuple[int, int], professionals: tuple[int, int]) -> list[RecognitionShare]:
    return [answered(domain, "professional", *professionals), answered(domain, "participant", *residents)]


def domains(*shares: RecognitionShare, words: Words = NL) -> list[RecognisedDomain]:
    return recognised_domains(shares, OUTCOMES, words)


AGREED = both("finances", (20, 30), (9, 11))
DIVIDED = both("housing", (12, 30), (6, 11))
FAR_APART = both("housing", (16, 30), (30, 30))


def test_where_people_disagree_comes_first():
    assert [domain.name for domain in domains(*AGREED, *DIVIDED)] == ["Huisvesting", "Financiën"]
    assert [domain.name for domain in domains(*AGREED)] == ["Financiën"]


def test_the_lead_counts_where_most_people_recognise_it():
    assert plain(" ".join(recognised_sentences(domains(*AGREED, *DIVIDED), NL))) == (
        "Op 1 van de 2 leefgebieden herkent meer dan de helft van de deelnemers de uitkomst. "
        "Op alle 2 leefgebieden herkent meer dan de helft van de professionals de uitkomst. "
        "Deelnemers en professionals zien het anders op Huisvesting. Dat staat hier bovenaan."
    )
    assert "Nergens zien deelnemers en professionals het duidelijk anders." in recognised_sentences(
        domains(*AGREED), NL
    )


def test_half_is_not_more_than_half():
    (first, *_) = recognised_sentences(domains(answered("finances", "participant", 5, 10)), NL)
    assert first == "Niet meer dan de helft van de deelnemers herkent de uitkomst."


def test_counts_of_people_come_before_shares():
    (domain,) = domains(*AGREED)
    assert plain(recognition_sentence(domain, NL)) == (
        "20 van de 30 deelnemers en 9 van de 11 professionals herkennen dit."
    )
    assert answers_written(domain, NL) == "● 20 van 30 deelnemers · ○ 9 van 11 professionals"
    assert domain_notes(domain, NL) == [
        "deelnemers 67% (95%-interval 49–81%) · professionals 82% (95%-interval 52–95%)."
    ]


def test_a_majority_of_the_one_and_not_of_the_other_is_a_disagreement():
    (domain,) = domains(*DIVIDED)
    assert gap_sentence(domain, NL) == (
        "Hier zien zij het anders: meer dan de helft van de professionals herkent dit, van de deelnemers niet."
    )


def test_a_large_difference_is_a_disagreement_too():
    (domain,) = domains(*FAR_APART)
    assert gap_sentence(domain, EN) == (
        "Here they see it differently: professionals clearly recognise this more often than participants."
    )


def test_where_only_one_side_was_asked_that_is_said():
    (domain,) = domains(answered("finances", "professional", 1, 12))
    assert gap_sentence(domain, NL) == "Alleen professionals zijn gevraagd."
    assert plain(recognition_sentence(domain, NL)) == "1 van de 12 professionals herkent dit."


def test_fewer_than_ten_answers_are_marked_by_whom():
    (domain,) = domains(*both("finances", (20, 30), (9, 9)))
    assert few_answers(domain, NL).startswith("Minder dan 10 antwoorden van professionals:")
    assert few_answers(domains(*AGREED)[0], NL) == ""


def test_a_domain_that_was_not_measured_keeps_its_name():
    (domain,) = domains(answered("mental_health", "participant", 3, 12))
    assert (domain.name, domain.outcome) == ("Geestelijke gezondheid", None)


def test_the_alternative_says_every_number():
    said = recognition_alternative(domains(*AGREED)[0], NL)
    assert said.startswith("Financiën: 20 van de 30 deelnemers en 9 van de 11 professionals herkennen dit. ")
    assert "deelnemers 67% (95%-interval 49–81%)" in said
    assert "**" not in said


# --- why ---


def answer(score: int, words: str = "ja", respondent: str = "participant") -> RecognitionAnswer:
    return RecognitionAnswer(respondent=respondent, life_domain="finances", score=score, explanation=words,
                             judged_on=None)  # fmt: skip


@pytest.mark.parametrize(("score", "group"), [(1, "low"), (2, "low"), (3, "middle"), (4, "high"), (5, "high")])
def test_one_and_two_do_not_recognise_it_four_and_five_do(score: int, group: str):
    found = {name: reasons([answer(score)], name) for name in ("low", "middle", "high")}
    assert [name for name, of_group in found.items() if of_group] == [group]


def test_the_same_words_of_the_same_role_stand_there_once():
    found = reasons([answer(4), answer(5), answer(4, "nee"), answer(5, respondent="professional")], "high")
    assert found == [
        Reason(words="ja", respondent="participant", n=2),
        Reason(words="nee", respondent="participant", n=1),
        Reason(words="ja", respondent="professional", n=1),
    ]
    assert [who_said(reason, NL) for reason in found] == ["deelnemers, 2 keer", "deelnemer", "professional"]


def test_those_who_do_not_recognise_it_are_counted_as_well():
    assert plain(reasons_sentence([answer(1), answer(3), answer(5), answer(4)], NL)) == (
        "4 mensen schreven erbij waarom: 1 herkennen het niet, 1 een beetje, 2 wel."
    )
    assert plain(reasons_sentence([answer(1)], EN)) == "1 person wrote why."
    assert "juist wie het niet herkent" in reasons_sentence([], NL)
