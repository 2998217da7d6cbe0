"""Where people stood at both moments: per level two bars, the start above the follow-up.

The names of levels never fit under the parts of a stacked row on a phone, so that each level has a line of its own.
"""

import re
from dataclasses import dataclass

from dashboard.charts.canvas import Canvas, Figure
from dashboard.charts.labels import LINE_HEIGHT, NARROWEST_WIDTH, line_count, text_width, wrap
from dashboard.charts.moves import best_first
from dashboard.charts.palette import palette
from dashboard.language import Words
from dashboard.notation import percentage, whole
from dashboard.sentences.alternatives import at_last, at_start
from dashboard.sentences.values import last_moment, start_moment, value_name
from pipelines.domain.outcome import Outcome

BAR_HEIGHT = 14
BAR_LINE = 19
SPACE = 12
LABEL_GAP = 8


@dataclass(frozen=True)
class Bar:
    level: int
    moment: str
    n: int
    label: str


def distribution_figure(outcome: Outcome, words: Words, *, dark: bool) -> Figure:
    """Needs `can_flow`."""
    canvas = Canvas(palette(dark))
    bars = _bars(outcome, words)
    per_person = min(_room(bar) / bar.n for bar in bars if bar.n)
    colours = {"start": canvas.palette.at_start, "last": canvas.palette.at_last}
    for bar in bars:
        if bar.moment == "start":
            _write_level(canvas, outcome, bar.level, words)
        _draw_bar(canvas, bar, bar.n * per_person, colours[bar.moment])
        if bar.moment == "last":
            canvas.height += SPACE
    return canvas.figure(words.language)


def _bars(outcome: Outcome, words: Words) -> list[Bar]:
    """Two for each level, the best level first; its labels say which moment they are."""
    start, last = at_start(outcome.transitions), at_last(outcome.transitions)
    levels = best_first(outcome)
    named = {"start": start_moment(words), "last": last_moment(outcome, words)}
    return [
        Bar(level, moment, n := counted.get(level, 0),
            _label(n, outcome.n_pairs, words) + (f"  {named[moment]}" if level == levels[0] else ""))
        for level in levels for moment, counted in (("start", start), ("last", last))
    ]  # fmt: skip


def _room(bar: Bar) -> float:
    """The share of the width that the bar may take on the narrowest screen, so that its label fits beside it."""
    return 1 - (text_width(re.sub("<.*?>", "", bar.label)) + LABEL_GAP + 8) / NARROWEST_WIDTH


def _write_level(canvas: Canvas, outcome: Outcome, level: int, words: Words) -> None:
    name = wrap(value_name(outcome, level, words), NARROWEST_WIDTH)
    height = line_count(name) * LINE_HEIGHT + 4
    canvas.write(name, 0, canvas.height + height / 2, anchor="left")
    canvas.height += height


def _draw_bar(canvas: Canvas, bar: Bar, length: float, colour: str) -> None:
    middle = canvas.height + BAR_LINE / 2
    name = f"{bar.moment}:{bar.level}"
    canvas.traces.append({
        "type": "bar", "orientation": "h", "name": name, "x": [length], "y": [middle], "width": BAR_HEIGHT,
        "customdata": [bar.n], "marker": {"color": colour, "line": {"width": 0}}, "hoverinfo": "skip",
    })  # fmt: skip
    canvas.write(bar.label, length, middle, anchor="left", shift=LABEL_GAP if bar.n else 0, name=name)
    canvas.height += BAR_LINE


def _label(n: int, total: int, words: Words) -> str:
    share = percentage(n / total, words.language)
    return words("charts.number_and_share", n=f"<b>{whole(n, words.language)}</b>", share=share)
