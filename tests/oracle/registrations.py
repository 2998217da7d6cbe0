"""Random registrations, small and nasty: two versions of one instrument, two raters, gaps, odd dates, corrections."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from hypothesis import strategies as st

from pipelines.domain.indicator import Direction, Kind
from tests.spec.tables import indicator, instrument

FIRST_DAY = date(2025, 1, 1)
RATERS = ("professional", "participant", "unstated")

OLD = instrument("scale_old", indicator("mood", self_reliance_cut=4, problem_cut=2), indicator("money"), family="scale")
NEW = instrument(
    "scale_new",
    indicator("mood", reliability=0.8, reliability_source="invented", norm={"mean": 4, "sd": 1, "source": "invented"}),
    indicator("helpers", kind=Kind.COUNT, direction=Direction.LOWER, minimum=0, maximum=None),
    family="scale",
)
OTHER = instrument(
    "other",
    indicator("has_work", kind=Kind.YES_NO, minimum=0, maximum=1),
    indicator("debt", kind=Kind.AMOUNT, direction=Direction.LOWER, minimum=None, maximum=None),
    family="other",
)
INSTRUMENTS = (OLD, NEW, OTHER)
MEASURED = tuple((set_, indicator) for set_ in INSTRUMENTS for indicator in set_.indicators)


@dataclass(frozen=True)
class Observed:
    person: int
    instrument: str
    indicator: str
    moment: int
    rater: str
    measured_on: date | None
    value: float

    @property
    def key(self) -> tuple:
        return self.person, self.instrument, self.indicator, self.moment, self.rater


@dataclass(frozen=True)
class Listed:
    person: int
    participation: str
    left_on: date | None
    attributes: dict[str, str]


@dataclass(frozen=True)
class OneImport:
    observed: list[Observed]
    listed: list[Listed]
    follow_up_months: int | None


days = st.integers(0, 700).map(lambda n: FIRST_DAY + timedelta(days=n))


def random_import(chance: Random, n_people: int, n_measured: int) -> OneImport:
    """Hypothesis chooses the sizes, so that a failure shrinks; chance fills them in evenly."""
    measured = chance.sample(MEASURED, n_measured)
    listed = [random_listed(chance, person) for person in range(1, n_people + 3) if chance.random() < 0.6]
    courses = [
        random_course(chance, person, set_, indicator, rater)
        for person in range(1, n_people + 1)
        for set_, indicator in measured
        for rater in chance.choices(RATERS, weights=(25, 1, 1))
    ]
    months = chance.choice([None, 1, 3, 6, 12])
    return OneImport([row for course in courses for row in course], listed, months)


def random_course(chance: Random, person: int, set_, indicator, rater: str) -> list[Observed]:
    moments = chance.choice([*[(0, 1)] * 8, (0, 1, 2), (0, 2), (0, 1, 3), (0,), (0,), (1,), (1, 2)])
    return [
        Observed(
            person, set_.id, indicator.code, moment, rater, random_day(chance, moment), random_value(chance, indicator)
        )
        for moment in moments
    ]


def random_day(chance: Random, moment: int) -> date | None:
    """Mostly in the order of the moments; now and then on the first day of all, or unknown."""
    in_order = FIRST_DAY + timedelta(days=150 * moment + chance.randrange(30))
    return chance.choices([in_order, FIRST_DAY, None], weights=(20, 1, 1))[0]


def random_value(chance: Random, indicator) -> float:
    """Amounts in cents, everything else in whole numbers."""
    if indicator.kind is Kind.AMOUNT:
        return chance.choice([0.1, 0.2, 0.3, 0.7, 99.99, 100.1, -5.0])
    highest = {Kind.LEVEL: 5, Kind.YES_NO: 1, Kind.COUNT: 12}[indicator.kind]
    return float(chance.randint(int(indicator.minimum), highest))


def random_listed(chance: Random, person: int) -> Listed:
    return Listed(
        person=person,
        participation=chance.choices(["participant", "comparison"], weights=(9, 1))[0],
        left_on=chance.choices([None, FIRST_DAY + timedelta(days=200)], weights=(3, 1))[0],
        attributes={name: chance.choice("ab") for name in ("area", "age") if chance.random() < 0.7},
    )


histories = st.builds(
    lambda chance, n_people, n_measured, n_imports: [
        random_import(chance, n_people, n_measured) for _ in range(n_imports)
    ],
    st.integers(0, 2**32).map(Random),
    n_people=st.sampled_from([2, 8, 14, 14, 14, 14]),
    n_measured=st.sampled_from([1, 2, 4, len(MEASURED)]),
    n_imports=st.sampled_from([1, 2]),
)
