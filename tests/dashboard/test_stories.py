"""Which stories stand beside a number, and what stands around them."""

from datetime import date

from dashboard.components.story import stories_beside_html, whole_story_html
from dashboard.language import Words
from dashboard.sentences.stories import choice_sentence, move_sentences, shortened, story_count, teller_line
from dashboard.stories import choose_stories, stories_about
from pipelines.domain.linked_narrative import LinkedNarrative, Move
from tests.dashboard.invented import FINANCES, invented_outcome

NL, EN = Words("nl"), Words("en")


def story(record_id: int, direction: str = "better", **fields: object) -> LinkedNarrative:
    known = {"record_id": record_id, "teller": "participant", "told_on": date(2026, 1, record_id),
             "life_domains": ("finances",), "words": "Ik doe de post weer open.", "benefit": None,
             "direction": direction, "consent": "funder", "consented_on": date(2026, 1, 1), "chosen_by": None,
             "chosen_because": None}  # fmt: skip
    return LinkedNarrative.model_validate({**known, **fields})


def move(start: float, follow_up: float, n_same_move: int, n_same_start: int) -> Move:
    return Move(indicator="finances", indicator_name=FINANCES, instrument="zrm_2017", life_domain="finances",
                rater="professional", start=start, follow_up=follow_up, n_same_move=n_same_move,
                n_same_start=n_same_start)  # fmt: skip


def test_stories_of_a_life_domain_stand_newest_first():
    told = [story(1), story(3), story(2, life_domains=("housing",))]
    assert [one.record_id for one in stories_about(told, "finances")] == [3, 1]


def test_the_story_that_people_chose_goes_before_the_newest():
    chosen = choose_stories([story(3), story(2, chosen_by="het bewonerspanel"), story(1)])
    assert (chosen.shown.record_id, chosen.rule) == (2, "chosen")


def test_without_a_choice_the_newest_is_shown():
    chosen = choose_stories([story(3), story(2)])
    assert (chosen.shown.record_id, chosen.rule) == (3, "newest")


def test_a_story_that_stands_elsewhere_gives_way():
    chosen = choose_stories([story(3), story(2)], seen={3})
    assert (chosen.shown.record_id, chosen.rule) == (2, "newest_unseen")


def test_the_only_story_is_shown_even_if_it_stands_elsewhere():
    chosen = choose_stories([story(3)], seen={3})
    assert (chosen.shown.record_id, chosen.rule) == (3, "newest")


def test_a_story_of_no_change_or_decline_stands_beside_a_better_one():
    assert choose_stories([story(3), story(2), story(1, "worse")]).beside.record_id == 1
    assert choose_stories([story(3), story(2, "same"), story(1, "worse")], seen={1, 2}).beside.record_id == 2


def test_a_better_story_stands_beside_one_of_decline():
    assert choose_stories([story(3, "worse"), story(2)]).beside.record_id == 2


def test_nothing_stands_beside_a_story_when_all_went_the_same_way():
    assert choose_stories([story(3), story(2)]).beside is None


def test_no_stories_make_an_invitation():
    assert choose_stories([]) is None
    said = stories_beside_html(None, [], [], "Financiën", NL)
    assert "Nog geen verhaal over Financiën." in said
    assert "blad Verhalen" in said


def test_the_number_of_stories_by_direction():
    told = [story(4), story(3), story(2, "same"), story(1, "worse")]
    assert story_count(told, "Financiën", NL) == "4 verhalen over Financiën: 2 beter, 1 gelijk, 1 slechter."
    assert story_count(told[:1], "Finances", EN) == "1 story about Finances: 1 better."


def test_the_choice_is_explained():
    by_panel = story(1, chosen_by="het bewonerspanel", chosen_because="het vaakst genoemd")
    assert choice_sentence(by_panel, "chosen", 4, NL) == "Gekozen door het bewonerspanel: “het vaakst genoemd”"
    assert choice_sentence(story(1, chosen_by="het panel"), "chosen", 4, NL) == "Gekozen door het panel."
    assert choice_sentence(story(1), "newest", 4, NL) == "Hier staat het nieuwste."
    assert choice_sentence(story(1), "newest", 1, NL) == ""


