"""Invented findings for tests of words and charts: an outcome from a list of (start, follow-up) pairs."""

from collections.abc import Sequence
from math import sqrt
from statistics import mean, median, stdev

from pipelines.domain.frozen import Name
from pipelines.domain.indicator import Direction, Kind
from pipelines.domain.outcome import Missing, Outcome, SelfReliance, Share, Transitions

ZRM_LEVELS = {
    1: Name(nl="acute problematiek", en="acute problems"),
    2: Name(nl="niet zelfredzaam", en="not self-sufficient"),
    3: Name(nl="beperkt zelfredzaam", en="barely self-sufficient"),
    4: Name(nl="voldoende zelfredzaam", en="adequately self-sufficient"),
    5: Name(nl="volledig zelfredzaam", en="completely self-sufficient"),
}
FINANCES = Name(nl="Financiën", en="Finances")

Pairs = Sequence[tuple[float, float]]


def wilson(n: int, total: int) -> Share | None:
    if total == 0:
        return None
    z, share = 1.959964, n / total
    centre = (share + z * z / (2 * total)) / (1 + z * z / total)
    half = z * sqrt(share * (1 - share) / total + z * z / (4 * total * total)) / (1 + z * z / total)
    return Share(estimate=share, low=max(0, centre - half), high=min(1, centre + half))


def moved(declined: int, same: int, improved: int) -> Pairs:
    """Pairs on a scale of 1 to 5 of which so many moved each way."""
    return [(3, 2)] * declined + [(3, 3)] * same + [(3, 4)] * improved


def invented_outcome(pairs: Pairs, *, kind: Kind = Kind.LEVEL, direction: Direction = Direction.HIGHER,
                     n_start: int | None = None, **fields: object) -> Outcome:  # fmt: skip
    sign = 1 if direction is Direction.HIGHER else -1
    changes = [last - start for start, last in pairs]
    better = sum(sign * change > 0 for change in changes)
    worse = sum(sign * change < 0 for change in changes)
    n_start = len(pairs) if n_start is None else n_start
    best = {Direction.HIGHER: 5.0, Direction.LOWER: 0.0}[direction] if kind is Kind.LEVEL else None
    eligible = sum(start != best for start, _ in pairs)
    values = {
        "indicator": "finances", "indicator_name": FINANCES, "instrument": "zrm_2017", "rater": "professional",
        "life_domain": "finances", "kind": kind, "direction": direction,
        "level_names": ZRM_LEVELS if kind is Kind.LEVEL else {}, "best": best, "moment": None, "attribute": None,
        "group": None, "n_enrolled": n_start, "n_start": n_start, "n_pairs": len(pairs),
        "missing": Missing(overdue=n_start - len(pairs)), "n_improved": better,
        "n_same": len(pairs) - better - worse, "n_declined": worse, "n_eligible": eligible,
        "share_improved": wilson(better, len(pairs)), "share_improved_of_eligible": wilson(better, eligible),
        "self_reliance": _reliance(pairs) if kind is Kind.LEVEL else None, "problematic": None,
        **_moments([start for start, _ in pairs], "start"), **_moments([last for _, last in pairs], "follow_up"),
        **_change(changes), "median_days": 182.0 if pairs else None, "wilcoxon": None,
        "no_test_reason": "fewer_than_6_changes" if pairs else "no_pairs", "rank_biserial": None, "dz": None,
        "reliable": None, "clinical": None,
        "transitions": None if kind is Kind.AMOUNT or not pairs else _transitions(pairs, kind),
    }  # fmt: skip
    return Outcome.model_validate({**values, **fields})


def _moments(values: Sequence[float], moment: str) -> dict[str, float | None]:
    return {
        f"mean_{moment}": mean(values) if values else None,
        f"sd_{moment}": stdev(values) if len(values) > 1 else None,
        f"median_{moment}": median(values) if values else None,
        f"total_{moment}": sum(values) if values else None,
    }


def _change(changes: Sequence[float]) -> dict[str, float | None]:
    if len(changes) < 2:
        return {"mean_change": changes[0] if changes else None, "sd_change": None,
                "change_low": None, "change_high": None}  # fmt: skip
    half = 2.0 * stdev(changes) / sqrt(len(changes))
    return {"mean_change": mean(changes), "sd_change": stdev(changes),
            "change_low": mean(changes) - half, "change_high": mean(changes) + half}  # fmt: skip


def _reliance(pairs: Pairs) -> SelfReliance:
    return SelfReliance(cut=4, n_start=sum(start >= 4 for start, _ in pairs),
                        n_follow_up=sum(last >= 4 for _, last in pairs))  # fmt: skip


def _transitions(pairs: Pairs, kind: Kind) -> Transitions:
    found = {int(value) for pair in pairs for value in pair}
    levels = {Kind.LEVEL: tuple(ZRM_LEVELS), Kind.YES_NO: (0, 1)}.get(kind) or tuple(sorted(found))
    return Transitions(levels=levels, counts=tuple(
        tuple(sum(pair == (start, last) for pair in pairs) for last in levels) for start in levels))  # fmt: skip
