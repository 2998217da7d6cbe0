"""The right to be forgotten: one person out of a project, and out of every byte of the file. Reached by imports.py."""

from pipelines.domain.erasure import Erasure, ErasureRecord
from pipelines.ingest.identities.pseudonyms import Pseudonyms
from pipelines.publishing.withdrawing import mark_withdrawn
from pipelines.store.editions import forget_stories, put_proposal
from pipelines.store.erasing import numbers_of, remove_person
from pipelines.store.history import find_project, read_erasures
from pipelines.store.store import Store


class UnknownParticipant(ValueError):
    """Nothing is registered under the number that was given; the message does not repeat it."""


def erase(store: Store, project: str, number: str) -> Erasure:
    """Removes everything that is known of a participant, under all numbers that are theirs, and every byte of it.

    The history keeps that an erasure took place, and not whose. Raises UnknownParticipant when nothing is known of the
    number.
    """
    with store.transaction() as cursor:
        project_id = find_project(cursor, project)
        if project_id is None:
            raise UnknownParticipant("there is no project of this name")
        whose = Pseudonyms(store.key, project).participant(number)
        numbers = numbers_of(cursor, project_id, whose)
        editions = forget_stories(cursor, project_id, numbers)
        put_proposal(cursor, project_id, None)
        rows = remove_person(cursor, project_id, numbers)
        if not rows:
            raise UnknownParticipant("nothing is registered under this number")
    mark_withdrawn(store)
    return Erasure(project=project, rows=rows, is_rewritten=store.rewrite(), editions_affected=editions)


def erasures(store: Store, project: str | None = None) -> tuple[ErasureRecord, ...]:
    """That somebody was erased, newest first: when, and how many rows."""
    with store.cursor() as cursor:
        return read_erasures(cursor, project)
