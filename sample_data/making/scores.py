"""From people to measurements: correlated domains, people who differ, a low point at the start, a ceiling."""

from collections.abc import Iterable, Sequence

from sample_data.making.chance import Chance
from sample_data.making.sample import Measurement, Person, Profile

COMMON_SHARE = 0.6  # correlation of a domain with what all domains of one life have in common
LOW_POINT = 0.15  # people enrol when things are worse than usual: this part comes back by itself, project or not
OCCASION_SD = 0.2  # good and bad days, and the rater's own
GROWTH = (0.0, 1.0, 1.25)  # how much of the gain is there at moment 0, 1 and 2


def measure(seed: str, people: Iterable[Person], profiles: Sequence[Profile]) -> tuple[Measurement, ...]:
    """All measurements of a project, by person and then by moment."""
    return tuple(measurement for person in people for measurement in _measure_person(seed, person, profiles))


def _measure_person(seed: str, person: Person, profiles: Sequence[Profile]) -> list[Measurement]:
    courses = {
        profile.heading: _course(Chance(f"{seed} {person.number} {profile.heading}"), person, profile)
        for profile in profiles
    }
    return [
        Measurement(person.number, moment, day, {heading: course[moment] for heading, course in courses.items()})
        for moment, day in enumerate(person.measured_on)
    ]


def _course(chance: Chance, person: Person, profile: Profile) -> list[float | None]:
    """One person's values on one indicator, moment by moment."""
    own = chance.normal(sd=(1 - COMMON_SHARE**2) ** 0.5)
    usual = profile.mean + profile.spread * (COMMON_SHARE * person.factor + own)
    gain = profile.gain if person.participation == "participant" else 0.0
    growth = chance.normal(gain, profile.vary)
    return [_value(chance, profile, usual, growth, moment) for moment in range(len(GROWTH))]


def _value(chance: Chance, profile: Profile, usual: float, growth: float, moment: int) -> float | None:
    low_point = LOW_POINT * profile.spread if moment == 0 else 0.0
    state = usual - low_point + GROWTH[moment] * growth + chance.normal(sd=OCCASION_SD * profile.step)
    value = float(min(max(round(state / profile.step) * profile.step, profile.minimum), profile.maximum))
    return None if chance.happens(profile.unscored) else value
