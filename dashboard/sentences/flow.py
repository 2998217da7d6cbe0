"""Who came and who left, in words: reach, the sum of a period, why people left and how long they took part."""

from collections.abc import Mapping
from datetime import date

from dashboard.language import Words
from dashboard.notation import day, month, whole
from dashboard.sentences.certainty import DAYS_PER_MONTH, FEW_DAYS
from dashboard.sentences.sheets import choice_names, column_name, sheet_name
from pipelines.domain.flow import Flow, FlowPeriod, Period
from pipelines.domain.outcome import Participation

UNKNOWN_REASON = "unknown"
GOAL_REACHED = "goal_reached"


def reach_sentences(participation: Participation, target: int | None, words: Words) -> list[str]:
    """How many came and were measured again, and how many the project means to reach."""
    return [_again(participation.n_enrolled, participation.n_with_follow_up, words),
            _reach_against(participation.n_enrolled, target, words)]  # fmt: skip


def reach_notes(participation: Participation, target: int | None, words: Words) -> list[str]:
    """Small print: as of when, what is not filled in, and who does not count here."""
    notes = [words("flow.reach.as_of", day=day(participation.as_of, words.language))]
    if target is None:
        notes.append(words("flow.reach.no_target", **_place("project", "reach_target", words)))
    if participation.n_comparison:
        notes.append(words.count("flow.reach.comparison", participation.n_comparison))
    return notes


def losses_before_start(participation: Participation, flow: Flow, words: Words) -> tuple[str, ...]:
    """Who enrolled and has no start. What the two known reasons leave over has yet to begin."""
    without = participation.n_enrolled - participation.n_with_start
    losses = {
        "left_without_start": flow.n_left_without_start,
        "waiting_for_start": flow.n_waiting_for_start,
        "begins_later": without - flow.n_left_without_start - flow.n_waiting_for_start,
    }
    return tuple(words.count(f"flow.reach.loss.{reason}", n) for reason, n in losses.items() if n > 0)


def sum_sentences(flow: Flow, words: Words) -> list[str]:
    """Begin + in − out = end over the whole time, and who stands outside that sum."""
    undated = words.count("flow.period.undated", flow.n_undated) if flow.n_undated else ""
    if not flow.periods:
        slots = {"sheet": sheet_name("participants", words), "came": column_name("participants", "enrolled_on", words)}
        return [words("flow.period.undated_only", **slots)]
    return [f"{_came_and_left(flow, words)} {_still_here(flow, words)}", undated]


def period_name(one: FlowPeriod, period: Period, words: Words) -> str:
    """ "maart 2025", "1e kwartaal 2025" or "2025"."""
    match period:
        case Period.MONTH:
            return month(one.first_day, words.language)
        case Period.QUARTER:
            quarter = (one.first_day.month + 2) // 3
            return words("flow.period.quarter_name", quarter=quarter, year=one.first_day.year)
        case Period.YEAR:
            return str(one.first_day.year)


def is_unfinished(flow: Flow, period: Period) -> bool:
    """Whether the last period goes on after the day of asking."""
    tomorrow = date.fromordinal(flow.as_of.toordinal() + 1)
    begins_period = {Period.MONTH: True, Period.QUARTER: tomorrow.month % 3 == 1, Period.YEAR: tomorrow.month == 1}
    return not (tomorrow.day == 1 and begins_period[period])


def reasons_listed(reasons: Mapping[str, int], words: Words) -> str:
    """ "2 doorverwezen, 1 verhuisd"."""
    return ", ".join(
        words("flow.period.reason", n=whole(n, words.language), reason=reason_name(code, words))
        for code, n in by_number(reasons).items()
    )


def by_number(reasons: Mapping[str, int]) -> dict[str, int]:
    """The most frequent first; what is not filled in last."""
    return dict(sorted(reasons.items(), key=lambda reason: (reason[0] == UNKNOWN_REASON, -reason[1])))


def reason_name(code: str, words: Words) -> str:
    """As the registration sheet calls it."""
    return choice_names("participants", "exit_reason", words).get(code, words("flow.reasons.unknown"))


