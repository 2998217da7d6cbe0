"""How much would have come by itself: people enter at a low point (regression to the mean), in words."""

from collections.abc import Sequence

from dashboard.language import Words
from dashboard.notation import whole
from dashboard.sentences.compared_numbers import change_text
from dashboard.sentences.compared_rows import turned
from dashboard.sentences.values import measured
from pipelines.domain.comparison import RegressionToMean
from pipelines.domain.frozen import Frozen
from pipelines.domain.outcome import Outcome
from pipelines.domain.series import series_of


class Rise(Frozen):
    """What was measured on an indicator beside what was to be expected by itself."""

    outcome: Outcome
    change: float
    expected: float
    cut: float
    source: str

    @property
    def is_more(self) -> bool:
        """Whether people moved further the better way than was to be expected."""
        direction = self.outcome.direction
        return turned(self.change, direction) > turned(self.expected, direction)


def rises(found: Sequence[RegressionToMean], outcomes: Sequence[Outcome]) -> list[Rise]:
    """Of the outcomes of which a reference group is given and that were measured twice."""
    by_series = {series_of(one): one for one in found if one.mean_change is not None}
    return [
        Rise(outcome=outcome, change=one.mean_change, expected=one.expected, cut=one.cut, source=one.source)
        for outcome in outcomes
        if (one := by_series.get(series_of(outcome))) is not None
    ]


def by_itself_sentences(found: Sequence[Rise], has_comparison: bool, words: Words) -> list[str]:
    """The warning, always; and how much the measured change is beside it, where that can be estimated."""
    said = [words("sentences.certainty.regression")]
    if has_comparison:
        said.append(words("compared.by_itself.compared"))
    if len(found) == 1:
        said.append(words("compared.by_itself.more_only", name=words.name(found[0].outcome.indicator_name),
                          **_slots(found[0], words)))  # fmt: skip
    elif found:
        n, total = sum(rise.is_more for rise in found), len(found)
        slots = {"n": whole(n, words.language), "total": whole(total, words.language)}
        said.append(words("compared.by_itself.more", **slots))
    return said


def by_itself_notes(found: Sequence[Rise], words: Words) -> list[str]:
    """The small print: what the estimate rests on, or why there is none."""
    if not found:
        return [words("compared.by_itself.unknown")]
    return [words("compared.by_itself.estimate"), *_sources(found, words)]


def rise_written(rise: Rise, words: Words) -> str:
    return words("compared.by_itself.written", **_slots(rise, words))


def rises_alternative(found: Sequence[Rise], words: Words) -> str:
    said = [
        words("compared.by_itself.alternative", name=words.name(rise.outcome.indicator_name), **_slots(rise, words))
        for rise in found
    ]
    return "; ".join(said) + "."


def _slots(rise: Rise, words: Words) -> dict[str, str]:
    kind = rise.outcome.kind
    return {"change": change_text(rise.change, kind, words), "expected": change_text(rise.expected, kind, words)}


def _sources(found: Sequence[Rise], words: Words) -> list[str]:
    """Where the values come from, once for the indicators that share them."""
    named: dict[tuple[str, str, str], list[str]] = {}
    for rise in found:
        side = words(f"compared.by_itself.{rise.outcome.direction}")
        place = (measured(rise.cut, words), side, rise.source)
        named.setdefault(place, []).append(words.name(rise.outcome.indicator_name))
    return [
        words("compared.by_itself.source", names=words.listing(names), cut=cut, side=side, source=source)
        for (cut, side, source), names in named.items()
    ]
