"""Project 1: 48 residents visited at home, ZRM 2017, in the layout of our own template."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from sample_data.making.chance import Chance
from sample_data.making.course import courses_of
from sample_data.making.people import drop_out_weight, enrol, follow_up, leave, start
from sample_data.making.records import ask_recognition, intervene, set_goals
from sample_data.making.sample import Person, Row, Sample, read_profiles
from sample_data.making.scores import measure
from sample_data.making.storytelling import read_stories, tell

SEED = "achter de voordeur 1484"  # one of 1 500 tried: close to the sketch of the main page, drop-outs worse off
REFERENCE_ON = date(2026, 5, 31)
YEAR = timedelta(days=365)

# Who enrolled when, and how many of them what became of.
LONG_ENOUGH_AGO = (date(2024, 9, 9), date(2025, 9, 26))
NOT_YET_DUE = (date(2025, 12, 8), date(2026, 4, 3))
NOT_YET_MEASURED = (date(2026, 5, 18), date(2026, 5, 29))
N_LONG_ENOUGH_AGO, N_NOT_YET_DUE, N_NOT_YET_MEASURED = 43, 3, 2
N_LEFT = 3
N_COUPLES = 3
OVERDUE = 40  # place, in order of enrolment, of the one whose follow-up was forgotten

KINDS = {
    "neighbourhood": {"Rivierenbuurt-Noord": 0.4, "Rivierenbuurt-Zuid": 0.35, "De Kade": 0.25},
    "age_band": {"18-26": 0.1, "27-34": 0.2, "35-49": 0.35, "50-64": 0.22, "65+": 0.13},
    "household_type": {
        "alleenstaand": 0.38, "alleenstaand met kinderen": 0.27, "stel": 0.12, "stel met kinderen": 0.23,
    },
}  # fmt: skip

FACTS: Row = {
    "neighbourhood": "Rivierenbuurt (verzonnen)",
    "target_group": "Huishoudens met problemen op meer dan één leefgebied",
    "approach": "Huisbezoek door één vaste begeleider, met familie en vrijwilligers erbij",
    "aim": "Bewoners krijgen rust in geldzaken en mensen om zich heen, en houden dat zelf vast",
    "rationale": "Eén vertrouwd gezicht maakt dat mensen de post en de telefoon weer aandurven; wie zelf kiest wat "
    "eerst gaat, houdt het vol",
    "started_on": date(2024, 9, 1),
    "instrument": "zrm_2017",
    "follow_up_months": 6,
    "reference_on": REFERENCE_ON,
    "reach_target": 60,
}

RESPONDENTS = {"professional": 11, "participant": 30}
RECOGNISED = {
    "finances": {"professional": 0.82, "participant": 0.75},
    "social_network": {"professional": 0.7, "participant": 0.65},
    "housing": {"professional": 0.55, "participant": 0.4},
    "mental_health": {"professional": 0.6, "participant": 0.5},
}


def make() -> Sample:
    chance = Chance(SEED)
    profiles = read_profiles("achter_de_voordeur")
    people = _people(chance)
    measurements = measure(SEED, people, profiles)
    courses = courses_of(people, profiles, measurements)
    return Sample(
        profiles=profiles,
        facts=FACTS,
        people=people,
        measurements=measurements,
        goals=set_goals(chance, courses),
        interventions=intervene(chance, courses, REFERENCE_ON),
        narratives=tell(chance, read_stories("achter_de_voordeur"), courses, REFERENCE_ON),
        recognition=ask_recognition(chance, RESPONDENTS, RECOGNISED, date(2026, 5, 11)),
    )


def _people(chance: Chance) -> tuple[Person, ...]:
    early = [start(chance, person) for person in _enrol(chance, 101, N_LONG_ENOUGH_AGO, LONG_ENOUGH_AGO)]
    waiting = [start(chance, person) for person in _enrol(chance, 144, N_NOT_YET_DUE, NOT_YET_DUE)]
    new = _enrol(chance, 147, N_NOT_YET_MEASURED, NOT_YET_MEASURED)
    leavers = _draw_leavers(chance, early)
    people = [*(_fate(chance, place, person, leavers) for place, person in enumerate(early)), *waiting, *new]
    return _share_households(people)


def _share_households(people: Sequence[Person]) -> tuple[Person, ...]:
    """A few couples take part with both partners, under one household number."""
    by_home: dict[tuple[str, ...], list[str]] = {}
    for person in people:
        if person.attributes["household_type"].startswith("stel"):
            by_home.setdefault(tuple(person.attributes.values()), []).append(person.number)
    couples = [numbers[:2] for numbers in by_home.values() if len(numbers) > 1][:N_COUPLES]
    households = {number: f"H{place}" for place, couple in enumerate(couples, start=1) for number in couple}
    return tuple(replace(person, household=households.get(person.number)) for person in people)


def _enrol(chance: Chance, first_number: int, n: int, period: tuple[date, date]) -> list[Person]:
    days = sorted(chance.working_day(*period) for _ in range(n))
    return [_grown_up(enrol(chance, str(first_number + place), day, KINDS)) for place, day in enumerate(days)]


def _grown_up(person: Person) -> Person:
    """At 65 and over the children have left home."""
    if person.attributes["age_band"] != "65+":
        return person
    household = person.attributes["household_type"].removesuffix(" met kinderen")
    return replace(person, attributes=person.attributes | {"household_type": household})


def _draw_leavers(chance: Chance, early: Sequence[Person]) -> list[Person]:
    candidates = [person for place, person in enumerate(early) if place != OVERDUE]
    return chance.sample(candidates, N_LEFT, [drop_out_weight(person) for person in candidates])


def _fate(chance: Chance, place: int, person: Person, leavers: Sequence[Person]) -> Person:
    if place == OVERDUE:
        return person
    if person in leavers:
        return leave(chance, person, (30, 140), ("stopped", "moved", "referred"))
    person = follow_up(chance, person)
    if person.measured_on[0] + YEAR + timedelta(days=45) <= REFERENCE_ON and chance.happens(0.75):
        person = follow_up(chance, person)
    return _perhaps_leave(chance, person)


def _perhaps_leave(chance: Chance, person: Person) -> Person:
    left = leave(chance, person, (5, 40), ("goal_reached", "goal_reached", "moved", "other"))
    return left if chance.happens(0.15) and left.left_on <= REFERENCE_ON else replace(person, left_on=None)
