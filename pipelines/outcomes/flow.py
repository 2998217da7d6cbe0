"""In and out: begin + in − out = end, period by period, and how long people take part (method, section 6)."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from statistics import median
from typing import Any

from pipelines.domain.flow import Flow, FlowPeriod, Period
from pipelines.outcomes.question import Question
from pipelines.outcomes.reading import read_rows
from pipelines.store.cursor import Cursor

UNKNOWN_REASON = "unknown"
MONTHS_OF = {Period.MONTH: 1, Period.QUARTER: 3, Period.YEAR: 12}


def read_flow(cursor: Cursor, project_id: int, *, period: Period = Period.QUARTER, as_of: date | None = None) -> Flow:
    """Participants only, up to the day of asking. Who leaves later than that is still here."""
    question = Question.ask(cursor, project_id, None, as_of)
    stays = [row for row in read_rows(cursor, "stay", project_id=project_id) if not _is_later(row, question.as_of)]
    left = [row for row in stays if _has_left(row, question.as_of)]
    present = [row for row in stays if not _has_left(row, question.as_of)]
    return Flow(
        periods=tuple(_periods(stays, period, question.as_of)),
        n_enrolled=_count(stays),
        n_present=_count(present),
        n_left=_count(left),
        n_undated=_count(row for row in stays if row.came_on is None),
        n_left_without_start=sum(row.n_without_start for row in left),
        n_waiting_for_start=sum(row.n_without_start for row in present),
        reasons=_reasons(left),
        median_days_stayed=_median((row.left_on - row.came_on).days for row in left for _ in _dated(row)),
        median_days_so_far=_median((question.as_of - row.came_on).days for row in present for _ in _dated(row)),
        reach_target=_reach_target(cursor, project_id),
        as_of=question.as_of,
    )


def period_of(day: date, period: Period) -> str:
    """2025-03, 2025-Q1 or 2025."""
    match period:
        case Period.MONTH:
            return f"{day.year}-{day.month:02}"
        case Period.QUARTER:
            return f"{day.year}-Q{(day.month + 2) // 3}"
        case Period.YEAR:
            return str(day.year)


def _periods(stays: Sequence[Any], period: Period, as_of: date) -> Iterator[FlowPeriod]:
    """Every period from the first in which somebody came to that of `as_of`, those in which nothing happened too."""
    dated = [row for row in stays if row.came_on is not None]
    entered, left = defaultdict(int), defaultdict(list)
    for row in dated:
        entered[period_of(row.came_on, period)] += row.n
        if _has_left(row, as_of):
            left[period_of(row.left_on, period)].append(row)
    begin = 0
    for first_day in _first_days(min((row.came_on for row in dated), default=None), period, as_of):
        name = period_of(first_day, period)
        n_left = _count(left[name])
        end = begin + entered[name] - n_left
        yield FlowPeriod(
            period=name, first_day=first_day, begin=begin, entered=entered[name], left=n_left, end=end,
            reasons=_reasons(left[name]),
        )  # fmt: skip
        begin = end


def _first_days(first: date | None, period: Period, as_of: date) -> Iterator[date]:
    months = MONTHS_OF[period]
    day = first and first.replace(month=(first.month - 1) // months * months + 1, day=1)
    while day and day <= as_of:
        yield day
        year, month = divmod(day.month - 1 + months, 12)
        day = date(day.year + year, month + 1, 1)


def _has_left(row: Any, as_of: date) -> bool:
    return row.left_on is not None and row.left_on <= as_of


def _is_later(row: Any, as_of: date) -> bool:
    return row.came_on is not None and row.came_on > as_of


def _reasons(left: Iterable[Any]) -> dict[str, int]:
    counts = Counter()
    for row in left:
        counts[row.exit_reason or UNKNOWN_REASON] += row.n
    return dict(counts.most_common())


def _dated(row: Any) -> range:
    """One turn per person of whom the day of coming is known."""
    return range(row.n if row.came_on is not None else 0)


def _count(rows: Iterable[Any]) -> int:
    return sum(row.n for row in rows)


def _median(days: Iterable[int]) -> float | None:
    known = list(days)
    return float(median(known)) if known else None


def _reach_target(cursor: Cursor, project_id: int) -> int | None:
    query = "select reach_target from core.project where project_id = $project_id"
    rows = cursor.execute(query, {"project_id": project_id}).fetchall()
    return rows[0][0] if rows else None
