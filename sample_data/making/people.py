"""Who takes part: a common factor, dates of measurement, leaving early more often after a worse start."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from sample_data.making.chance import Chance, next_working_day
from sample_data.making.sample import Person

MONTH_DAYS = 30.44
DROP_OUT_ODDS = 0.12  # odds that somebody with average problems is gone by the next measurement
DROP_OUT_SLOPE = 1.1  # log odds of leaving early per standard deviation of a worse start

Kinds = Mapping[str, Mapping[str, float]]  # attribute → value → share of people


def enrol(chance: Chance, number: str, enrolled_on: date, kinds: Kinds, participation: str = "participant") -> Person:
    attributes = {kind: chance.pick(list(shares), list(shares.values())) for kind, shares in kinds.items()}
    return Person(number, chance.normal(), enrolled_on, participation=participation, attributes=attributes)


def start(chance: Chance, person: Person) -> Person:
    """Measured for the first time, up to three weeks after enrolling."""
    return replace(person, measured_on=(next_working_day(person.enrolled_on + timedelta(days=chance.whole(3, 21))),))


def follow_up(chance: Chance, person: Person, months: int = 6) -> Person:
    """Measured once more, around the day on which it is due."""
    due = len(person.measured_on) * months * MONTH_DAYS + chance.normal(8, 14)
    day = next_working_day(person.measured_on[0] + timedelta(days=round(due)))
    return replace(person, measured_on=(*person.measured_on, day))


def leave(chance: Chance, person: Person, after_days: tuple[int, int], reasons: Sequence[str]) -> Person:
    """Leaves so many days (lowest, highest) after the last measurement."""
    left_on = next_working_day(person.measured_on[-1] + timedelta(days=chance.whole(*after_days)))
    return replace(person, left_on=left_on, exit_reason=chance.pick(reasons))


def drop_out_weight(person: Person) -> float:
    """How likely somebody is to leave early, relative to others: people with more problems more often."""
    return math.exp(-DROP_OUT_SLOPE * person.factor)


def drops_out(chance: Chance, person: Person) -> bool:
    odds = DROP_OUT_ODDS * drop_out_weight(person)
    return chance.happens(odds / (1 + odds))
