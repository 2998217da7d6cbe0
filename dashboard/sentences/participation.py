"""Who is in it, who is missing and why, in words."""

from pydantic import Field

from dashboard.language import Words
from dashboard.notation import month, percentage, whole
from dashboard.sentences.context import missing_reasons
from pipelines.domain.frozen import Frozen
from pipelines.domain.outcome import Participation


class Figure(Frozen):
    """One number of the band with the words under it."""

    n: str
    words: str
    notes: tuple[str, ...] = Field(default=())


def participation_figures(participation: Participation, words: Words) -> tuple[Figure, ...]:
    """Enrolled → with a start → measured again → not measured again, with the reasons."""
    without_start = participation.n_enrolled - participation.n_with_start
    again = participation.n_with_follow_up / participation.n_with_start if participation.n_with_start else None
    return (
        _figure("enrolled", participation.n_enrolled, words),
        _figure("with_start", participation.n_with_start, words, *_note("without_start", without_start, words)),
        _figure("with_follow_up", participation.n_with_follow_up, words, *_share_note(again, words)),
        _figure("missing", participation.missing.total, words, *missing_reasons(participation.missing, words)),
    )


def period(participation: Participation, words: Words) -> str:
    """From the first to the last measurement; empty without dates."""
    if participation.first_measured_on is None or participation.last_measured_on is None:
        return ""
    first = month(participation.first_measured_on, words.language)
    last = month(participation.last_measured_on, words.language)
    key = "period_one" if first == last else "period"
    return words(f"sentences.participation.{key}", first=first, last=last)


def participation_notes(participation: Participation, words: Words) -> list[str]:
    """The comparison group and the rows left out, where there are any."""
    counted = {"comparison": participation.n_comparison, "refused": participation.n_rows_left_out}
    return [words.count(f"sentences.participation.{key}", n) for key, n in counted.items() if n]


def _figure(key: str, n: int, words: Words, *notes: str) -> Figure:
    said = words.count(f"sentences.participation.{key}", n)
    return Figure(n=whole(n, words.language), words=said, notes=notes)


def _note(key: str, n: int, words: Words) -> list[str]:
    return [words(f"sentences.participation.{key}", n=whole(n, words.language))] if n else []


def _share_note(share: float | None, words: Words) -> list[str]:
    if share is None:
        return []
    return [words("sentences.participation.share_again", share=percentage(share, words.language))]
