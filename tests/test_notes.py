"""What people write in the program: cleaned of names, kept, read back, removed to the last byte."""

from datetime import date

import pytest

from pipelines import notes
from pipelines.domain.note import Attribution, Explanation, GivenRecognition, Lesson
from pipelines.outcomes.recognition import read_recognition, read_recognition_answers
from pipelines.store.history import read_version
from pipelines.store.store import Store
from tests.ingest.reading import keep
from tests.spec.tables import Project

DAY = date(2026, 3, 1)
ANSWER = GivenRecognition(respondent="participant", life_domain="finances", score=4, explanation="rust", judged_on=DAY)
EXPLANATION = Explanation(
    kind="alternative", life_domain="finances", role="wijkcoach", words="hoger loon", noted_on=DAY
)
ATTRIBUTION = Attribution(
    low=0.2, middle=0.4, high=0.6, role="projectleider", reason="er was ook een bank", noted_on=DAY
)
LESSON = Lesson(seen="wachttijd", decided="eerder bellen", changed=None, role="team", noted_on=DAY)
EVERY_KIND = [ANSWER, EXPLANATION, ATTRIBUTION, LESSON]


@pytest.fixture
def project_id(project: Project, store: Store) -> int:
    project.register("person | moment | value\n1 | 0 | 2")
    return 1


@pytest.fixture
def project(store: Store) -> Project:
    return Project(store)


@pytest.mark.parametrize("note", EVERY_KIND, ids=lambda note: type(note).__name__)
def test_a_note_is_kept_as_it_was_written_and_can_be_removed(store: Store, project_id: int, note):
    number = notes.keep_note(store, "Project", note, keep)
    assert [(kept.note_id, kept.note) for kept in notes.notes_of(store, project_id, type(note))] == [(number, note)]
    notes.remove(store, type(note), number)
    assert notes.notes_of(store, project_id, type(note)) == ()
    with pytest.raises(notes.UnknownNote):
        notes.remove(store, type(note), number)


def test_the_newest_note_comes_first(store: Store, project_id: int):
    first = notes.keep_note(store, "Project", LESSON, keep)
    second = notes.keep_note(store, "Project", LESSON, keep)
    assert [kept.note_id for kept in notes.notes_of(store, project_id, Lesson)] == [second, first]


def test_names_are_taken_out_before_anything_is_kept(store: Store, project_id: int):
    written = Lesson(seen="mail naar fatima@buurt.nl", decided="Karin de Vries belt terug", role="Karin de Vries",
                     noted_on=DAY)  # fmt: skip
    cleaned = notes.clean_note(store, "Project", written)
    assert {kind for kind, _ in cleaned.taken_out} == {"naam", "e-mailadres"}
    notes.keep_note(store, "Project", written)
    (kept,) = notes.notes_of(store, project_id, Lesson)
    assert "fatima" not in kept.note.seen
    assert "Vries" not in kept.note.decided + kept.note.role


def test_what_is_removed_leaves_no_byte(store: Store, project_id: int):
    number = notes.keep_note(store, "Project", EXPLANATION, keep)
    notes.remove(store, Explanation, number)
    assert b"hoger loon" not in store.path.read_bytes()


def test_an_answer_on_the_spot_counts_as_one_from_the_sheet(store: Store, project_id: int):
    notes.keep_note(store, "Project", ANSWER, keep)
    with store.cursor() as cursor:
        (share,) = read_recognition(cursor, project_id)
        (answer,) = read_recognition_answers(cursor, project_id)
    assert (share.respondent, share.life_domain, share.n_answers, share.n_recognise) == (
        "participant",
        "finances",
        1,
        1,
    )
    assert (answer.explanation, answer.score) == ("rust", 4)


def test_a_note_makes_what_was_read_before_old(store: Store, project_id: int):
    versions = []
    for step in ("before", "kept", "removed"):
        if step == "kept":
            number = notes.keep_note(store, "Project", LESSON, keep)
        if step == "removed":
            notes.remove(store, Lesson, number)
        with store.cursor() as cursor:
            versions.append(read_version(cursor, project_id))
    assert len(set(versions)) == 3


def test_a_range_must_be_a_range():
    with pytest.raises(ValueError, match="follow each other"):
        Attribution(low=0.6, middle=0.4, high=0.8, role="x", reason="y", noted_on=DAY)


def test_no_note_is_kept_for_a_project_that_is_not_there(store: Store):
    with pytest.raises(notes.UnknownNote):
        notes.keep_note(store, "Nowhere", LESSON, keep)