def reason_sentences(flow: Flow, words: Words) -> list[str]:
    """How many left, the reasons given most often, and for how many the goal was reached."""
    if not flow.n_left:
        return [words("flow.reasons.nobody")]
    left = words.count("flow.reasons.left", flow.n_left, enrolled=whole(flow.n_enrolled, words.language))
    reached = flow.reasons.get(GOAL_REACHED, 0)
    return [f"{left} {_most_frequent(flow.reasons, words)}",
            words.count("flow.reasons.goal_reached", reached) if reached else ""]  # fmt: skip


def reason_notes(flow: Flow, words: Words) -> list[str]:
    """Small print: what is not filled in, and that leaving need not be a loss."""
    if not flow.n_left:
        return []
    return [_filled_in(flow, words), words("flow.reasons.not_all_loss")]


def stay_sentences(flow: Flow, words: Words) -> list[str]:
    known = {"left": flow.median_days_stayed, "present": flow.median_days_so_far}
    said = [words(f"flow.stay.{who}", length=length(days, words)) for who, days in known.items() if days is not None]
    return [" ".join(said) or words("flow.stay.unknown")]


def stay_notes(flow: Flow, words: Words) -> list[str]:
    """What a median is, and that those still here are not done."""
    if flow.median_days_stayed is None and flow.median_days_so_far is None:
        return []
    not_done = words("flow.stay.not_done") if flow.median_days_so_far is not None else ""
    undated = words.count("flow.stay.undated", flow.n_undated) if flow.n_undated else ""
    return [words("flow.stay.median"), not_done, undated]


def length(days: float, words: Words) -> str:
    """ "10 maanden (318 dagen)"; days only where they are few."""
    in_days = words.count("flow.stay.days", round(days))
    if days < FEW_DAYS:
        return in_days
    months = words.count("sentences.certainty.months", round(days / DAYS_PER_MONTH))
    return words("flow.stay.length", months=months, days=in_days)


def _again(enrolled: int, again: int, words: Words) -> str:
    n = whole(enrolled, words.language)
    if enrolled == 1:
        return words("flow.reach.one_again" if again else "flow.reach.one_not_again")
    if again == 0:
        return words("flow.reach.nobody_again", n=n)
    if again == enrolled:
        return words("flow.reach.all", n=n)
    return words.count("flow.reach.again", again, enrolled=n)


def _reach_against(enrolled: int, target: int | None, words: Words) -> str:
    if target is None:
        return ""
    key = "flow.reach.target_met" if enrolled >= target else "flow.reach.target"
    return words(key, n=whole(enrolled, words.language), target=whole(target, words.language))


def _came_and_left(flow: Flow, words: Words) -> str:
    entered, left = (sum(getattr(one, field) for one in flow.periods) for field in ("entered", "left"))
    came = words.count("flow.period.came", entered, first=month(flow.periods[0].first_day, words.language))
    went = words.count("flow.period.left", left) if left else words("flow.period.nobody_left")
    return f"{came} {went}"


def _still_here(flow: Flow, words: Words) -> str:
    numbers = {
        "begin": flow.periods[0].begin,
        "entered": sum(one.entered for one in flow.periods),
        "left": sum(one.left for one in flow.periods),
    }
    written = {name: whole(n, words.language) for name, n in numbers.items()}
    return words.count("flow.period.now", flow.periods[-1].end, day=day(flow.as_of, words.language), **written)


def _most_frequent(reasons: Mapping[str, int], words: Words) -> str:
    """Empty where no reason is given; several where they are given as often."""
    given = {code: n for code, n in reasons.items() if code != UNKNOWN_REASON}
    most = max(given.values(), default=0)
    named = [words("flow.reasons.quoted", reason=reason_name(code, words)) for code, n in given.items() if n == most]
    if not named or (most == 1 and len(named) > 1):
        return words("flow.reasons.each_once") if named else ""
    if len(named) == 1:
        return words("flow.reasons.most", reason=named[0], n=whole(most, words.language))
    return words("flow.reasons.most_several", reasons=words.listing(named), n=whole(most, words.language))


def _filled_in(flow: Flow, words: Words) -> str:
    place, unknown = _place("participants", "exit_reason", words), flow.reasons.get(UNKNOWN_REASON, 0)
    if not unknown:
        return words("flow.reasons.all_filled")
    if unknown == flow.n_left:
        return words("flow.reasons.none_filled", **place)
    return words.count("flow.reasons.missing", unknown, **place)


def _place(sheet: str, field: str, words: Words) -> dict[str, str]:
    return {"sheet": sheet_name(sheet, words), "field": column_name(sheet, field, words)}
