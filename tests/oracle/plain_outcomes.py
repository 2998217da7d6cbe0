"""The method in plain Python, one person and one value at a time: what the SQL and the counts are held against.

Nothing here is shared with the product, slow is fine, and the statistics are those of scipy and of the standard
library; the exact test goes through every assignment of signs.
"""

import calendar
import math
import statistics
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product

import scipy.stats

from tests.oracle.registrations import INSTRUMENTS, RATERS, Listed, Observed, OneImport

AT_LEAST_FOR_A_TEST = 6


@dataclass(frozen=True)
class Standing:
    """What stands after all imports."""

    observed: dict[tuple, Observed]
    people: dict[int, Listed]
    attributes: dict[tuple[int, str], str]
    follow_up_months: int


def what_stands(history: Sequence[OneImport]) -> Standing:
    observed, people, attributes, months = {}, {}, {}, 6
    for one in history:
        observed |= {row.key: row for row in one.observed}
        people |= {person.person: person for person in one.listed}
        attributes |= {
            (person.person, name): value for person in one.listed for name, value in person.attributes.items()
        }
        months = one.follow_up_months or months
    for row in observed.values():
        people.setdefault(row.person, Listed(row.person, "participant", None, {}))
    return Standing(observed, people, attributes, months)


def groups_of(standing: Standing, attribute: str | None) -> dict[str | None, set[int]]:
    participants = {person for person, listed in standing.people.items() if listed.participation == "participant"}
    if attribute is None:
        return {None: participants}
    if attribute == "group":
        everybody = {name: {p for p, one in standing.people.items() if one.participation == name}
                     for name in ("comparison", "participant")}  # fmt: skip
        return {name: people for name, people in everybody.items() if people}
    values = sorted({value for (person, name), value in standing.attributes.items()
                     if name == attribute and person in participants})  # fmt: skip
    return {value: {p for p in participants if standing.attributes.get((p, attribute)) == value} for value in values}


def follow_up_of(standing: Standing, start: Observed, moment: int | None) -> Observed | None:
    same = [row for row in standing.observed.values()
            if row.key[:3] == start.key[:3] and row.rater == start.rater and row.moment > 0
            and moment in (None, row.moment)]  # fmt: skip
    return max(same, key=lambda row: row.moment, default=None)


def is_after(follow_up: Observed, start: Observed) -> bool:
    if follow_up.measured_on is None or start.measured_on is None:
        return True
    return follow_up.measured_on > start.measured_on


def fate_of(standing: Standing, start: Observed, moment: int | None, as_of: date) -> str:
    """pair, unusable, left, not_due or overdue."""
    follow_up = follow_up_of(standing, start, moment)
    if follow_up:
        return "pair" if is_after(follow_up, start) else "unusable"
    if any(is_the_same_otherwise_measured(row, start) for row in standing.observed.values()
           if row.person == start.person and row.moment > 0 and moment in (None, row.moment)):  # fmt: skip
        return "unusable"
    if standing.people[start.person].left_on:
        return "left"
    if start.measured_on is None:
        return "overdue"
    due = months_later(start.measured_on, standing.follow_up_months * (moment or 1))
    return "not_due" if due > as_of else "overdue"


def is_the_same_otherwise_measured(row: Observed, start: Observed) -> bool:
    family = {set_.id: set_.family for set_ in INSTRUMENTS}
    if row.instrument == start.instrument:
        return row.indicator == start.indicator and row.rater != start.rater
    return family[row.instrument] == family[start.instrument]


