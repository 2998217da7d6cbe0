"""Project 2: 130 residents, of whom 44 on the waiting list; ZRM 2013 and participation ladder, three moments."""

from datetime import date

from sample_data.making.chance import Chance
from sample_data.making.course import courses_of
from sample_data.making.people import drops_out, enrol, follow_up, leave, start
from sample_data.making.records import ask_recognition, intervene, set_goals
from sample_data.making.sample import Person, Row, Sample, read_profiles
from sample_data.making.scores import measure
from sample_data.making.storytelling import read_stories, tell

SEED = "samen sterk 9"
REFERENCE_ON = date(2026, 6, 30)
ENROLLED = (date(2024, 2, 5), date(2025, 4, 25))
N_PEOPLE = 130
SHARE_PARTICIPANTS = 0.66
SHARE_KNOWN_TO_HAVE_LEFT = 0.7  # of those who drop out; the others are simply not measured again
N_INTERVENTIONS_OF = 40  # only the first so many participants: later on the list was no longer kept

KINDS = {
    "neighbourhood": {"Oosterveld": 0.45, "De Munt": 0.3, "Havendorp": 0.25},
    "age_band": {"18-26": 0.12, "27-34": 0.22, "35-49": 0.36, "50-64": 0.25, "65+": 0.05},
}
APPROACHES = {"groep": 0.6, "groep en maatje": 0.4}

FACTS: Row = {
    "neighbourhood": "Oosterveld en omgeving (verzonnen)",
    "target_group": "Bewoners zonder werk of dagbesteding",
    "approach": "Een vaste groep, voor wie wil met een maatje; wie moet wachten is vergelijkingsgroep",
    "aim": "Meedoen in de buurt, op een manier die blijft",
    "rationale": "Wie elke week ergens verwacht wordt, krijgt ritme en mensen om zich heen; een maatje helpt over de "
    "drempel",
    "started_on": date(2024, 2, 1),
    "instrument": "zrm_2013; participation_ladder",
    "follow_up_months": 6,
    "reference_on": REFERENCE_ON,
    "reach_target": 90,
}


RESPONDENTS = {"professional": 9, "participant": 26}
# Professionals see more change than the residents themselves do.
RECOGNISED = {
    "community_participation": {"professional": 0.85, "participant": 0.45},
    "social_network": {"professional": 0.7, "participant": 0.65},
    "finances": {"professional": 0.3, "participant": 0.35},
}


def make() -> Sample:
    chance = Chance(SEED)
    profiles = read_profiles("samen_sterk")
    people = _people(chance)
    measurements = measure(SEED, people, profiles)
    courses = courses_of(people, profiles, measurements)
    participants = [course for course in courses if course.person.participation == "participant"]
    return Sample(
        profiles=profiles,
        facts=FACTS,
        people=people,
        measurements=measurements,
        goals=set_goals(Chance(f"{SEED} goals"), participants),
        interventions=intervene(chance, participants[:N_INTERVENTIONS_OF], REFERENCE_ON),
        narratives=tell(chance, read_stories("samen_sterk"), courses, REFERENCE_ON),
        recognition=ask_recognition(Chance(f"{SEED} recognition"), RESPONDENTS, RECOGNISED, date(2026, 6, 8)),
    )


def _people(chance: Chance) -> tuple[Person, ...]:
    days = sorted(chance.working_day(*ENROLLED) for _ in range(N_PEOPLE))
    in_project = chance.sample(range(N_PEOPLE), round(SHARE_PARTICIPANTS * N_PEOPLE))
    return tuple(_person(chance, place, day, place in in_project) for place, day in enumerate(days))


def _person(chance: Chance, place: int, enrolled_on: date, in_project: bool) -> Person:
    kinds = {**KINDS, "approach": APPROACHES} if in_project else KINDS
    participation = "participant" if in_project else "comparison"
    person = start(chance, enrol(chance, f"S{place + 1:03}", enrolled_on, kinds, participation))
    for _ in range(2):
        if drops_out(chance, person):
            known = chance.happens(SHARE_KNOWN_TO_HAVE_LEFT)
            return leave(chance, person, (20, 150), ("stopped", "stopped", "moved", "referred")) if known else person
        person = follow_up(chance, person)
    return person
