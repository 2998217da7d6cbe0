"""What every example list of the manual says: measured.toml. A list may leave something out, never say otherwise."""

import tomllib
from datetime import date
from functools import cache
from pathlib import Path

from pipelines.domain.frozen import Frozen

FILE = Path(__file__).with_name("measured.toml")


class Visit(Frozen):
    """One person measured once; a level per domain, in the order of `Measured.domains`."""

    number: int
    moment: int
    day: date
    levels: tuple[int, ...]


class Person(Frozen):
    """Who it is about. `place` and `number_there` tell apart together what `number` tells alone."""

    number: int
    place: str
    number_there: int
    name: str
    citizen_number: str
    born: date
    street: str
    postcode: str


class Measured(Frozen):
    domains: tuple[str, ...]
    visit: tuple[Visit, ...]
    person: tuple[Person, ...]

    def at(self, moment: int) -> list[Visit]:
        return [visit for visit in self.visit if visit.moment == moment]

    def visits_of(self, person: Person) -> list[Visit]:
        return [visit for visit in self.visit if visit.number == person.number]

    def person_of(self, visit: Visit) -> Person:
        return next(person for person in self.person if person.number == visit.number)


@cache
def measured() -> Measured:
    return Measured.model_validate(tomllib.loads(FILE.read_text(encoding="utf-8")))
