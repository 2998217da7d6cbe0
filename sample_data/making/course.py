"""How one person fared: the scores from start to last measurement, by life domain."""

from collections.abc import Sequence
from dataclasses import dataclass

from sample_data.making.sample import Measurement, Person, Profile


@dataclass(frozen=True)
class Course:
    person: Person
    profiles: tuple[Profile, ...]
    measurements: tuple[Measurement, ...]

    def ends(self, life_domain: str) -> tuple[float | None, float | None]:
        """Start and last value on the first indicator of the domain."""
        heading = self._profiles_of(life_domain)[0].heading
        return self.measurements[0].values[heading], self.measurements[-1].values[heading]

    def moves(self, life_domain: str) -> list[int | None]:
        """Per indicator of the domain: 1 better, 0 same, -1 worse, None where start or last is missing."""
        return [self._move(profile) for profile in self._profiles_of(life_domain)]

    def level_at_start(self, life_domain: str) -> float:
        """On a common footing: 0 is the worst value of the first indicator, 1 the best. Missing counts as best."""
        profile = self._profiles_of(life_domain)[0]
        value = self.measurements[0].values[profile.heading]
        return 1.0 if value is None else (value - profile.minimum) / (profile.maximum - profile.minimum)

    def _profiles_of(self, life_domain: str) -> list[Profile]:
        return [profile for profile in self.profiles if profile.life_domain == life_domain]

    def _move(self, profile: Profile) -> int | None:
        first, last = (self.measurements[place].values[profile.heading] for place in (0, -1))
        if first is None or last is None or len(self.measurements) < 2:
            return None
        return ((last > first) - (last < first)) * (1 if profile.better == "higher" else -1)


def courses_of(
    people: Sequence[Person], profiles: Sequence[Profile], measurements: Sequence[Measurement]
) -> tuple[Course, ...]:
    """One course for everybody who was measured at least once."""
    by_number: dict[str, list[Measurement]] = {}
    for measurement in measurements:
        by_number.setdefault(measurement.number, []).append(measurement)
    return tuple(
        Course(person, tuple(profiles), tuple(by_number[person.number]))
        for person in people
        if person.number in by_number
    )
