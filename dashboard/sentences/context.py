"""The small print: of how many, how sure, and a warning where people are few."""

from dashboard.language import Words
from dashboard.notation import percentage, whole
from dashboard.sentences.values import FEW_PEOPLE, measured, movement_word
from pipelines.domain.indicator import Kind
from pipelines.domain.outcome import Missing, Outcome, Share

SEPARATOR = " · "


def context_line(outcome: Outcome, words: Words) -> str:
    """How many of those with a start were measured again, the share that improved, and what was left out."""
    n_start = whole(outcome.n_start, words.language)
    parts = [words.count("sentences.context.paired", outcome.n_pairs, n_start=n_start)]
    if outcome.share_improved is not None:
        parts.append(_interval(outcome, outcome.share_improved, words))
    if outcome.n_rows_left_out:
        parts.append(words.count("sentences.context.left_out", outcome.n_rows_left_out))
    return SEPARATOR.join(parts)


def few_warning(outcome: Outcome, words: Words) -> str:
    return words("sentences.context.few") if 0 < outcome.n_pairs < FEW_PEOPLE else ""


def median_sentence(outcome: Outcome, words: Words) -> str:
    """For counts and amounts: the middle value at both moments."""
    start, last = outcome.median_start, outcome.median_follow_up
    if outcome.kind in (Kind.LEVEL, Kind.YES_NO) or start is None or last is None:
        return ""
    key = "sentences.context.median_same" if start == last else "sentences.context.median"
    return words(key, start=measured(start, words), last=measured(last, words))


def missing_reasons(missing: Missing, words: Words) -> list[str]:
    """Why people with a start have no usable follow-up, the reasons that occur only."""
    return [
        words(f"sentences.missing.{reason}", n=whole(n, words.language))
        for reason, n in missing.model_dump().items()
        if n
    ]


def missing_sentence(outcome: Outcome, words: Words) -> str:
    """How many of those with a start are missing here, and why."""
    n = outcome.missing.total
    if n == 0:
        return words("sentences.participation.nobody_missing") if outcome.n_pairs else ""
    n_start = whole(outcome.n_start, words.language)
    reasons = ", ".join(missing_reasons(outcome.missing, words))
    return words.count("sentences.context.missing", n, n_start=n_start, reasons=reasons)


def share_slots(share: Share, words: Words) -> dict[str, str]:
    return {
        "share": percentage(share.estimate, words.language),
        "low": percentage(share.low, words.language).removesuffix("%"),
        "high": percentage(share.high, words.language),
    }


def _interval(outcome: Outcome, share: Share, words: Words) -> str:
    if outcome.kind is Kind.LEVEL:
        return words("sentences.context.interval", **share_slots(share, words))
    better = movement_word(outcome, "improved", words)
    return words("sentences.context.interval_better", better=better, **share_slots(share, words))
