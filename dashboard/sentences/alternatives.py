"""What a chart says, for those who do not see it: the sentence, the context and every number in the picture."""

from collections.abc import Sequence

from dashboard.language import Words
from dashboard.notation import whole
from dashboard.sentences.certainty import eligible_sentence, estimate_sentence, mean_sentence
from dashboard.sentences.change import change_sentence
from dashboard.sentences.context import context_line, median_sentence
from dashboard.sentences.marks import plain
from dashboard.sentences.values import last_moment, start_moment, value_name
from pipelines.domain.outcome import Outcome, Transitions


def row_alternative(outcome: Outcome, words: Words) -> str:
    said = [change_sentence(outcome, words), f"{context_line(outcome, words)}.", levels_alternative(outcome, words)]
    return plain(" ".join(part for part in said if part))


def overview_alternative(outcomes: Sequence[Outcome], words: Words) -> str:
    return plain(" ".join(change_sentence(outcome, words) for outcome in outcomes if outcome.n_pairs))


def levels_alternative(outcome: Outcome, words: Words) -> str:
    """How many stood where at both moments; the medians where there are too many values."""
    if outcome.transitions is None:
        return median_sentence(outcome, words)
    first, last = start_moment(words), last_moment(outcome, words)
    n_start, n_last = at_start(outcome.transitions), at_last(outcome.transitions)
    named = [
        words("sentences.alternative.level", name=value_name(outcome, level, words), first=first, last=last,
              n_start=whole(n_start[level], words.language), n_last=whole(n_last[level], words.language))
        for level in outcome.transitions.levels
    ]  # fmt: skip
    return "; ".join(named) + "."


def certainty_alternative(outcome: Outcome, words: Words) -> str:
    said = (estimate_sentence(outcome, words), eligible_sentence(outcome, words), mean_sentence(outcome, words))
    return plain(" ".join(part for part in said if part))


def at_start(transitions: Transitions) -> dict[int, int]:
    """How many stood on each level at the start."""
    return {level: sum(row) for level, row in zip(transitions.levels, transitions.counts, strict=True)}


def at_last(transitions: Transitions) -> dict[int, int]:
    return {level: sum(row[i] for row in transitions.counts) for i, level in enumerate(transitions.levels)}
