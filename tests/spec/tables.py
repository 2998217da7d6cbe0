"""Small tables in, outcomes out: by way of a real store, as an import would fill it."""

from collections.abc import Callable, Sequence
from datetime import date

import pandas as pd

from pipelines.domain.frozen import Name
from pipelines.domain.indicator import Direction, Indicator, IndicatorSet, Kind
from pipelines.domain.outcome import Outcome, Participation
from pipelines.domain.records import Goal, Intervention, Narrative, Participant, ProjectFacts, Recognition
from pipelines.domain.registration import OBSERVATION_COLUMNS, Registration, Tally
from pipelines.models.settling import settle
from pipelines.outcomes.findings import read_outcomes
from pipelines.outcomes.participation import read_participation
from pipelines.store.registering import open_import, register_project, remove_import, write_registration
from pipelines.store.store import Store
from tests.last_moments import with_last_moments

AS_OF = date(2026, 1, 1)


def indicator(code: str, **details: object) -> Indicator:
    """A level from 1 to 5 on which higher is better, unless the details say otherwise."""
    level = {"kind": Kind.LEVEL, "direction": Direction.HIGHER, "minimum": 1, "maximum": 5, "life_domain": code}
    return Indicator(code=code, name=Name(nl=code, en=code), **level | details)


def instrument(id: str, *indicators: Indicator, family: str = "matrix") -> IndicatorSet:
    return IndicatorSet(
        id=id, family=family, version=id, name=Name(nl=id, en=id), source="invented", indicators=indicators
    )


KNOWN_INSTRUMENTS = (
    instrument(
        "matrix_2017",
        indicator("finances", self_reliance_cut=4, problem_cut=2),
        indicator("housing"),
    ),
    instrument("matrix_2013", indicator("finances")),
    instrument(
        "support",
        indicator("professionals", kind=Kind.COUNT, direction=Direction.LOWER, minimum=0, maximum=None),
        indicator("has_work", kind=Kind.YES_NO, minimum=0, maximum=1),
        indicator("debt", kind=Kind.AMOUNT, direction=Direction.LOWER, minimum=0, maximum=None),
        family="support",
    ),
)


def rows_of(table: str) -> list[dict[str, str]]:
    """The rows of a table drawn with |, by heading. An empty cell is left out."""
    heading, *lines = [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]
    return [{name: cell for name, cell in zip(heading, line, strict=True) if cell} for line in lines]


def observations_of(measurements: str) -> pd.DataFrame:
    """Person and value are obligatory; moment 0, finances of matrix_2017 and a rater unstated go without saying."""
    rows = [
        (
            int(row["person"]), row.get("instrument", "matrix_2017"), row.get("indicator", "finances"),
            int(row["moment"]), row.get("rater", "unstated"), pd.Timestamp(row["date"]) if "date" in row else pd.NaT,
            float(row["value"]),
        )
        for row in rows_of(measurements)
    ]  # fmt: skip
    observations = pd.DataFrame(rows, columns=OBSERVATION_COLUMNS[:-1]).astype({"measured_on": "datetime64[s]"})
    return with_last_moments(observations)


def participants_of(people: str) -> tuple[Participant, ...]:
    """Columns that are no field of a participant are attributes."""
    own = {"person", "participation", "enrolled", "left", "reason"}
    return tuple(
        Participant(
            participant_id=int(row["person"]),
            participation=row.get("participation", "participant"),
            enrolled_on=row.get("enrolled"),
            left_on=row.get("left"),
            exit_reason=row.get("reason"),
            attributes={name: cell for name, cell in row.items() if name not in own},
        )
        for row in rows_of(people)
    )


class Project:
    """A project in a real store, told in tables."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def register(
        self,
        measurements: str = "person | moment | value",
        people: str = "person",
        *,
        goals: Sequence[Goal] = (),
        interventions: Sequence[Intervention] = (),
        narratives: Sequence[Narrative] = (),
        recognitions: Sequence[Recognition] = (),
        **facts: object,
    ) -> int:
        """One import; the number to remove it by."""
        tally = Tally(read=0, accepted=0, refused=0, skipped=0)
        registration = Registration(
            project_facts=ProjectFacts(**facts),
            indicator_sets=KNOWN_INSTRUMENTS,
            observations=observations_of(measurements),
            participants=participants_of(people),
            tally=tally,
            issues=(),
            goals=tuple(goals),
            interventions=tuple(interventions),
            narratives=tuple(narratives),
            recognitions=tuple(recognitions),
        )
        with self._store.transaction() as cursor:
            project_id = register_project(cursor, "Project")
            import_id = open_import(cursor, project_id, fingerprint="", file_names=(), tally=tally, issues=())
            write_registration(cursor, project_id, import_id, registration)
            settle(cursor, project_id)
        return import_id

    def remove(self, import_id: int) -> None:
        with self._store.transaction() as cursor:
            remove_import(cursor, import_id)
            settle(cursor, register_project(cursor, "Project"))

    def outcomes(self, **asked: object) -> tuple[Outcome, ...]:
        return self.read(read_outcomes, **{"as_of": AS_OF, **asked})

    def outcome(self, **asked: object) -> Outcome:
        """The only outcome there is."""
        (outcome,) = self.outcomes(**asked)
        return outcome

    def participation(self, **asked: object) -> Participation:
        return self.read(read_participation, **{"as_of": AS_OF, **asked})

    def read(self, reader: Callable, **asked: object):
        with self._store.cursor() as cursor:
            return reader(cursor, register_project(cursor, "Project"), **asked)
