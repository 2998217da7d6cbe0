"""What holds across projects, in words: clear or not, how far the projects differ, and what a next one may expect."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.language import Words
from dashboard.notation import number, signed, whole
from dashboard.sentences.lead import CLEAR_P
from dashboard.sentences.portfolio_domains import measured_how
from pipelines.domain.indicator import Kind
from pipelines.editions.across import Across, Found
from pipelines.statistics.pooling import Pooled

FEWEST_TO_BE_SURE = 3
# Euros and other large numbers need no decimals.
LARGE = 10


@dataclass(frozen=True)
class Looked:
    """A difference across projects, and its p after correction for everything that was looked at."""

    across: Across
    p: float

    @property
    def is_clear(self) -> bool:
        return self.p < CLEAR_P


def looked_sentence(looked: Looked, words: Words) -> str:
    """One difference: whether it is clear, how large, how sure, and how far the projects differ in it."""
    said = _group_sentence(looked, words) if looked.across.group else _comparison_sentence(looked, words)
    return " ".join(filter(None, [said, _disagreement(looked.across, words), _expected(looked.across, words)]))


def found_written(one: Found, across: Across, words: Words) -> str:
    """What stands above the dot of one project."""
    sizes = {"n": whole(one.n, words.language), "n_others": whole(one.n_others, words.language)}
    if across.group:
        return words(
            "portfolio.across.group.written", said=_in_100(one.value, words), **_ends(one, across, words), **sizes
        )
    return words("portfolio.across.comparison.written", value=written(one.value, across, words),
                 **_ends(one, across, words), **sizes)  # fmt: skip


def pooled_written(across: Across, words: Words) -> str:
    """What stands above the diamond."""
    pooled = across.pooled
    if across.group:
        said = _in_100(pooled.value, words)
        return words("portfolio.across.group.together", said=said, **_ends(pooled, across, words))
    unit = _unit(across, words)
    return f"{written(pooled.value, across, words)} {unit} ({_interval(across, words)})"


def looked_alternative(looked: Looked, words: Words) -> str:
    across = looked.across
    projects = [f"{one.project}: {found_written(one, across, words)}" for one in across.found]
    return "; ".join([*projects, f"{words('portfolio.across.together')}: {pooled_written(across, words)}"]) + "."


def notes(shown: Sequence[Across], words: Words) -> list[str]:
    """The small print under what is pooled."""
    has_two = any(across.pooled.k < FEWEST_TO_BE_SURE for across in shown)
    has_groups = any(across.group for across in shown)
    differ = any(len({one.target_group for one in across.found}) > 1 for across in shown)
    return [
        words("portfolio.across.only_two") if has_two else "",
        words("portfolio.across.target_groups") if differ else "",
        words("portfolio.across.group.not_the_cause") if has_groups else "",
        words("portfolio.across.reading"),
        words("portfolio.across.clearly"),
        words("portfolio.across.model"),
        words("portfolio.across.group.rounding") if has_groups else "",
    ]


def measure_name(across: Across, words: Words) -> str:
    """What was measured, and how: the choice between measures."""
    kind = measured_how(across.found[0].project, across.indicator, across.moment, words)
    return f"{words.name(across.indicator.name)} · {kind}"


def counter_sentences(n: int, words: Words) -> list[str]:
    return [words.count("portfolio.across.counter.looked", n), words("portfolio.across.counter.why")]


def written(value: float, across: Across, words: Words, *, with_sign: bool = True) -> str:
    """A difference in the unit of the indicator; of a group, and of yes and no, in people of every 100."""
    if across.group or across.indicator.kind is Kind.YES_NO:
        value, decimals = value * 100, 0
    else:
        decimals = 2 if abs(value) < LARGE else 0
    return (signed if with_sign else number)(value, words.language, decimals)


def _comparison_sentence(looked: Looked, words: Words) -> str:
    across, pooled = looked.across, looked.across.pooled
    slots = {"what": words.name(across.indicator.name), "k": whole(pooled.k, words.language),
             "unit": _unit(across, words), "interval": _interval(across, words)}  # fmt: skip
    if not looked.is_clear:
        value = written(pooled.value, across, words)
        return words("portfolio.across.comparison.unclear", value=value, **slots)
    way = "better" if pooled.value > 0 else "worse"
    value = written(abs(pooled.value), across, words, with_sign=False)
    return words(f"portfolio.across.comparison.clear.{way}", value=value, **slots)


def _group_sentence(looked: Looked, words: Words) -> str:
    across, pooled = looked.across, looked.across.pooled
    slots = {"group": across.group, "k": whole(pooled.k, words.language), "interval": _interval(across, words)}
    if not looked.is_clear:
        return words("portfolio.across.group.unclear", said=_in_100(pooled.value, words), **slots)
    way = "more" if pooled.value > 0 else "less"
    n = written(abs(pooled.value), across, words, with_sign=False)
    return words(f"portfolio.across.group.clear.{way}", n=n, **slots)


def _disagreement(across: Across, words: Words) -> str:
    """Two projects that seem alike may be so by chance."""
    found = across.pooled.disagreement
    is_unknown = found == "little" and across.pooled.k < FEWEST_TO_BE_SURE
    return words(f"portfolio.across.disagreement.{'unknown' if is_unknown else found}")


def _expected(across: Across, words: Words) -> str:
    if across.pooled.expected is None:
        return ""
    low, high = (_end(end, across, words) for end in across.pooled.expected)
    return words("portfolio.across.expected", low=low, high=high)


def _interval(across: Across, words: Words) -> str:
    return words("portfolio.across.interval", **_ends(across.pooled, across, words))


def _ends(one: Found | Pooled, across: Across, words: Words) -> dict[str, str]:
    return {"low": _end(one.low, across, words), "high": _end(one.high, across, words)}


def _end(value: float, across: Across, words: Words) -> str:
    """The end of an interval. No more than 100 of every 100 people can differ."""
    if across.group:
        return _in_100(min(max(value, -1.0), 1.0), words)
    return written(value, across, words)


def _in_100(value: float, words: Words) -> str:
    n = round(abs(value) * 100)
    if n == 0:
        return words("portfolio.across.group.as_many")
    key = "more" if value > 0 else "fewer"
    return words(f"portfolio.across.group.{key}", n=whole(n, words.language))


def _unit(across: Across, words: Words) -> str:
    return words(f"portfolio.across.comparison.unit.{across.indicator.kind}")