def test_who_tells_and_when():
    assert teller_line(story(1), NL) == "deelnemer, januari 2026"
    assert teller_line(story(1, teller="family"), EN) == "family, January 2026"


def test_the_move_of_the_teller_stands_among_those_who_started_there():
    outcome = invented_outcome([(2, 4)] * 9 + [(2, 2)] * 14)
    said = [move_sentences(story(1, moves=(one,)), [outcome], NL)[0]
            for one in (move(2, 4, 9, 23), move(2, 4, 2, 23), move(2, 4, 1, 23), move(2, 2, 1, 1))]  # fmt: skip
    assert said == [
        "Financiën: van niet zelfredzaam (2) naar voldoende zelfredzaam (4), net als 8 anderen van "
        "de 23 die daar begonnen.",
        "Financiën: van niet zelfredzaam (2) naar voldoende zelfredzaam (4), net als 1 ander van de "
        "23 die daar begonnen.",
        "Financiën: van niet zelfredzaam (2) naar voldoende zelfredzaam (4), als enige van de 23 die daar begonnen.",
        "Financiën: bleef op niet zelfredzaam (2), als enige die daar begon.",
    ]


def test_a_move_beside_another_tellers_words_is_that_of_the_participant():
    told = story(1, teller="volunteer", moves=(move(2, 2, 1, 1),))
    (said,) = move_sentences(told, [invented_outcome([(2, 2)])], NL)
    assert said.startswith("De deelnemer om wie het gaat: Financiën: bleef op")


def test_a_move_on_another_indicator_is_left_out():
    other = move(2, 4, 9, 23).model_copy(update={"rater": "participant"})
    assert move_sentences(story(1, moves=(other,)), [invented_outcome([(2, 4)])], NL) == []


def test_a_move_to_the_last_follow_up_does_not_stand_beside_a_pinned_moment():
    pinned = invented_outcome([(2, 4)], moment=1)
    assert move_sentences(story(1, moves=(move(2, 4, 1, 1),)), [pinned], NL) == []


def test_a_long_story_is_cut_after_a_sentence_and_says_so():
    words = "Dit is een zin van een verhaal dat lang is. " * 20
    text, is_shortened = shortened(words.strip())
    assert is_shortened
    assert text.endswith("lang is. …")
    assert len(text) < 330
    assert "Ingekort." in stories_beside_html(choose_stories([story(1, words=words)]), [story(1)], [], "Geld", NL)
    assert shortened("Kort verhaal.") == ("Kort verhaal.", False)


def test_a_long_story_without_sentences_is_cut_between_words():
    text, is_shortened = shortened("woord " * 100)
    assert is_shortened
    assert text.endswith("woord …")


def test_direction_is_an_arrow_and_a_word():
    said = stories_beside_html(choose_stories([story(1, "worse")]), [story(1, "worse")], [], "Geld", NL)
    assert "↘" in said
    assert "slechter · deelnemer, januari 2026" in said


def test_what_residents_wrote_is_text_and_never_markup():
    bad = story(1, words="<script>alert(1)</script>", benefit="<b>rust</b>", chosen_by="<i>panel</i>")
    for said in (
        stories_beside_html(choose_stories([bad]), [bad], [], "<u>Geld</u>", NL),
        whole_story_html(bad, [], NL),
    ):
        assert "<script>" not in said
        assert "<b>" not in said
        assert "<i>" not in said
        assert "<u>" not in said


def test_a_whole_story_says_what_came_of_it_and_what_it_may_be_used_for():
    said = whole_story_html(story(1, benefit="Rust in huis"), [], NL)
    assert "Wat het opleverde: Rust in huis" in said
    assert "toestemming: financier" in said
