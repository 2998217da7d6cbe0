"""Random registrations in a real store, by the road of an import."""

from collections.abc import Sequence

import pandas as pd

from pipelines.domain.records import Participant, ProjectFacts
from pipelines.domain.registration import OBSERVATION_COLUMNS, Registration, Tally
from pipelines.models.settling import settle
from pipelines.store.registering import open_import, register_project, write_registration
from pipelines.store.store import Cursor, Store
from tests.last_moments import with_last_moments
from tests.oracle.registrations import INSTRUMENTS, OneImport

NOTHING = Tally(read=0, accepted=0, refused=0, skipped=0)


def register(store: Store, history: Sequence[OneImport]) -> int:
    """A new project with these imports; its number."""
    with store.transaction() as cursor:
        ((n_projects,),) = cursor.execute("select count(*) from registered.project").fetchall()
        project_id = register_project(cursor, f"Project {n_projects + 1}")
        for one in history:
            add_import(cursor, project_id, one)
    return project_id


def add_import(cursor: Cursor, project_id: int, one: OneImport) -> int:
    import_id = open_import(cursor, project_id, fingerprint="", file_names=(), tally=NOTHING, issues=())
    write_registration(cursor, project_id, import_id, registration_of(one))
    settle(cursor, project_id)
    return import_id


def registration_of(one: OneImport) -> Registration:
    rows = [
        (row.person, row.instrument, row.indicator, row.moment, row.rater, row.measured_on, row.value)
        for row in one.observed
    ]
    participants = tuple(
        Participant(
            participant_id=listed.person,
            participation=listed.participation,
            left_on=listed.left_on,
            attributes=listed.attributes,
        )
        for listed in one.listed
    )
    observations = pd.DataFrame(rows, columns=OBSERVATION_COLUMNS[:-1]).astype({"measured_on": "datetime64[s]"})
    facts = ProjectFacts(follow_up_months=one.follow_up_months)
    return Registration(facts, INSTRUMENTS, with_last_moments(observations), participants, NOTHING, ())
