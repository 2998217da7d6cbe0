"""One indicator over all its moments, in pictures: where people stood, what changed, what lasted, how soon and when."""

from collections.abc import Sequence
from html import escape

from dashboard.charts.bars import BarRow, bars_figure
from dashboard.charts.canvas import Canvas, Figure
from dashboard.charts.curve import CurvePoint, curve_figure
from dashboard.charts.levels import LevelRow, levels_figure
from dashboard.charts.palette import palette
from dashboard.charts.parts import PartsRow, draw_parts
from dashboard.charts.quarters import Mark, QuarterColumn, quarters_figure
from dashboard.language import Words
from dashboard.notation import whole
from dashboard.sentences.over_time import lasting_groups, levels_of, measured_row
from dashboard.sentences.over_time_calendar import DAYS_PER_MONTH, lesson_mark, quarter_name
from dashboard.sentences.recognition import moment_name
from dashboard.sentences.values import MOVEMENTS, counts, movement_word, value_name
from pipelines.domain.note import Lesson
from pipelines.domain.outcome import Outcome
from pipelines.domain.trajectory import CalendarPoint, FirstImprovement, Lasting, Trajectory

MONTH_STEPS = (1, 2, 3, 6, 12, 24)
MOST_MONTH_MARKS = 6


def measured_figure(trajectory: Trajectory, outcome: Outcome, words: Words, *, dark: bool) -> Figure:
    """A row per moment with the levels at which people stood. Needs values few enough to show one by one."""
    levels = levels_of(trajectory)
    rows = [
        LevelRow(measured_row(point, words), {int(value): n for value, n in point.counts.items()})
        for point in trajectory.points
    ]
    names = {level: value_name(outcome, level, words) for level in levels}
    return levels_figure(rows, levels, names, words, dark=dark)


def changes_figure(outcomes: Sequence[Outcome], words: Words, *, dark: bool) -> Figure:
    """A row per moment with back, same and forward. `outcomes` are pinned to a moment; at least one."""
    canvas = Canvas(palette(dark))
    rows = [PartsRow(moment_name(outcome.moment or 0, words), counts(outcome)) for outcome in outcomes]
    heads = {movement: movement_word(outcomes[0], movement, words) for movement in MOVEMENTS}
    draw_parts(canvas, rows, heads, words)
    return canvas.figure(words.language)


def lasting_figure(lasting: Lasting, outcome: Outcome, words: Words, *, dark: bool) -> Figure:
    """A bar for those forward at both moments, first only, later only, and never."""
    rows = [
        BarRow(name, n, f"<b>{whole(n, words.language)}</b>") for name, n in lasting_groups(lasting, outcome, words)
    ]
    return bars_figure(rows, words, dark=dark)


def how_soon_figure(first: FirstImprovement, words: Words, *, dark: bool) -> Figure:
    """The share that had improved by each day. Needs somebody who did."""
    points = [CurvePoint(point.days, point.share_improved, point.low, point.high) for point in first.curve]
    # To the end of the month in which the last one improved: a step at the very edge would not be seen.
    n_months = int(points[-1].days // DAYS_PER_MONTH) + 1
    return curve_figure(points, n_months * DAYS_PER_MONTH, month_marks(n_months, words), words, dark=dark)


def month_marks(n_months: int, words: Words) -> dict[float, str]:
    """The start and a few months after it, by day."""
    step = next((step for step in MONTH_STEPS if n_months / step <= MOST_MONTH_MARKS), n_months)
    return {month * DAYS_PER_MONTH: whole(month, words.language) for month in range(0, n_months + 1, step)}


def calendar_figure(
    calendar: Sequence[CalendarPoint], lessons: Sequence[Lesson], words: Words, *, dark: bool
) -> Figure:
    """A column per quarter, and a line for every lesson with its day of change. Needs a quarter."""
    columns = [
        QuarterColumn(point.first_day, quarter_name(point, words),
                      {"declined": point.n_declined, "same": point.n_same, "improved": point.n_improved})
        for point in calendar
    ]  # fmt: skip
    # Somebody typed it: plotly would read a < as markup.
    marks = [Mark(lesson.changed_on, escape(lesson_mark(lesson, words), quote=False))
             for lesson in lessons if lesson.changed_on]  # fmt: skip
    return quarters_figure(columns, marks, words, dark=dark)
