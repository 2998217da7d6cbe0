"""The figures of groups beside all others, cell by cell."""

from collections.abc import Sequence

from dashboard.language import Words
from dashboard.notation import p_value, signed, whole
from dashboard.sentences.for_whom import Group, with_pairs
from dashboard.sentences.values import FEW_PEOPLE
from pipelines.domain.comparison import Difference
from pipelines.domain.indicator import Direction, Kind
from pipelines.domain.outcome import Outcome

NOTHING = "–"


def table_headings(outcome: Outcome, words: Words) -> list[str]:
    forward = "forward" if outcome.kind is Kind.LEVEL else "better"
    mean = "mean" if outcome.direction is Direction.HIGHER else "mean_lower"
    keys = ["group", "n", forward, "others", "share", *([mean] if _has_mean(outcome.kind) else []), "p"]
    return [words(f"for_whom.table.heading.{key}") for key in keys]


def table_rows(groups: Sequence[Group], words: Words) -> list[list[str]]:
    """A row per group with somebody measured again."""
    return [_row(group, words) for group in with_pairs(groups)]


def _has_mean(kind: Kind) -> bool:
    """The mean of yes and no is the share once more."""
    return kind is not Kind.YES_NO


def _row(group: Group, words: Words) -> list[str]:
    one = group.difference
    others = words("for_whom.groups.others", n=whole(one.n_others_improved, words.language),
                   total=whole(one.n_others, words.language))  # fmt: skip
    mean = [_mean_difference(one.against, words)] if _has_mean(one.kind) else []
    return [
        group.name, _people(one.n_pairs, words), whole(one.n_improved, words.language), others,
        _share_difference(one.against, words), *mean, _p(group.p, words),
    ]  # fmt: skip


def _people(n: int, words: Words) -> str:
    written = whole(n, words.language)
    return words("for_whom.table.few", n=written) if n < FEW_PEOPLE else written


def _p(p: float | None, words: Words) -> str:
    return NOTHING if p is None else p_value(p, words.language).removeprefix("= ")


def _share_difference(against: Difference, words: Words) -> str:
    """In percentage points."""
    shares = (against.share_difference, against.share_low, against.share_high)
    difference, low, high = (None if share is None else share * 100 for share in shares)
    return _estimate(difference, low, high, words, decimals=0)


def _mean_difference(against: Difference, words: Words) -> str:
    decimals = 2 if abs(against.difference or 0) < 10 else 0
    return _estimate(against.difference, against.low, against.high, words, decimals=decimals)


def _estimate(value: float | None, low: float | None, high: float | None, words: Words, *, decimals: int) -> str:
    """With its interval where there is one."""
    if value is None:
        return NOTHING
    estimate = signed(value, words.language, decimals)
    if low is None or high is None:
        return estimate
    ends = {"low": signed(low, words.language, decimals), "high": signed(high, words.language, decimals)}
    return words("for_whom.table.interval", estimate=estimate, **ends)
