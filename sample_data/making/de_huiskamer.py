"""Project 3: eight older residents, indicators of their own and the number of professionals; one row per person."""

from datetime import date

from sample_data.making.chance import Chance
from sample_data.making.course import courses_of
from sample_data.making.people import enrol, follow_up, leave, start
from sample_data.making.sample import Person, Row, Sample, read_profiles
from sample_data.making.scores import measure
from sample_data.making.storytelling import read_stories, tell

SEED = "de huiskamer 46"  # the first of 200 in which the stories fit somebody and one person went back
REFERENCE_ON = date(2026, 4, 30)
ENROLLED = (date(2025, 9, 1), date(2025, 10, 3))
N_PEOPLE = 8
LEAVER = 5  # place, in order of enrolment

KINDS = {"age_band": {"65-79": 0.6, "80+": 0.4}}

FACTS: Row = {
    "neighbourhood": "De Lindehof (verzonnen)",
    "target_group": "Ouderen die veel alleen zijn",
    "approach": "Twee middagen per week een open huiskamer, met soep",
    "aim": "Iemand hebben om mee te praten, en minder hulp die elkaar in de weg loopt",
    "started_on": date(2025, 9, 1),
    "follow_up_months": 6,
    "reference_on": REFERENCE_ON,
    "reach_target": 12,
}

INDICATORS: tuple[Row, ...] = (
    {"code": "trust", "name_nl": "Vertrouwen in de buurt", "name_en": "Trust in the neighbourhood",
     "life_domain": "social_network", "kind": "level", "minimum": 1, "maximum": 5, "direction": "higher",
     "self_reliance_cut": 4},
    {"code": "conversations", "name_nl": "Gesprekken per week", "name_en": "Conversations a week",
     "life_domain": "social_network", "kind": "count", "minimum": 0, "maximum": 40, "direction": "higher"},
    {"code": "eats_alone", "name_nl": "Eet meestal alleen", "name_en": "Mostly eats alone",
     "life_domain": "food", "kind": "yes_no", "direction": "lower"},
    {"code": "free_to_spend", "name_nl": "Vrij te besteden per week", "name_en": "Free to spend a week",
     "life_domain": "finances", "kind": "amount", "minimum": 0, "maximum": 500, "direction": "higher"},
)  # fmt: skip


def make() -> Sample:
    chance = Chance(SEED)
    profiles = read_profiles("de_huiskamer")
    people = _people(chance)
    measurements = measure(SEED, people, profiles)
    courses = courses_of(people, profiles, measurements)
    return Sample(
        profiles=profiles,
        facts=FACTS,
        people=people,
        measurements=measurements,
        narratives=tell(chance, read_stories("de_huiskamer"), courses, REFERENCE_ON),
        indicators=INDICATORS,
    )


def _people(chance: Chance) -> tuple[Person, ...]:
    days = sorted(chance.working_day(*ENROLLED) for _ in range(N_PEOPLE))
    people = [start(chance, enrol(chance, f"H{place + 1}", day, KINDS)) for place, day in enumerate(days)]
    return tuple(
        leave(chance, person, (30, 80), ("moved",)) if place == LEAVER else follow_up(chance, person)
        for place, person in enumerate(people)
    )
