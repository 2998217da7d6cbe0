"""Who is due for a measurement, in words, and what became of the list under the project's own numbers."""

from collections.abc import Sequence
from datetime import timedelta

from dashboard.language import Words
from dashboard.notation import day, whole
from pipelines.domain.frozen import Frozen
from pipelines.domain.project import Project
from pipelines.domain.steering import DueFollowUp, Steering
from pipelines.due_list import DueList, UnusableFile
from pipelines.outcomes.steering import DAYS_TO_START, DEFAULT_MONTHS

DAYS_PER_WEEK = 7


class MomentDue(Frozen):
    """What is due at one moment; `longest` in days, None where nothing is overdue."""

    moment: int
    n_overdue: int
    n_coming: int
    n_undated: int
    longest: int | None


def days_ahead(weeks: int) -> int:
    """The day of asking is the first day of the first week."""
    return weeks * DAYS_PER_WEEK - 1


def is_overdue(due: DueFollowUp) -> bool:
    return due.days_overdue is not None and due.days_overdue > 0


def due_by_moment(due: Sequence[DueFollowUp]) -> list[MomentDue]:
    """The starts first, then the follow-ups in order."""
    return [_moment_due(moment, [one for one in due if one.moment == moment])
            for moment in sorted({one.moment for one in due})]  # fmt: skip


def due_sentences(steering: Steering, weeks: int, words: Words) -> list[str]:
    """How many are overdue, how many are coming, and how many of them have no start; with marks."""
    if not steering.n_present:
        return [words("steering.due.nobody_here")]
    if not steering.due:
        return [words("steering.due.nobody", weeks=weeks)]
    undated = sum(one.due_on is None for one in steering.due)
    without_start = sum(one.moment == 0 for one in steering.due)
    return [
        _overdue_sentence(steering, words),
        _coming_sentence(steering, weeks, words),
        words.count("steering.due.undated", undated) if undated else "",
        words.count("steering.due.without_start", without_start) if without_start else "",
    ]


def due_rules(project: Project, steering: Steering, words: Words) -> list[str]:
    """When a measurement is due, and what the program cannot know."""
    months = project.facts.follow_up_months or DEFAULT_MONTHS
    ending = "limits" if steering.due else "later"
    return [words.count("steering.due.rule", months, days=DAYS_TO_START), words(f"steering.due.{ending}")]


def agenda(steering: Steering, weeks: int, words: Words) -> list[tuple[str, int]]:
    """How many are overdue already, then how many are due in each week; what has no day is left out."""
    to_come = [-one.days_overdue for one in steering.due if one.days_overdue is not None and not is_overdue(one)]
    found = [(words("steering.agenda.overdue"), sum(map(is_overdue, steering.due)))]
    for week in range(weeks):
        first = steering.as_of + timedelta(days=week * DAYS_PER_WEEK)
        last = first + timedelta(days=DAYS_PER_WEEK - 1)
        named = words("steering.agenda.week", first=day(first, words.language), last=day(last, words.language))
        found.append((named, sum(days // DAYS_PER_WEEK == week for days in to_come)))
    return found


def agenda_alternative(entries: Sequence[tuple[str, int]], words: Words) -> str:
    said = [words("steering.agenda.entry", week=week, n=whole(n, words.language)) for week, n in entries]
    return words("steering.agenda.alternative", weeks="; ".join(said))


def _moment_due(moment: int, due: Sequence[DueFollowUp]) -> MomentDue:
    overdue = [one.days_overdue or 0 for one in due if is_overdue(one)]
    n_undated = sum(one.due_on is None for one in due)
    n_coming = len(due) - len(overdue) - n_undated
    return MomentDue(moment=moment, n_overdue=len(overdue), n_coming=n_coming, n_undated=n_undated,
                     longest=max(overdue, default=None))  # fmt: skip


def _overdue_sentence(steering: Steering, words: Words) -> str:
    overdue = [one.days_overdue or 0 for one in steering.due if is_overdue(one)]
    if not overdue:
        return words("steering.due.no_overdue")
    longest = words.count("steering.days", max(overdue))
    present = whole(steering.n_present, words.language)
    return words.count("steering.due.overdue", len(overdue), present=present, days=longest)


def _coming_sentence(steering: Steering, weeks: int, words: Words) -> str:
    n = sum(one.due_on is not None and not is_overdue(one) for one in steering.due)
    if not n:
        return words("steering.due.no_coming", weeks=weeks)
    return words.count("steering.due.coming", n, weeks=weeks)


def list_sentences(found: DueList, words: Words) -> list[str]:
    """How many stand on the list, and whose numbers do not match; with marks."""
    if not found.lines:
        key = "nobody_found" if found.n_not_due else "wrong_file"
        return [words(f"steering.list.{key}")]
    return [words.count("steering.list.ready", len(found.lines))]


def list_notes(found: DueList, words: Words) -> list[str]:
    counted = {"without_number": found.n_without_number, "not_due": found.n_not_due, "unknown": found.n_unknown}
    return [words.count(f"steering.list.{key}", n) for key, n in counted.items() if n]


def unusable_sentence(fault: UnusableFile, file_name: str, words: Words) -> str:
    """Why there is no list, and what to do."""
    if fault.issue is None:
        return words("steering.list.no_column", file=file_name)
    return fault.issue.message(words.language)
