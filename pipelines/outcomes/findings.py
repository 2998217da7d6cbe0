"""Outcomes: what changed, per indicator and rater, for everybody or per group."""

from collections.abc import Sequence
from datetime import date

from pipelines.domain.indicator import Kind
from pipelines.domain.outcome import Outcome
from pipelines.outcomes.change import (
    Spread,
    count_at_cut,
    count_declined,
    count_eligible,
    count_improved,
    describe,
    tabulate,
)
from pipelines.outcomes.counts import Counts, read_counts
from pipelines.outcomes.question import Question
from pipelines.outcomes.reading import read_rows_left_out
from pipelines.outcomes.reliable_change import count_clinical, count_reliable
from pipelines.outcomes.signed_rank import rank_changes, signed_rank, why_no_test
from pipelines.statistics.holm import adjust
from pipelines.statistics.intervals import mean_interval, share
from pipelines.store.cursor import Cursor

Fields = dict[str, object]


def read_outcomes(
    cursor: Cursor,
    project_id: int,
    *,
    moment: int | None = None,
    attribute: str | None = None,
    as_of: date | None = None,
) -> tuple[Outcome, ...]:
    """One outcome per indicator and rater with a start, and per group of the attribute if one is given.

    `moment` pins the follow-up; without it the last measured one counts. Tests are adjusted for each other (Holm)
    over all outcomes returned. Raises UnknownMoment for a moment that was not measured.
    """
    question = Question.ask(cursor, project_id, moment, as_of)
    counts = read_counts(cursor, question, attribute)
    left_out = read_rows_left_out(cursor, project_id)
    return _adjust_together([outcome_of(count, moment, attribute, left_out) for count in counts])


def outcome_of(counts: Counts, moment: int | None, attribute: str | None, n_rows_left_out: int = 0) -> Outcome:
    """Everything that follows from the counts of one indicator; its test is not yet adjusted for others."""
    start = describe(counts.pairs.start, counts.pairs.counts)
    return Outcome(
        moment=moment,
        attribute=attribute,
        **_identity(counts),
        **_flow(counts),
        **_directions(counts),
        **_levels(counts, start),
        **_change(counts),
        **_test(counts),
        **_reliability(counts, start),
        n_rows_left_out=n_rows_left_out,
    )


def _identity(counts: Counts) -> Fields:
    indicator = counts.described.indicator
    return {
        "indicator": indicator.code,
        "indicator_name": indicator.name,
        "instrument": counts.described.instrument,
        "rater": counts.rater,
        "group": counts.group,
        "life_domain": indicator.life_domain,
        "kind": indicator.kind,
        "direction": indicator.direction,
        "level_names": indicator.level_names,
        "best": indicator.best,
    }


def _flow(counts: Counts) -> Fields:
    return {
        "n_enrolled": counts.n_enrolled,
        "n_start": counts.n_start,
        "n_pairs": counts.pairs.n,
        "missing": counts.missing,
        "median_days": counts.median_days,
    }


def _directions(counts: Counts) -> Fields:
    pairs, indicator = counts.pairs, counts.described.indicator
    n_improved, n_declined = count_improved(pairs, indicator), count_declined(pairs, indicator)
    n_eligible = count_eligible(pairs, indicator)
    return {
        "n_improved": n_improved,
        "n_same": pairs.n - n_improved - n_declined,
        "n_declined": n_declined,
        "n_eligible": n_eligible,
        "share_improved": share(n_improved, pairs.n),
        "share_improved_of_eligible": share(n_improved, n_eligible),
        "transitions": tabulate(pairs, indicator),
    }


def _levels(counts: Counts, start: Spread) -> Fields:
    pairs, indicator = counts.pairs, counts.described.indicator
    follow_up = describe(pairs.follow_up, pairs.counts)
    can_be_added = indicator.kind is not Kind.LEVEL
    return {
        "self_reliance": count_at_cut(pairs, indicator.self_reliance_cut, True, indicator.direction),
        "problematic": count_at_cut(pairs, indicator.problem_cut, False, indicator.direction),
        "mean_start": start.mean,
        "sd_start": start.sd,
        "median_start": start.median,
        "total_start": start.total if can_be_added else None,
        "mean_follow_up": follow_up.mean,
        "sd_follow_up": follow_up.sd,
        "median_follow_up": follow_up.median,
        "total_follow_up": follow_up.total if can_be_added else None,
    }


def _change(counts: Counts) -> Fields:
    pairs = counts.pairs
    change = describe(pairs.change, pairs.counts)
    low, high = (None, None) if change.sd is None else mean_interval(change.mean, change.sd, pairs.n)
    return {
        "mean_change": change.mean,
        "sd_change": change.sd,
        "change_low": low,
        "change_high": high,
        "dz": change.mean / change.sd if change.sd else None,
    }


def _test(counts: Counts) -> Fields:
    sums = rank_changes(counts.pairs)
    reason = why_no_test(counts.pairs, sums)
    return {
        "wilcoxon": None if reason else signed_rank(sums),
        "no_test_reason": reason,
        "rank_biserial": sums.rank_biserial,
    }


def _reliability(counts: Counts, start: Spread) -> Fields:
    pairs, indicator = counts.pairs, counts.described.indicator
    reliable = count_reliable(pairs, start, indicator)
    return {"reliable": reliable, "clinical": count_clinical(pairs, start, reliable, indicator)}


def _adjust_together(outcomes: Sequence[Outcome]) -> tuple[Outcome, ...]:
    adjusted = iter(adjust([outcome.wilcoxon.p for outcome in outcomes if outcome.wilcoxon]))
    return tuple(_with_adjusted_p(outcome, next(adjusted)) if outcome.wilcoxon else outcome for outcome in outcomes)


def _with_adjusted_p(outcome: Outcome, p_holm: float) -> Outcome:
    return outcome.model_copy(update={"wilcoxon": outcome.wilcoxon.model_copy(update={"p_holm": p_holm})})
