"""Who the upload speaks of, and what it says about each. Their numbers leave this module as pseudonyms."""

from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np

from pipelines.domain.records import Participant
from pipelines.ingest.headings.vocabulary import ATTRIBUTE, Coarsened
from pipelines.ingest.identities.own_names import NO_NAMES, OwnNames
from pipelines.ingest.identities.pseudonyms import Pseudonyms
from pipelines.ingest.tables.table import Heading
from pipelines.ingest.tables.table_issues import TableIssues
from pipelines.ingest.values.age_band import age_band, age_on
from pipelines.ingest.values.understanding import Understood

NOBODY = -1
LAST_DAY = np.datetime64("9999-12-31", "s")
# What is said of a participant and kept by nobody: it becomes an age band.
BIRTH_DATE = "birth_date"


class Said(NamedTuple):
    """Something said of a participant, and where."""

    meaning: Any
    issues: TableIssues
    row: int
    heading: Heading

    @property
    def field(self) -> str:
        meaning = self.heading.meaning
        return BIRTH_DATE if meaning.coarsened is Coarsened.BIRTH_DATE else meaning.field or ""


class People:
    """Every participant of the upload, numbered from 0 in the order of appearance."""

    def __init__(self, pseudonyms: Pseudonyms, own_names: OwnNames = NO_NAMES) -> None:
        self._pseudonyms = pseudonyms
        self.own_names = own_names
        self._places: dict[int, int] = {}
        self._said: dict[int, dict[str, Said]] = {}
        self._first_measured = np.empty(0, dtype=LAST_DAY.dtype)
        self._listed: list[tuple[TableIssues, np.ndarray]] = []

    def places(self, numbers: Understood) -> np.ndarray:
        """Per row the place of its participant, NOBODY where there is no number."""
        codes = [code for code, number in enumerate(numbers.meanings) if number is not None]
        people = self._pseudonyms.participants(map(numbers.meanings.__getitem__, codes))
        places = np.full(len(numbers.meanings), NOBODY, dtype=np.int32)
        # Two numbers of one person have one place.
        places[codes] = [self._places.setdefault(person, len(self._places)) for person in people]
        return places[numbers.column.codes]

    @cached_property
    def participant_ids(self) -> np.ndarray:
        """The pseudonym of everybody, by place. Asked for when everybody is known."""
        return np.fromiter(self._places, dtype=np.int64, count=len(self._places))

    def enlist(self, issues: TableIssues, places: np.ndarray) -> None:
        """Whoever has a row here is registered, even if nothing more is said. `places` per row, NOBODY to pass over."""
        self._listed.append((issues, places))

    @property
    def listed(self) -> np.ndarray:
        """Per place, whether a row that is accepted lists somebody."""
        is_listed = np.zeros(len(self._places), dtype=bool)
        for issues, places in self._listed:
            is_listed[places[(places != NOBODY) & ~issues.is_refused]] = True
        return is_listed

    def tell(self, place: int, said: Said) -> None:
        """Notes what a cell says of a participant; what contradicts an earlier cell becomes an issue."""
        earlier = self._said.setdefault(place, {}).setdefault(said.field, said)
        if earlier.meaning != said.meaning:
            # Somebody may move house between two measurements; nobody is enrolled twice.
            code = "attribute_changed" if said.field.startswith(ATTRIBUTE) else "participant_conflict"
            reference = earlier.issues.table.reference(earlier.row)
            said.issues.about_row(code, said.row, said.heading, expected=reference)

    def days(self, field: str) -> np.ndarray:
        """Per place the day on which somebody came or left, missing where nobody says so in a row that is accepted."""
        days = np.full(len(self._places), np.datetime64("NaT"), dtype="datetime64[s]")
        for place, said in self._said.items():
            if day := _accepted(said).get(field):
                days[place] = day
        return days

    @property
    def households(self) -> list[list[int]]:
        """The places of those who share a household, for every household of more than one."""
        members: dict[str, list[int]] = {}
        for place, said in self._said.items():
            if (household := _accepted(said).get("household")) is not None:
                members.setdefault(household, []).append(place)
        return [places for places in members.values() if len(places) > 1]

    def check_stays(self) -> None:
        """Nobody leaves before they came."""
        for said in self._said.values():
            came, left = said.get("enrolled_on"), said.get("left_on")
            if came and left and left.meaning < came.meaning:
                left.issues.about_row(
                    "ended_before_started", left.row, left.heading, cell=left.meaning, expected=came.meaning.isoformat()
                )

    def note_measured(self, places: np.ndarray, days: np.ndarray) -> None:
        """When somebody was measured: `days` as datetime64, missing where they are not known."""
        first = np.full(len(self._places), LAST_DAY)
        is_dated = ~np.isnat(days) & (places != NOBODY)
        np.minimum.at(first, places[is_dated], days[is_dated])
        self._first_measured = first

    def participants(self, today: date) -> tuple[Participant, ...]:
        """A record of everybody who is listed. Who was only measured is not: an earlier list may say more of them.

        An age is that on the day of enrolment, else of the first measurement, else `today`.
        """
        ids = self.participant_ids
        return tuple(
            self._participant(int(ids[place]), _accepted(self._said.get(place, {})), self._first_day(place) or today)
            for place in np.flatnonzero(self.listed).tolist()
        )

    def _first_day(self, place: int) -> date | None:
        """The day on which somebody was measured first; None where that is not known."""
        day = self._first_measured[place] if place < len(self._first_measured) else LAST_DAY
        return day.item().date() if day < LAST_DAY else None

    def _participant(self, participant_id: int, said: dict[str, Any], first_day: date) -> Participant:
        fields = {field: meaning for field, meaning in said.items() if field in Participant.model_fields}
        attributes = {
            field.removeprefix(ATTRIBUTE): meaning for field, meaning in said.items() if field.startswith(ATTRIBUTE)
        }
        if born_on := said.get(BIRTH_DATE):
            attributes.setdefault("age_band", age_band(age_on(said.get("enrolled_on", first_day), born_on)))
        household = said.get("household")
        household_id = None if household is None else self._pseudonyms.household(household)
        return Participant(participant_id=participant_id, household_id=household_id, attributes=attributes, **fields)


def _accepted(facts: dict[str, Said]) -> dict[str, date | str]:
    return {field: said.meaning for field, said in facts.items() if not said.issues.is_refused[said.row]}
