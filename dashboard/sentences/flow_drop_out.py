"""Whether those who dropped out started differently, indicator by indicator, in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.language import Words
from dashboard.notation import signed
from dashboard.sentences.lead import drop_out_sentence
from dashboard.sentences.raters import name_with_rater
from dashboard.sentences.values import FEW_PEOPLE
from pipelines.domain.indicator import Direction
from pipelines.domain.outcome import DropOut, Outcome
from pipelines.domain.series import series_of


@dataclass(frozen=True)
class StartDifference:
    """Of one indicator; `difference` is standardised and turned so that plus is: those who dropped out were better off.
    `verdict` is the last part of a key: fine, caution_worse, differs_better …
    """

    name: str
    difference: float
    verdict: str

    def written(self, words: Words) -> str:
        return signed(self.difference, words.language, 2)


def start_differences(
    drop_outs: Sequence[DropOut], outcomes: Sequence[Outcome], words: Words
) -> tuple[StartDifference, ...]:
    """Those that can be compared, the largest difference first."""
    described = {series_of(outcome): outcome for outcome in outcomes}
    raters = {drop_out.rater for drop_out in drop_outs}
    found = [
        _difference(drop_out, described[series_of(drop_out)], raters, words)
        for drop_out in comparable(drop_outs)
        if series_of(drop_out) in described
    ]
    return tuple(sorted(found, key=lambda one: -abs(one.difference)))


def comparable(drop_outs: Sequence[DropOut]) -> list[DropOut]:
    return [one for one in drop_outs if one.difference is not None and one.verdict != "unknown"]


def drop_out_answer(drop_outs: Sequence[DropOut], outcomes: Sequence[Outcome], words: Words) -> list[str]:
    """The sentence, or why there is nothing to compare; and what it means for the outcomes."""
    if not comparable(drop_outs):
        return [_nothing_to_compare(drop_outs, words)]
    return [drop_out_sentence(drop_outs, outcomes, words), _meaning(drop_outs, outcomes, words)]


def drop_out_notes(drop_outs: Sequence[DropOut], words: Words) -> list[str]:
    """Small print: who dropped out, what the number is, where it counts, and what cannot be compared."""
    if not comparable(drop_outs):
        return [words("flow.drop_out.who")]
    n_unknown = len(drop_outs) - len(comparable(drop_outs))
    unknown = words.count("flow.drop_out.unknown", n_unknown) if n_unknown else ""
    return [*(words(f"flow.drop_out.{key}") for key in ("who", "what", "limits")), unknown]


def drop_out_alternative(differences: Sequence[StartDifference], words: Words) -> str:
    told = [
        words("flow.drop_out.row", name=one.name, difference=one.written(words),
              verdict=words(f"flow.drop_out.verdict.{one.verdict}"))
        for one in differences
    ]  # fmt: skip
    return "; ".join(told) + "."


def _difference(drop_out: DropOut, outcome: Outcome, raters: set[str], words: Words) -> StartDifference:
    difference = drop_out.difference or 0.0
    if outcome.direction is Direction.LOWER:
        difference = -difference
    side = "worse" if difference < 0 else "better"
    verdict = drop_out.verdict if drop_out.verdict == "fine" else f"{drop_out.verdict}_{side}"
    return StartDifference(name_with_rater(outcome, raters, words), difference, verdict)


def _nothing_to_compare(drop_outs: Sequence[DropOut], words: Words) -> str:
    if not drop_outs:
        return words("flow.drop_out.nobody_measured")
    n_lost = max(one.n_drop_outs for one in drop_outs)
    if n_lost == 0:
        return words("flow.drop_out.nobody")
    if max(one.n_completers for one in drop_outs) == 0:
        return words("flow.drop_out.nobody_stayed")
    return words.count("flow.drop_out.too_few", n_lost)


def _meaning(drop_outs: Sequence[DropOut], outcomes: Sequence[Outcome], words: Words) -> str:
    """Said only where enough people dropped out and all that differs points the same way."""
    verdicts = {one.verdict for one in start_differences(drop_outs, outcomes, words) if "differs" in one.verdict}
    if len(verdicts) != 1 or max(one.n_drop_outs for one in comparable(drop_outs)) < FEW_PEOPLE:
        return ""
    key = "means_worse" if verdicts == {"differs_worse"} else "means_better"
    return words(f"flow.drop_out.{key}")