def months_later(day: date, months: int) -> date:
    year, month = divmod(day.month - 1 + months, 12)
    year += day.year
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def plain_outcomes(
    history: Sequence[OneImport], moment: int | None, attribute: str | None, as_of: date
) -> list[dict[str, object]]:
    standing = what_stands(history)
    groups = groups_of(standing, attribute)
    outcomes = []
    for set_ in INSTRUMENTS:
        for indicator in set_.indicators:
            for rater in RATERS:
                starts = [
                    row for row in standing.observed.values() if row.key[1:] == (set_.id, indicator.code, 0, rater)
                ]
                if any(start.person in people for start in starts for people in groups.values()):
                    for group, people in groups.items():
                        inside = [start for start in starts if start.person in people]
                        outcome = plain_outcome(standing, indicator, inside, moment, as_of)
                        outcomes.append({
                            "instrument": set_.id, "indicator": indicator.code, "rater": rater, "group": group,
                            "n_enrolled": len(people), **outcome,
                        })  # fmt: skip
    adjust_together(outcomes)
    return outcomes


def plain_outcome(standing, indicator, starts, moment, as_of) -> dict[str, object]:
    fates = Counter(fate_of(standing, start, moment, as_of) for start in starts)
    pairs = [(start, follow_up_of(standing, start, moment)) for start in starts
             if fate_of(standing, start, moment, as_of) == "pair"]  # fmt: skip
    before = [start.value for start, _ in pairs]
    after = [follow_up.value for _, follow_up in pairs]
    change = [round(b - a, 9) for a, b in zip(before, after, strict=True)]
    gain = change if indicator.direction == "higher" else [-c for c in change]
    days = [
        (last.measured_on - start.measured_on).days for start, last in pairs if last.measured_on and start.measured_on
    ]
    n_improved = sum(g > 0 for g in gain)
    n_eligible = sum(can_improve(indicator, value) for value in before)
    return {
        "n_start": len(starts),
        "n_pairs": len(pairs),
        "missing": {reason: fates[reason] for reason in ("not_due", "overdue", "left", "unusable")},
        "n_improved": n_improved,
        "n_same": sum(g == 0 for g in gain),
        "n_declined": sum(g < 0 for g in gain),
        "n_eligible": n_eligible,
        "share_improved": wilson(n_improved, len(pairs)),
        "share_improved_of_eligible": wilson(n_improved, n_eligible),
        "median_days": statistics.median(days) if days else None,
        **spread("start", before),
        **spread("follow_up", after),
        **change_of(change),
        **test_of(change),
        "reliable": reliable(indicator, before, gain),
        "clinical": clinical(indicator, before, after, gain),
        "self_reliance": at_cut(indicator.self_reliance_cut, before, after, lambda value, cut: value >= cut),
        "problematic": at_cut(indicator.problem_cut, before, after, lambda value, cut: value <= cut),
        "transitions": transitions(indicator, before, after),
    }


def can_improve(indicator, value: float) -> bool:
    best = {"mood": 5, "money": 5, "helpers": 0, "has_work": 1, "debt": None}[indicator.code]
    return best is None or value != best


def wilson(n: int, total: int) -> tuple[float, float, float] | None:
    if total == 0:
        return None
    interval = scipy.stats.binomtest(n, total).proportion_ci(method="wilson")
    return n / total, interval.low, interval.high


def spread(when: str, values: list[float]) -> dict[str, float | None]:
    return {
        f"mean_{when}": statistics.fmean(values) if values else None,
        f"sd_{when}": statistics.stdev(values) if len(values) > 1 else None,
        f"median_{when}": statistics.median(values) if values else None,
    }


def change_of(change: list[float]) -> dict[str, float | None]:
    if not change:
        return dict.fromkeys(("mean_change", "sd_change", "change_low", "change_high", "dz"))
    mean = statistics.fmean(change)
    if len(change) == 1:
        return {"mean_change": mean, "sd_change": None, "change_low": None, "change_high": None, "dz": None}
    sd = statistics.stdev(change)
    half = scipy.stats.t.ppf(0.975, len(change) - 1) * sd / math.sqrt(len(change))
    return {
        "mean_change": mean, "sd_change": sd, "change_low": mean - half, "change_high": mean + half,
        "dz": mean / sd if sd else None,
    }  # fmt: skip


