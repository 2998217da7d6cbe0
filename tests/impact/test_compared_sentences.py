"""Beside the comparison group: difference in differences, and no more than rounded counts can carry."""

from dashboard.impact.domains import all_measured, domains_of
from dashboard.impact.sentences.compared import alike_sentence, difference_sentences, named, shares_sentences
from dashboard.language import Words
from dashboard.sentences.marks import plain
from tests.impact.invented_edition import invented_edition

NL = Words("nl")
SLACK = invented_edition().manifest.rules.slack
MEASURED = all_measured(domains_of(invented_edition(), NL))
BY_NAME = named(MEASURED, NL)


def test_a_larger_share_is_only_claimed_where_rounding_cannot_have_made_it():
    first, furthest = map(plain, shares_sentences(BY_NAME, SLACK, NL))
    assert "Op 1 van de 2 onderdelen waar beide te tonen zijn, ging een groter deel van de deelnemers vooruit" in first
    assert "Op 1 van de 2 liggen beide zo dicht bij elkaar dat het door het afronden niet te zeggen is." in first
    assert furthest.startswith(
        "Het verst liggen zij uit elkaar op Financiën: vooruit gingen ongeveer 20 van de ongeveer 40"
    )


def test_with_coarser_rounding_less_is_claimed():
    assert "groter deel van de deelnemers" not in " ".join(shares_sentences(BY_NAME, 6, NL))


def test_a_difference_is_said_with_its_interval_and_whether_chance_can_make_it():
    finances, helpers = map(plain, difference_sentences(BY_NAME, NL))
    assert "Het verschil is +0,31 (0,05 tot 0,57). Zo'n verschil ontstaat zelden door toeval." in finances
    assert helpers.endswith("Dat kan ook toeval zijn.")


def test_where_lower_is_better_a_plus_still_favours_the_participants():
    helpers = plain(difference_sentences(BY_NAME, NL)[1])
    assert "veranderden gemiddeld +1,50, de vergelijkingsgroep +1,00" in helpers
    assert "+0,50 (−0,40 tot 1,40)" in helpers


def test_hidden_differences_are_said_to_be_hidden():
    hidden = {name: one for name, one in BY_NAME.items() if one.difference is None}
    assert difference_sentences(hidden, NL) == [NL("impact.compared.no_differences")]


def test_how_alike_both_groups_were_at_the_start_is_said():
    assert plain(alike_sentence(MEASURED, NL)) == "Bij de start leken beide groepen op 6 van de 6 onderdelen op elkaar."
