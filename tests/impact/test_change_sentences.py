"""The sentence over a chart: rounded counts say "about", hidden ones are said to be hidden."""

import re

import pytest

from dashboard.impact.domains import Domain, Measured, all_measured, domains_of
from dashboard.impact.sentences.change import change_sentence, mean_sentence, part_names
from dashboard.impact.sentences.lead import lead_sentences
from dashboard.language import LANGUAGES, Words
from dashboard.sentences.marks import plain
from tests.impact.invented_edition import invented_edition

NL, EN = Words("nl"), Words("en")


def domains(words: Words) -> list[Domain]:
    return domains_of(invented_edition(), words)


def measured(code: str, words: Words = NL) -> Measured:
    return next(one for one in all_measured(domains(words)) if one.indicator.indicator == code)


def said(code: str, words: Words = NL) -> str:
    return plain(change_sentence(measured(code, words), words))


def test_a_shown_count_is_said_with_its_total_and_the_rest_is_said_to_be_hidden():
    assert said("finances") == (
        "Ongeveer 20 van de ongeveer 40 deelnemers gingen vooruit op Financiën. "
        "Gelijk en achteruit: te weinig mensen om te tonen."
    )


def test_the_same_in_english():
    assert said("finances", EN) == (
        "About 20 of about 40 participants moved forward on Finances. Same and back: too few people to show."
    )


def test_where_everything_is_shown_nothing_is_said_to_be_hidden():
    assert said("mental_health") == (
        "Ongeveer 15 van de ongeveer 40 deelnemers gingen vooruit op Geestelijke gezondheid, "
        "ongeveer 15 bleven gelijk, ongeveer 10 gingen achteruit."
    )


def test_whoever_stayed_is_said_first_where_forward_is_hidden():
    assert said("housing").startswith(
        "Ongeveer 25 van de ongeveer 40 deelnemers bleven gelijk op Huisvesting. Vooruit en"
    )


def test_a_count_where_fewer_is_better_says_so():
    assert said("helpers") == (
        "Ongeveer 15 van de ongeveer 40 deelnemers hebben minder hulpverleners dan bij de start. "
        "Evenveel en meer: te weinig mensen om te tonen. Minder is hier beter."
    )


def test_a_total_alone_is_said_and_a_hidden_total_too():
    assert said("debt") == (
        "Ongeveer 40 mensen zijn twee keer gemeten op Schuld. Hoe het hun verging: te weinig mensen om te tonen."
    )
    assert said("work") == "Wat er veranderde op Heeft werk: te weinig mensen om te tonen."


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_ever_says_nought_or_nobody(language: str):
    words = Words(language)
    sentences = [change_sentence(one, words) for one in all_measured(domains(words))]
    sentences += lead_sentences(invented_edition(), domains(words), words)
    assert [one for one in sentences if re.search(r"\b(0|geen enkele|niemand|nobody|none)\b", one.lower())] == []


def test_a_hidden_mean_is_not_said():
    assert mean_sentence(measured("finances"), NL) == "Gemiddeld van 2,46 naar 2,87 (+0,41), op een schaal van 1 tot 5."
    assert mean_sentence(measured("housing"), NL) == ""


def test_under_a_hatched_part_stands_what_it_may_be():
    one = measured("finances")
    assert part_names(one.indicator, one.here, NL)["hidden"] == "achteruit of gelijk: niet getoond"


def test_the_lead_says_where_people_moved_forward_where_back_and_what_it_is_worth():
    lead = plain(" ".join(lead_sentences(invented_edition(), domains(NL), NL)))
    assert lead.startswith("Het vaakst gingen mensen vooruit op Financiën (ongeveer 20 van de ongeveer 40)")
    assert "Mensen gingen ook achteruit, op Geestelijke gezondheid (ongeveer 10 van de ongeveer 40)." in lead
    assert "Van de andere onderdelen tonen wij dat aantal niet." in lead
    assert "Op 3 van de 6 onderdelen tonen wij niet hoeveel mensen vooruitgingen" in lead
    assert lead.endswith("daarom is dit een sterke aanwijzing, en geen bewijs.")


def test_where_most_moved_forward_comes_first_and_what_is_hidden_last():
    order = [domain.life_domain for domain in domains(NL)]
    assert order == ["finances", "mental_health", "social_network", "housing", "work_education"]
