"""How sure we are, in words: the estimate, the test, measurement error, time, drop-out and what else may explain it."""

from dashboard.language import Words
from dashboard.notation import number, p_value, percentage, signed, whole
from dashboard.sentences.context import share_slots
from dashboard.sentences.lead import is_clear
from dashboard.sentences.values import last_moment, measured
from pipelines.domain.indicator import Direction, Kind
from pipelines.domain.outcome import DropOut, Outcome, Participation, SelfReliance

DAYS_PER_MONTH = 30.44
FEW_DAYS = 45


def design_sentences(participation: Participation, words: Words) -> list[str]:
    """What a start and a follow-up can and cannot say."""
    if participation.n_comparison:
        n = whole(participation.n_comparison, words.language)
        return [words("sentences.certainty.compared", n=n), words("sentences.certainty.regression")]
    return [words("sentences.certainty.indication"), words("sentences.certainty.regression")]


def estimate_sentence(outcome: Outcome, words: Words) -> str:
    if outcome.share_improved is None:
        return ""
    n, total = whole(outcome.n_improved, words.language), whole(outcome.n_pairs, words.language)
    return words("sentences.certainty.share", n=n, total=total, **share_slots(outcome.share_improved, words))


def eligible_sentence(outcome: Outcome, words: Words) -> str:
    """How many could still improve; empty where the scale has no best value."""
    if outcome.best is None or outcome.n_pairs == 0:
        return ""
    if outcome.n_eligible == outcome.n_pairs:
        return words("sentences.certainty.all_eligible")
    if outcome.share_improved_of_eligible is None:
        return words("sentences.certainty.none_eligible")
    numbers = {"eligible": outcome.n_eligible, "pairs": outcome.n_pairs, "n": outcome.n_improved}
    written = {key: whole(n, words.language) for key, n in numbers.items()}
    return words("sentences.certainty.eligible", **written, **share_slots(outcome.share_improved_of_eligible, words))


def chance_sentences(outcome: Outcome, n_tests: int, words: Words) -> list[str]:
    """The test in words, its figures, and the effect size; `n_tests` were corrected for together."""
    test = outcome.wilcoxon
    if test is None:
        return [words(f"sentences.test.{outcome.no_test_reason or 'no_pairs'}")]
    p = test.p if test.p_holm is None else test.p_holm
    among = words("sentences.test.among", tests=n_tests) if n_tests > 1 else ""
    verdict = words(
        f"sentences.test.{'rare' if is_clear(outcome) else 'common'}", chance=_chance(p, words), among=among
    )
    figures = words(f"sentences.test.{test.method}", n=test.n_nonzero, p=p_value(test.p, words.language))
    if test.p_holm is None or n_tests < 2:
        figures += "."
    else:
        figures += words("sentences.test.holm", tests=n_tests, p=p_value(test.p_holm, words.language))
    return [verdict, figures, *_effect(outcome, words)]


def reliable_sentence(outcome: Outcome, words: Words) -> str:
    reliable = outcome.reliable
    if reliable is None:
        return words("sentences.reliable.unknown") if outcome.kind is Kind.LEVEL else ""
    language = words.language
    return words(
        "sentences.reliable.counts", threshold=number(reliable.threshold, language, 2), source=reliable.source,
        r=number(reliable.r, language, 2), better=whole(reliable.n_better, language),
        worse=whole(reliable.n_worse, language), same=whole(reliable.n_same, language),
        pairs=whole(outcome.n_pairs, language),
    )  # fmt: skip


def days_sentence(outcome: Outcome, words: Words) -> str:
    if outcome.n_pairs == 0:
        return ""
    if outcome.median_days is None:
        return words("sentences.certainty.days_unknown")
    days = whole(outcome.median_days, words.language)
    if outcome.median_days < FEW_DAYS:
        return words("sentences.certainty.days_few", days=days)
    months = words.count("sentences.certainty.months", round(outcome.median_days / DAYS_PER_MONTH))
    return words("sentences.certainty.days", days=days, months=months)


def mean_sentence(outcome: Outcome, words: Words) -> str:
    """The mean change; not for yes and no, whose mean is a share."""
    start, last, change = outcome.mean_start, outcome.mean_follow_up, outcome.mean_change
    if outcome.kind is Kind.YES_NO or start is None or last is None or change is None:
        return ""
    low, high = outcome.change_low, outcome.change_high
    slots = {"start": _two(start, words), "last": _two(last, words), "change": signed(change, words.language, 2)}
    if low is None or high is None:
        said = words("sentences.certainty.mean_bare", **slots)
    else:
        said = words("sentences.certainty.mean", low=_two(low, words), high=_two(high, words), **slots)
    return f"{said} {words('sentences.certainty.mean_is_secondary')}" if outcome.kind is Kind.LEVEL else said


def reliance_sentences(outcome: Outcome, words: Words) -> list[str]:
    """How many stand past each cut, at both moments."""
    cuts = {"self_reliance": outcome.self_reliance, "problematic": outcome.problematic}
    return [_reliance(key, reliance, outcome, words) for key, reliance in cuts.items() if reliance is not None]


def drop_out_here(drop_out: DropOut | None, outcome: Outcome, words: Words) -> str:
    """Whether those not measured again started differently on this indicator; empty when it cannot be said."""
    if drop_out is None or drop_out.difference is None or drop_out.verdict == "unknown":
        return ""
    key: str = drop_out.verdict
    if key != "fine":
        lower = outcome.direction is Direction.LOWER
        key += "_worse" if (drop_out.difference < 0) != lower else "_better"
    return words(f"sentences.drop_out_here.{key}", n=whole(drop_out.n_drop_outs, words.language))


def _reliance(key: str, reliance: SelfReliance, outcome: Outcome, words: Words) -> str:
    language = words.language
    return words(
        f"sentences.reliance.{key}_{outcome.direction}", cut=measured(reliance.cut, words),
        start=whole(reliance.n_start, language), last=whole(reliance.n_follow_up, language),
        pairs=whole(outcome.n_pairs, language), moment=last_moment(outcome, words),
    )  # fmt: skip


def _effect(outcome: Outcome, words: Words) -> list[str]:
    """Rank-biserial r, turned so that plus is forward: of the weighted changes (1 + r) / 2 points forward."""
    if outcome.rank_biserial is None:
        return []
    r = outcome.rank_biserial if outcome.direction is Direction.HIGHER else -outcome.rank_biserial
    forward, back = percentage((1 + r) / 2, words.language), percentage((1 - r) / 2, words.language)
    return [words("sentences.test.effect", r=signed(r, words.language, 2), forward=forward, back=back)]


def _chance(p: float, words: Words) -> str:
    """A probability as so many times out of a round number."""
    if p < 0.001:
        return words("sentences.test.hardly")
    if p < 0.1:
        return words("sentences.test.per_thousand", n=whole(p * 1000, words.language))
    return words("sentences.test.per_hundred", n=whole(p * 100, words.language))


def _two(value: float, words: Words) -> str:
    return measured(value, words) if abs(value) >= 10 else number(value, words.language, 2)
