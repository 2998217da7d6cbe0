"""What was agreed and what was done, in words: goals first, then interventions."""

from collections.abc import Mapping, Sequence

from dashboard.language import Words
from dashboard.notation import number, whole
from dashboard.sentences.context import SEPARATOR, share_slots
from dashboard.sentences.flow import length
from dashboard.sentences.names import domain_name
from dashboard.sentences.sheets import column_name, sheet_name
from pipelines.domain.intervention_use import InterventionUse
from pipelines.domain.outcome import GoalAttainment

AS_AGREED = 50
FAR = 5
PROFESSIONAL = "professional"
MOST_RESULTS = 2
WHOLE_HOURS_FROM = 100


def life_domain_name(code: str, words: Words) -> str:
    return domain_name(code, {}, words) if code else words("actions.no_domain")


# --- goals ---


def goal_sentences(goals: GoalAttainment, words: Words) -> list[str]:
    """How many were agreed, judged and reached; how far that is and how long it took; what waits for a judgement."""
    return [_reached(goals, words), " ".join(filter(None, (_score(goals, words), _time(goals, words)))),
            _overdue(goals, words)]  # fmt: skip


def goal_notes(goals: GoalAttainment, words: Words) -> list[str]:
    """Small print: the share with its interval, what the score is, and what it does not say."""
    share = words("actions.goals.share", **share_slots(goals.share_attained, words)) if goals.share_attained else ""
    scale = words("actions.goals.scale") if goals.mean_t is not None else ""
    return [words("actions.goals.parts_explained"), share, scale, words("actions.goals.limit")]


def no_goals(words: Words) -> str:
    fields = {"text": "description", "due": "due_on", "attained": "attained"}
    return words("actions.goals.empty", **_places("goals", fields, words))


def goals_alternative(named: Mapping[str, GoalAttainment], words: Words) -> str:
    told = [
        words("actions.goals.alternative", name=name, **_numbers({
            "missed": goals.n_judged - goals.n_attained, "open": goals.n_goals - goals.n_judged,
            "attained": goals.n_attained, "n": goals.n_goals,
        }, words))
        for name, goals in named.items()
    ]  # fmt: skip
    return "; ".join(told) + "."


def _reached(goals: GoalAttainment, words: Words) -> str:
    said = [words.count("actions.goals.agreed", goals.n_goals)]
    if goals.n_judged == 0:
        return " ".join([*said, words("actions.goals.none_judged")])
    if goals.n_judged == goals.n_goals > 1:
        said.append(words("actions.goals.all_judged"))
    else:
        said.append(words.count("actions.goals.judged", goals.n_judged))
    if goals.n_attained == 0:
        return " ".join([*said, words("actions.goals.none_attained")])
    n_judged = whole(goals.n_judged, words.language)
    return " ".join([*said, words.count("actions.goals.attained", goals.n_attained, judged=n_judged)])


def _score(goals: GoalAttainment, words: Words) -> str:
    if goals.mean_t is None:
        return ""
    further = round(goals.mean_t) - AS_AGREED
    side = "further" if further > 0 else "less_far"
    key = "as_agreed" if not further else side if abs(further) < FAR else f"much_{side}"
    return words.count(f"actions.goals.score.{key}", goals.n_participants, t=whole(goals.mean_t, words.language))


def _time(goals: GoalAttainment, words: Words) -> str:
    if goals.median_days is None:
        return ""
    return words("actions.goals.time", length=length(goals.median_days, words))


def _overdue(goals: GoalAttainment, words: Words) -> str:
    if not goals.n_overdue:
        return ""
    place = {"sheet": sheet_name("goals", words), "field": column_name("goals", "attained", words)}
    return words.count("actions.goals.overdue", goals.n_overdue, **place)


# --- what was done ---


def done_sentences(
    together: InterventionUse, by_doer: Sequence[InterventionUse], by_kind: Sequence[InterventionUse], n_enrolled: int,
    words: Words,
) -> list[str]:  # fmt: skip
    """How often, for how many, by whom; what was used most and what is still running."""
    enrolled = whole(n_enrolled, words.language)
    people = words.count("actions.done.people", together.n_participants, enrolled=enrolled)
    used = words.count("actions.done.used", together.n_interventions, people=people)
    running = words.count("actions.done.running", together.n_running) if together.n_running else ""
    return [f"{used} {_by_whom(by_doer, words)}", " ".join(filter(None, (_most_used(by_kind, words), running)))]


