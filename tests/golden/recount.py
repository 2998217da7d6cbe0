"""The outcomes of a sample project counted again in the plainest way, from what the script invented, not from a file.

Shares nothing with the product but the definitions (method, sections 3 and 4).
"""

from dataclasses import dataclass
from datetime import date
from itertools import product
from statistics import mean, median, stdev

from sample_data.making.sample import Measurement, Person, Profile, Sample

DAYS_IN_MONTH = {1: 31, 2: 28, 3: 31, 4: 30, 5: 31, 6: 30, 7: 31, 8: 31, 9: 30, 10: 31, 11: 30, 12: 31}


@dataclass
class Recount:
    """What is worth recounting of one indicator."""

    n_enrolled: int
    n_start: int
    n_pairs: int
    missing: dict[str, int]
    n_improved: int
    n_same: int
    n_declined: int
    n_eligible: int
    mean_start: float
    mean_follow_up: float
    mean_change: float
    sd_change: float
    median_days: float
    w_plus: float
    w_minus: float
    p: float | None
    transitions: dict[tuple[float, float], int]


def recount(sample: Sample, profile: Profile, participation: str = "participant", moment: int | None = None) -> Recount:
    """Start against the last measured moment (or the one asked), counted on the project's reference date."""
    people = [person for person in sample.people if person.participation == participation]
    scored = [measurement for measurement in sample.measurements if measurement.values[profile.heading] is not None]
    pairs, missing, n_start = [], {"not_due": 0, "overdue": 0, "left": 0, "unusable": 0}, 0
    for person in people:
        measured = [measurement for measurement in scored if measurement.number == person.number]
        if not measured or measured[0].moment != 0:
            continue
        n_start += 1
        follow_ups = [found for found in measured[1:] if moment in (None, found.moment)]
        if follow_ups:
            pairs.append((measured[0], follow_ups[-1]))
        else:
            missing[why_missing(person, measured[0], sample, moment or 1)] += 1
    return _count(len(people), n_start, missing, pairs, profile)


def why_missing(person: Person, start: Measurement, sample: Sample, moment: int) -> str:
    if person.left_on is not None:
        return "left"
    due_on = months_after(start.measured_on, sample.facts["follow_up_months"] * moment)
    return "not_due" if due_on > sample.facts["reference_on"] else "overdue"


def months_after(day: date, months: int) -> date:
    """The same day of the month, or the last one the month has."""
    year, month = day.year + (day.month - 1 + months) // 12, (day.month - 1 + months) % 12 + 1
    last = 29 if month == 2 and year % 4 == 0 else DAYS_IN_MONTH[month]
    return date(year, month, min(day.day, last))


def _count(n_enrolled, n_start, missing, pairs, profile):
    sign = 1 if profile.better == "higher" else -1
    best = profile.maximum if profile.better == "higher" else profile.minimum
    values = [(start.values[profile.heading], last.values[profile.heading]) for start, last in pairs]
    changes = [round(last - start, 9) for start, last in values]
    rises, falls, p = signed_ranks(changes)
    return Recount(
        n_enrolled=n_enrolled,
        n_start=n_start,
        n_pairs=len(pairs),
        missing=missing,
        n_improved=sum(sign * change > 0 for change in changes),
        n_same=changes.count(0),
        n_declined=sum(sign * change < 0 for change in changes),
        n_eligible=sum(start != best for start, _ in values),
        mean_start=mean(start for start, _ in values),
        mean_follow_up=mean(last for _, last in values),
        mean_change=mean(changes),
        sd_change=stdev(changes),
        median_days=median((last.measured_on - start.measured_on).days for start, last in pairs),
        w_plus=rises,
        w_minus=falls,
        p=p,
        transitions={pair: values.count(pair) for pair in values},
    )


def signed_ranks(changes: list[float]) -> tuple[float, float, float | None]:
    """W+, W- and, from 6 to 14 changes, the exact two-sided p by trying out every pattern of signs."""
    sizes = sorted(abs(change) for change in changes if change)
    rank = {size: mean(place + 1 for place, other in enumerate(sizes) if other == size) for size in set(sizes)}
    rises = sum(rank[change] for change in changes if change > 0)
    falls = sum(rank[-change] for change in changes if change < 0)
    if not 6 <= len(sizes) <= 14:
        return rises, falls, None
    ranks = [rank[size] for size in sizes]
    as_far = abs(rises - falls)
    patterns = list(product((1, -1), repeat=len(ranks)))
    far = sum(abs(sum(sign * rank for sign, rank in zip(signs, ranks, strict=True))) >= as_far for signs in patterns)
    return rises, falls, far / len(patterns)
