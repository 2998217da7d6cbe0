"""The learning log in words: when and about what, from what was seen to what was changed, and how it stands now."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from dashboard.language import Words
from dashboard.notation import day
from dashboard.outcome_rows import of_rater, raters
from dashboard.sentences.change import change_sentence
from dashboard.sentences.context import few_warning
from dashboard.sentences.names import domain_name
from pipelines.domain.note import KeptNote, Lesson
from pipelines.domain.outcome import Outcome

EXAMPLE_DAY, EXAMPLE_CHANGED_ON = date(2026, 2, 16), date(2026, 3, 1)


class Step(NamedTuple):
    """What stands before a part of a lesson, what somebody wrote, and small print under it."""

    label: str
    text: str
    note: str


def log_sentence(lessons: Sequence[KeptNote], words: Words) -> str:
    """How many lessons there are; `lessons` stand newest first."""
    newest = day(lessons[0].note.noted_on, words.language)
    return words.count("learning.log.count", len(lessons), day=newest)


def log_notes(lessons: Sequence[Lesson], words: Words) -> list[str]:
    """What the log does not prove, and where changes stand too; each only where it applies."""
    about_domain = any(lesson.life_domain for lesson in lessons)
    on_axis = words("learning.log.on_axis", page=words("shell.page.over_time"))
    return [words("learning.log.limits") if about_domain else "", on_axis if is_on_axis(lessons) else ""]


def is_on_axis(lessons: Sequence[Lesson]) -> bool:
    return any(lesson.changed_on for lesson in lessons)


def lesson_title(lesson: Lesson, names: Mapping[str, str], words: Words) -> str:
    return f"{day(lesson.noted_on, words.language)} · {domain_name(lesson.life_domain, names, words)}"


def lesson_steps(lesson: Lesson, words: Words) -> list[Step]:
    """Seen, decided, changed; what was not written is left out."""
    steps = {"seen": lesson.seen, "decided": lesson.decided, "changed": lesson.changed}
    since = words("learning.log.changed_on", day=day(lesson.changed_on, words.language)) if lesson.changed_on else ""
    return [
        Step(words(f"learning.log.{step}"), text, since if step == "changed" else "")
        for step, text in steps.items()
        if text
    ]


def now_sentences(lesson: Lesson, outcomes: Sequence[Outcome], words: Words) -> list[str]:
    """What is counted now on the life domain of the lesson, by the kind of rater who scored most; with marks."""
    here = [outcome for outcome in outcomes if outcome.life_domain == lesson.life_domain]
    if not here:
        return []
    counted = of_rater(here, raters(here)[0])
    few = next(filter(None, (few_warning(outcome, words) for outcome in counted)), "")
    return [*(change_sentence(outcome, words) for outcome in counted), few]


def example_lesson(words: Words) -> Lesson:
    """Invented, to show what a lesson may look like."""
    said = {field: words(f"learning.empty.{field}") for field in ("seen", "decided", "changed", "role")}
    return Lesson(life_domain="finances", changed_on=EXAMPLE_CHANGED_ON, noted_on=EXAMPLE_DAY, **said)