def done_notes(together: InterventionUse, words: Words) -> list[str]:
    if together.hours is None:
        return [words("actions.done.hours_none")]
    key = "hours_all" if together.n_with_hours == together.n_interventions else "hours_some"
    said = words(f"actions.done.{key}", **_hours(together, words))
    return [f"{said} {words('actions.done.limit')}"]


def nothing_done(words: Words) -> str:
    fields = {"instrument": "instrument", "by": "done_by", "from": "started_on", "until": "ended_on", "hours": "hours"}
    return words("actions.done.empty", **_places("interventions", fields, words))


def use_written(use: InterventionUse, words: Words) -> str:
    """ "43 keer, 785 uur", with a mark around the number; of how many the hours are known where that is not of all."""
    if use.hours is None:
        return words("actions.done.written_bare", n=whole(use.n_interventions, words.language))
    key = "written" if use.n_with_hours == use.n_interventions else "written_known"
    return words(f"actions.done.{key}", **_hours(use, words))


def use_cells(use: InterventionUse, words: Words) -> dict[str, str]:
    """What a table says of it, by column; empty where nothing runs any more or no result is stated."""
    numbers = {"times": use.n_interventions, "participants": use.n_participants}
    return {
        **_numbers(numbers, words),
        "running": whole(use.n_running, words.language) if use.n_running else "",
        "days": _days_cell(use, words),
        "hours": _hours_cell(use, words),
        "results": _results_cell(use.results, words),
    }


def _hours_cell(use: InterventionUse, words: Words) -> str:
    if use.hours is None:
        return words("actions.done.unknown")
    if use.n_with_hours == use.n_interventions:
        return _hours_written(use.hours, words)
    known = whole(use.n_with_hours, words.language)
    return words("actions.done.hours_known", hours=_hours_written(use.hours, words), known=known)


def _days_cell(use: InterventionUse, words: Words) -> str:
    if use.median_days is None:
        return words("actions.done.unknown")
    return words.count("actions.done.days", round(use.median_days))


def _results_cell(results: Mapping[str, int], words: Words) -> str:
    """The two that occur most, and how many others there are."""
    first = [
        words("actions.done.result", result=result, n=whole(n, words.language)) if n > 1 else result
        for result, n in list(results.items())[:MOST_RESULTS]
    ]
    n_more = len(results) - len(first)
    more = [words.count("actions.done.more_results", n_more)] if n_more else []
    return SEPARATOR.join([*first, *more])


def _by_whom(by_doer: Sequence[InterventionUse], words: Words) -> str:
    professionals = sum(use.n_interventions for use in by_doer if use.done_by == PROFESSIONAL)
    others = sum(use.n_interventions for use in by_doer) - professionals
    key = "by_both" if professionals and others else "by_professionals_only" if professionals else "by_others_only"
    return words(f"actions.done.{key}", **_numbers({"others": others, "professionals": professionals}, words))


def _most_used(by_kind: Sequence[InterventionUse], words: Words) -> str:
    """Empty where nothing was used more often than the rest."""
    most = by_kind[0]
    if most.n_interventions == 1 or most.n_interventions in [use.n_interventions for use in by_kind[1:]]:
        return ""
    return words("actions.done.most_used", name=most.instrument, n=whole(most.n_interventions, words.language))


def _hours(use: InterventionUse, words: Words) -> dict[str, str]:
    numbers = _numbers({"n": use.n_interventions, "known": use.n_with_hours}, words)
    return {**numbers, "hours": _hours_written(use.hours or 0.0, words)}


def _hours_written(hours: float, words: Words) -> str:
    is_whole = hours >= WHOLE_HOURS_FROM or hours.is_integer()
    return number(hours, words.language, decimals=0 if is_whole else 1)


def _numbers(numbers: Mapping[str, int], words: Words) -> dict[str, str]:
    return {name: whole(n, words.language) for name, n in numbers.items()}


def _places(sheet: str, fields: Mapping[str, str], words: Words) -> dict[str, str]:
    columns = {slot: column_name(sheet, field, words) for slot, field in fields.items()}
    return {"sheet": sheet_name(sheet, words), **columns}
