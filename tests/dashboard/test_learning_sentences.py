"""The learning log in words."""

from datetime import date

from dashboard.language import Words
from dashboard.sentences.learning import (
    example_lesson,
    lesson_steps,
    lesson_title,
    log_notes,
    log_sentence,
    now_sentences,
)
from dashboard.sentences.marks import plain
from dashboard.sentences.names import domain_names
from pipelines.domain.note import KeptNote, Lesson
from tests.dashboard.invented import invented_outcome, moved

NL, EN = Words("nl"), Words("en")
OUTCOMES = [invented_outcome(moved(4, 19, 18))]


def lesson(**said: object) -> Lesson:
    usual = {"seen": "wachttijd", "decided": "eerder bellen", "role": "team", "noted_on": date(2026, 5, 31)}
    return Lesson(**usual | said)


def test_a_lesson_is_named_by_its_day_and_what_it_is_about():
    names = domain_names(OUTCOMES, NL)
    assert lesson_title(lesson(), names, NL) == "31 mei 2026 · Het hele project"
    assert lesson_title(lesson(life_domain="finances"), domain_names(OUTCOMES, EN), EN) == "31 May 2026 · Finances"


def test_what_was_not_changed_is_left_out():
    assert [step.label for step in lesson_steps(lesson(), NL)] == ["Gezien", "Besloten"]


def test_a_change_tells_from_which_day_on():
    *_, changed = lesson_steps(lesson(changed="een rooster", changed_on=date(2026, 3, 1)), NL)
    assert changed == ("Veranderd", "een rooster", "vanaf 1 maart 2026")


def test_beside_a_life_domain_stands_how_it_is_now():
    (now, few) = now_sentences(lesson(life_domain="finances"), OUTCOMES, NL)
    assert plain(now).startswith("18 van de 41 deelnemers gingen vooruit op Financiën")
    assert few == ""
    assert now_sentences(lesson(life_domain="housing"), OUTCOMES, NL) == []
    assert now_sentences(lesson(), OUTCOMES, NL) == []


def test_few_people_are_marked_now_too():
    few = now_sentences(lesson(life_domain="finances"), [invented_outcome(moved(1, 1, 1))], NL)[-1]
    assert few.startswith("Minder dan 10 mensen")


def test_of_two_kinds_of_rater_the_one_who_scored_most_speaks():
    own = invented_outcome(moved(0, 3, 9), rater="participant")
    (now, _) = now_sentences(lesson(life_domain="finances"), [own, *OUTCOMES], NL)
    assert "van de 41" in now


def test_the_log_tells_how_many_lessons_it_holds():
    kept = [KeptNote(note_id=2, note=lesson()), KeptNote(note_id=1, note=lesson(noted_on=date(2026, 1, 1)))]
    assert plain(log_sentence(kept, NL)) == "Er staan 2 lessen in het logboek. De nieuwste is van 31 mei 2026."
    assert plain(log_sentence(kept[1:], EN)) == "There is 1 lesson in the log, of 1 January 2026."


def test_the_log_says_what_it_does_not_prove_and_where_changes_stand_too():
    assert log_notes([lesson()], NL) == ["", ""]
    limits, axis = log_notes([lesson(life_domain="finances"), lesson(changed="x", changed_on=date(2026, 3, 1))], NL)
    assert "bewijst dus niet dat de verandering hielp" in limits
    assert "de tijdas van “Blijft het?”" in axis


def test_the_example_is_a_whole_lesson_in_both_languages():
    for words in (NL, EN):
        assert len(lesson_steps(example_lesson(words), words)) == 3
