"""How soon the first progress came, and how it went quarter by quarter."""

from collections.abc import Sequence

from dashboard.language import Words
from dashboard.notation import day, percentage, whole
from dashboard.sentences.over_time import forward_word, people
from dashboard.sentences.values import FEW_PEOPLE
from pipelines.domain.note import Lesson
from pipelines.domain.outcome import Outcome
from pipelines.domain.trajectory import CalendarPoint, FirstImprovement

DAYS_PER_MONTH = 30.4375
FEW_DAYS = 45
NO_BREAK = "\u00a0"


def how_soon_sentences(first: FirstImprovement | None, outcome: Outcome, words: Words) -> list[str]:
    """How many were forward at least once, when half of them were, and who is still under way. For an indicator on
    which somebody was measured again.
    """
    if first is None:
        return [words("over_time.how_soon.all_at_best")]
    if first.n == 0:
        return [words("over_time.how_soon.nobody_dated"), words("over_time.how_soon.add_dates")]
    slots = {"total": whole(first.n, words.language), "forward": forward_word(outcome, words)}
    if first.n_improved == 0:
        return [words("over_time.how_soon.nobody_improved", **slots)]
    said = words.count("over_time.how_soon.sentence", first.n_improved, **slots)
    n_under_way = first.n - first.n_improved
    under_way = words.count("over_time.how_soon.under_way", n_under_way, **slots) if n_under_way else ""
    return [f"{said} {_median_sentence(first, slots, words)}", under_way]


def how_soon_small_print(first: FirstImprovement | None, outcome: Outcome, words: Words) -> list[str]:
    if first is None or first.n == 0:
        return []
    forward = forward_word(outcome, words)
    undated = words.count("over_time.how_soon.undated", first.n_undated) if first.n_undated else ""
    if not first.curve:
        return [words("over_time.how_soon.limit"), undated]
    reading = words("over_time.how_soon.reading", forward=forward)
    return [reading, _estimates(first, forward, words), words("over_time.how_soon.limit"), undated]


def time_in_words(days: float, words: Words) -> str:
    if days < FEW_DAYS:
        return words("over_time.how_soon.days", n=whole(days, words.language))
    return words.count("sentences.certainty.months", round(days / DAYS_PER_MONTH))


def how_soon_alternative(first: FirstImprovement, words: Words) -> str:
    """The share that had improved by each day on which somebody did."""
    return "; ".join(
        words("over_time.how_soon.alternative", share=percentage(point.share_improved, words.language),
              time=words("over_time.how_soon.days", n=whole(point.days, words.language)))
        for point in first.curve
    ) + "."  # fmt: skip


def _median_sentence(first: FirstImprovement, slots: dict[str, str], words: Words) -> str:
    """When half of them were; of a handful of people who were still followed then that is not certain."""
    if first.median_days is None:
        return words("over_time.how_soon.no_median", **slots)
    at_risk = next(point.n_at_risk for point in first.curve if point.days == first.median_days)
    time = time_in_words(first.median_days, words)
    if at_risk < FEW_PEOPLE:
        return words("over_time.how_soon.median_few", time=time, at_risk=people(at_risk, words))
    return words("over_time.how_soon.median", time=time, **slots)


def _estimates(first: FirstImprovement, forward: str, words: Words) -> str:
    """The last point of the curve and, where half improved, the median: both with their intervals."""
    last = first.curve[-1]
    written = {
        "share": percentage(last.share_improved, words.language),
        "low": percentage(last.low, words.language).removesuffix("%"), "high": percentage(last.high, words.language),
    }  # fmt: skip
    at_risk = words.count("over_time.how_soon.at_risk", last.n_at_risk, forward=forward)
    time = time_in_words(last.days, words).capitalize()
    said = words("over_time.how_soon.share_at", time=time, at_risk=at_risk, **written)
    if first.median_days is None:
        return words("over_time.how_soon.line_short", share=said)
    return words("over_time.how_soon.line", share=said, middle=_middle(first, forward, words))


def _middle(first: FirstImprovement, forward: str, words: Words) -> str:
    """The median with its interval: the days on which the interval of the curve holds a half (Brookmeyer & Crowley)."""
    low = next(point.days for point in first.curve if point.high >= 0.5)
    high = next((point.days for point in first.curve if point.low >= 0.5), None)
    days = {"days": whole(first.median_days or 0, words.language), "low": whole(low, words.language)}
    if high is None:
        return words("over_time.how_soon.middle_open", forward=forward, **days)
    return words("over_time.how_soon.middle", forward=forward, high=whole(high, words.language), **days)


# --- over the calendar ---


def calendar_sentences(calendar: Sequence[CalendarPoint], outcome: Outcome, has_marks: bool, words: Words) -> list[str]:
    """How many follow-ups in how many quarters, that they are of different people, and what a mark does not prove."""
    if not calendar:
        return [words("over_time.calendar.nothing_dated")]
    busiest = max(calendar, key=lambda point: point.n_pairs)
    follow_ups = words.count("over_time.calendar.follow_ups", sum(point.n_pairs for point in calendar))
    said = words.count(
        "over_time.calendar.sentence", len(calendar), follow_ups=follow_ups,
        busiest=quarter_name(busiest, words).replace(" ", NO_BREAK),
        what=words.name(outcome.indicator_name), most=whole(busiest.n_pairs, words.language),
    )  # fmt: skip
    return [said, words("over_time.calendar.other_people"), words("over_time.calendar.marks") if has_marks else ""]


def calendar_reading(words: Words) -> str:
    """How to read the columns."""
    return words("over_time.calendar.reading", better=words("over_time.calendar.better"),
                 worse=words("over_time.calendar.worse"))  # fmt: skip


def calendar_alternative(calendar: Sequence[CalendarPoint], lessons: Sequence[Lesson], words: Words) -> str:
    columns = [_column(point, words) for point in calendar]
    return "; ".join([*columns, *(lesson_mark(lesson, words) for lesson in lessons)]) + "."


def quarter_name(point: CalendarPoint, words: Words) -> str:
    quarter, year = (point.first_day.month + 2) // 3, point.first_day.year % 100
    return words("over_time.calendar.quarter", quarter=quarter, year=f"{year:02d}")


def lesson_mark(lesson: Lesson, words: Words) -> str:
    """The day, and what was changed then. Needs a day of change."""
    changed_on = lesson.changed_on or lesson.noted_on
    return words("over_time.calendar.mark", day=day(changed_on, words.language),
                 changed=lesson.changed or lesson.decided)  # fmt: skip


def _column(point: CalendarPoint, words: Words) -> str:
    counted = {key: whole(getattr(point, f"n_{key}"), words.language) for key in ("improved", "same", "declined")}
    better, worse = words("over_time.calendar.better"), words("over_time.calendar.worse")
    quarter = quarter_name(point, words)
    return words("over_time.calendar.column", quarter=quarter, better=better, worse=worse, **counted)
