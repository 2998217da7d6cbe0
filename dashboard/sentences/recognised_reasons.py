"""Why people do or do not recognise an outcome: their own words, those who do not as visible as those who do."""

from collections.abc import Iterable, Sequence

from dashboard.language import Words
from dashboard.notation import whole
from pipelines.domain.frozen import Frozen
from pipelines.domain.outcome import RecognitionAnswer

LOW, MIDDLE, HIGH = "low", "middle", "high"
GROUPS = (LOW, MIDDLE, HIGH)
LOWEST_OF_MIDDLE, LOWEST_OF_HIGH = 3, 4


class Reason(Frozen):
    """The same words of the same kind of respondent, said so many times."""

    words: str
    respondent: str
    n: int


def group_of(answer: RecognitionAnswer) -> str:
    if answer.score < LOWEST_OF_MIDDLE:
        return LOW
    return MIDDLE if answer.score < LOWEST_OF_HIGH else HIGH


def reasons(answers: Iterable[RecognitionAnswer], group: str) -> list[Reason]:
    """The explanations of one group of scores, the newest first; what was said before only counts."""
    said: dict[tuple[str, str], int] = {}
    for answer in answers:
        if group_of(answer) == group:
            place = (answer.explanation.strip(), answer.respondent)
            said[place] = said.get(place, 0) + 1
    return [Reason(words=words, respondent=respondent, n=n) for (words, respondent), n in said.items()]


def reasons_sentence(answers: Sequence[RecognitionAnswer], words: Words) -> str:
    if not answers:
        return words("recognised.reasons.none")
    counts = {group: whole(sum(group_of(answer) == group for answer in answers), words.language) for group in GROUPS}
    return words.count("recognised.reasons.count", len(answers), **counts)


def who_said(reason: Reason, words: Words) -> str:
    """The role, and how often where more than once."""
    if reason.n == 1:
        return words(f"recognised.one.{reason.respondent}")
    who = words(f"recognised.who.{reason.respondent}")
    return words("recognised.reasons.times", who=who, n=whole(reason.n, words.language))