def test_of(change: list[float]) -> dict[str, object]:
    nonzero = [c for c in change if c]
    ranks = list(scipy.stats.rankdata([abs(c) for c in nonzero])) if nonzero else []
    w_plus = math.fsum(rank for rank, c in zip(ranks, nonzero, strict=True) if c > 0)
    w_minus = math.fsum(rank for rank, c in zip(ranks, nonzero, strict=True) if c < 0)
    tested = len(nonzero) >= AT_LEAST_FOR_A_TEST
    reason = None if tested else "fewer_than_6_changes" if change else "no_pairs"
    return {
        "rank_biserial": (w_plus - w_minus) / (w_plus + w_minus) if nonzero else None,
        "no_test_reason": reason,
        "wilcoxon": {"w_plus": w_plus, "w_minus": w_minus, "n_nonzero": len(nonzero), "p": enumerated_p(ranks, w_plus)}
        if tested
        else None,
    }


def enumerated_p(ranks: Sequence[float], w_plus: float) -> float:
    """Two-sided: how often a sum of ranks with random signs lies as far from its middle as the observed one."""
    middle = sum(ranks) / 2
    sums = [math.fsum(rank for rank, up in zip(ranks, signs, strict=True) if up)
            for signs in product((0, 1), repeat=len(ranks))]  # fmt: skip
    return sum(abs(total - middle) >= abs(w_plus - middle) - 1e-9 for total in sums) / len(sums)


def reliable(indicator, before: list[float], gain: list[float]) -> tuple[float, int, int, int] | None:
    if indicator.reliability is None or len(before) < 2 or statistics.stdev(before) == 0:
        return None
    threshold = 1.96 * math.sqrt(2) * statistics.stdev(before) * math.sqrt(1 - indicator.reliability)
    n_better, n_worse = sum(g > threshold for g in gain), sum(g < -threshold for g in gain)
    return threshold, n_better, len(gain) - n_better - n_worse, n_worse


def clinical(indicator, before: list[float], after: list[float], gain: list[float]) -> tuple | None:
    """Cut-off, recovered, improved, unchanged, deteriorated, harmed; higher is better where there is a norm."""
    counted = reliable(indicator, before, gain)
    if counted is None or indicator.norm is None:
        return None
    threshold, *_ = counted
    mean, sd = statistics.fmean(before), statistics.stdev(before)
    cut = (indicator.norm.sd * mean + sd * indicator.norm.mean) / (indicator.norm.sd + sd)
    fates = Counter()
    for a, b, g in zip(before, after, gain, strict=True):
        if abs(g) <= threshold:
            fates["unchanged"] += 1
        elif g > 0:
            fates["recovered" if a <= cut < b else "improved"] += 1
        else:
            fates["harmed" if b <= cut < a else "deteriorated"] += 1
    return (cut, *(fates[name] for name in ("recovered", "improved", "unchanged", "deteriorated", "harmed")))


def at_cut(cut: float | None, before: list[float], after: list[float], reaches) -> tuple[float, int, int] | None:
    if cut is None:
        return None
    return cut, sum(reaches(value, cut) for value in before), sum(reaches(value, cut) for value in after)


def transitions(indicator, before: list[float], after: list[float]) -> dict[tuple[int, int], int] | None:
    """Only the moves that occur, by (start, follow-up)."""
    return None if indicator.kind == "amount" else dict(Counter(zip(before, after, strict=True)))


def adjust_together(outcomes: list[dict]) -> None:
    """Holm by its definition: the largest of (m − j + 1) · p(j) over all smaller or equal p."""
    tested = [outcome["wilcoxon"] for outcome in outcomes if outcome["wilcoxon"]]
    in_order = sorted(test["p"] for test in tested)
    for test in tested:
        rank = in_order.index(test["p"])
        test["p_holm"] = min(1.0, max((len(in_order) - j) * in_order[j] for j in range(rank + 1)))
