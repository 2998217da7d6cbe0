"""Participants beside the comparison group, in words: how many went forward in both, and how the changes differ."""

from collections import Counter
from collections.abc import Mapping, Sequence

from dashboard.impact.domains import Difference, Measured
from dashboard.impact.parts import Parts
from dashboard.impact.sentences.approximate import about_of, as_sentence
from dashboard.language import Words
from dashboard.notation import number, signed, whole
from dashboard.sentences.values import instrument_name
from pipelines.domain.indicator import Direction, Kind

ALIKE = ("fine", "caution")


def named(measured: Sequence[Measured], words: Words) -> dict[str, Measured]:
    """By the name of the indicator, with its instrument where two would be called the same."""
    often = Counter(words.name(one.indicator.name) for one in measured)
    return {_full_name(one, often, words): one for one in measured}


def with_both_shares(measured: Mapping[str, Measured]) -> dict[str, Measured]:
    """Of whom in both groups it is shown how many went forward."""
    return {name: one for name, one in measured.items() if _share_there(one) is not None and one.share_forward >= 0}


def with_difference(measured: Mapping[str, Measured], kind: Kind) -> dict[str, Measured]:
    return {name: one for name, one in measured.items() if one.difference and one.indicator.kind is kind}


def shares_sentences(measured: Mapping[str, Measured], slack: int, words: Words) -> list[str]:
    """Where both are shown: on how many a larger part of the participants went forward, however the counts were
    rounded, and where the groups lie furthest apart. `slack` is how far a count may lie from what is shown.
    """
    shown = with_both_shares(measured)
    if not shown:
        return [words("impact.compared.no_shares")]
    larger = Counter(_larger(one, slack) for one in shown.values())
    total = whole(len(shown), words.language)
    said = [
        words(f"impact.compared.larger.{which}", n=whole(larger[which], words.language), total=total)
        for which in ("here", "there", "unsure")
        if larger[which]
    ]
    return [" ".join(said), _furthest_apart(shown, words)]


def difference_sentences(measured: Mapping[str, Measured], words: Words) -> list[str]:
    """Difference in differences (method, section 5), one sentence each."""
    found = [_difference(name, one, one.difference, words) for name, one in measured.items() if one.difference]
    return found or [words("impact.compared.no_differences")]


def alike_sentence(measured: Sequence[Measured], words: Words) -> str:
    """On how many indicators both groups were alike at the start; empty without a comparison."""
    judged = [one.indicator.baseline for one in measured if one.indicator.baseline is not None]
    if not judged:
        return ""
    n = sum(verdict in ALIKE for verdict in judged)
    return words("impact.compared.alike", n=whole(n, words.language), total=whole(len(judged), words.language))


def there_sentence(measured: Measured, words: Words) -> str:
    """Under the sentence of one indicator: the comparison group; empty where there is none, or it is hidden."""
    n = measured.there.counts["improved"] if measured.there else None
    if measured.there is None or n is None:
        return ""
    return words("impact.compared.there", n=about_of(n, measured.there.total, words))


def shares_written(one: Measured, words: Words) -> str:
    """Above a track of two dots."""
    return words("impact.compared.written", **_both(one, words))


def shares_alternative(measured: Mapping[str, Measured], words: Words) -> str:
    said = [words("impact.compared.share", name=name, **_both(one, words)) for name, one in measured.items()]
    return "; ".join(said) + "."


def difference_written(found: Difference, words: Words) -> str:
    """The difference with its interval, in the unit of the indicator."""
    if found.low is None or found.high is None:
        return signed(found.value, words.language, 2)
    ends = {"low": number(found.low, words.language, 2), "high": number(found.high, words.language, 2)}
    return words("charts.interval", estimate=f"<b>{signed(found.value, words.language, 2)}</b>", **ends)


def _difference(name: str, one: Measured, found: Difference, words: Words) -> str:
    written = difference_written(found, words).replace("<b>", "**").replace("</b>", "**")
    sign = 1 if one.indicator.direction is Direction.HIGHER else -1
    means = {
        where: signed(sign * mean.change, words.language, 2) if mean.change is not None else ""
        for where, mean in (("here", one.mean), ("there", one.mean_there))
    }
    verdict = words(f"impact.compared.{'clear' if found.is_clear else 'chance'}")
    return f"{as_sentence(words('impact.compared.difference', name=name, written=written, **means))} {verdict}"


def _larger(one: Measured, slack: int) -> str:
    """In which group the share is larger, for every pair of counts that could have been rounded to these."""
    here, there = _share_limits(one.here, slack), _share_limits(one.there, slack) if one.there else (0.0, 1.0)
    return "here" if here[0] > there[1] else "there" if there[0] > here[1] else "unsure"


def _share_limits(parts: Parts, slack: int) -> tuple[float, float]:
    n, total = parts.shown["improved"], parts.total or 0
    return (n - slack) / (total + slack), min((n + slack) / max(total - slack, 1), 1.0)


def _furthest_apart(shown: Mapping[str, Measured], words: Words) -> str:
    name, one = max(shown.items(), key=lambda pair: abs(pair[1].share_forward - (_share_there(pair[1]) or 0.0)))
    return words("impact.compared.furthest", name=name, **_both(one, words))


def _both(one: Measured, words: Words) -> dict[str, str]:
    there = one.there
    n_there = there.counts["improved"] if there else None
    return {
        "here": about_of(one.here.shown["improved"], one.here.total, words),
        "there": about_of(n_there, there.total, words) if there and n_there is not None else "",
    }


def _share_there(one: Measured) -> float | None:
    return one.there.share("improved") if one.there else None


def _full_name(one: Measured, often: Counter[str], words: Words) -> str:
    name = words.name(one.indicator.name)
    return name if often[name] == 1 else f"{name} ({instrument_name(one.indicator.instrument, words)})"
