"""The road of what people write in the program itself: cleaned, shown to the writer, kept, removed."""

from collections.abc import Iterator, Mapping

from pipelines.domain.frozen import Frozen
from pipelines.domain.note import Attribution, Explanation, GivenRecognition, KeptNote, Lesson, Note
from pipelines.ingest.identities import free_text
from pipelines.ingest.identities.free_text import Clean
from pipelines.ingest.identities.own_names import OwnNames
from pipelines.ingest.identities.pseudonyms import Pseudonyms
from pipelines.ingest.identities.short_text import clean_short_text
from pipelines.ingest.identities.taken_out import TakenOut
from pipelines.store.history import find_project
from pipelines.store.notes import add_note, read_notes, remove_note
from pipelines.store.own_names import read_own_names
from pipelines.store.store import Store

FREE_TEXTS: Mapping[type[Note], tuple[str, ...]] = {
    GivenRecognition: ("explanation",), Explanation: ("words",), Attribution: ("reason",),
    Lesson: ("seen", "decided", "changed"),
}  # fmt: skip
SHORT_TEXTS = ("role",)


class UnknownNote(ValueError):
    """There is no such note (any more), or no such project."""


class CleanedNote(Frozen):
    """A note as it will be kept, and what was taken out of it, by kind: shown to the writer and to nobody else."""

    note: Note
    taken_out: tuple[tuple[str, str], ...]


def clean_note(store: Store, project: str, note: Note, clean: Clean = free_text.clean) -> CleanedNote:
    """The note without personal data and without the names that the project knows. Nothing is written."""
    with store.cursor() as cursor:
        remembered = read_own_names(cursor, find_project(cursor, project))
    own_names = OwnNames(Pseudonyms(store.key, project), (), remembered)
    texts: dict[str, str] = {}
    taken: list[TakenOut] = []
    for field, text in _texts(note):
        by_reader = clean_short_text if field in SHORT_TEXTS else clean
        cleaned, by_form = by_reader(text)
        texts[field], own = own_names.take_out(cleaned)
        taken += (*by_form, *own)
    return CleanedNote(note=note.model_copy(update=texts), taken_out=tuple((out.kind, out.word) for out in taken))


def keep_note(store: Store, project: str, note: Note, clean: Clean = free_text.clean) -> int:
    """Keeps the note, cleaned once more: what was not shown to anybody is not trusted. Its number.

    Raises UnknownNote when there is no project of this name.
    """
    cleaned = clean_note(store, project, note, clean).note
    with store.transaction() as cursor:
        project_id = find_project(cursor, project)
        if project_id is None:
            raise UnknownNote("there is no project of this name")
        return add_note(cursor, project_id, cleaned)


def notes_of(store: Store, project_id: int, kind: type[Note]) -> tuple[KeptNote, ...]:
    """The notes of one kind, newest first."""
    with store.cursor() as cursor:
        return read_notes(cursor, project_id, kind)


def remove(store: Store, kind: type[Note], note_id: int) -> None:
    """Deletes a note, to the last byte of the file. Raises UnknownNote."""
    with store.transaction() as cursor:
        if not remove_note(cursor, kind, note_id):
            raise UnknownNote(f"there is no note {note_id}")
    store.rewrite()


def _texts(note: Note) -> Iterator[tuple[str, str]]:
    """What somebody typed, by field."""
    for field in (*FREE_TEXTS[type(note)], *SHORT_TEXTS):
        if text := getattr(note, field, None):
            yield field, text
