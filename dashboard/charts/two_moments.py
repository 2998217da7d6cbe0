"""Where people stood at both moments when there are too many values for a line each: median, mean and spread."""

from dataclasses import dataclass

from dashboard.charts.canvas import Canvas
from dashboard.charts.labels import NARROWEST_WIDTH, line_count, wrap
from dashboard.language import Words
from dashboard.sentences.values import last_moment, measured, start_moment
from pipelines.domain.outcome import Outcome

PLOT_LEFT, PLOT_RIGHT = 0.03, 0.97
LINE_HEIGHT = 44
KEY_LINE = 18
DOT = 13


@dataclass(frozen=True)
class Moment:
    name: str
    mean: float
    sd: float
    median: float


def draw_two_moments(canvas: Canvas, outcome: Outcome, words: Words) -> None:
    """Needs at least one pair. A dot on the median, a small line on the mean, a thin line of one SD either way."""
    moments = _moments(outcome, words)
    low = min(min(moment.mean - moment.sd, moment.median) for moment in moments)
    high = max(max(moment.mean + moment.sd, moment.median) for moment in moments)
    scale = (PLOT_RIGHT - PLOT_LEFT) / ((high - low) or 1)
    for moment, colour in zip(moments, (canvas.palette.at_start, canvas.palette.at_last), strict=True):
        _write_moment(canvas, moment, words)
        y = canvas.height + 28
        places = {name: PLOT_LEFT + (value - low) * scale for name, value in
                  {"low": moment.mean - moment.sd, "mean": moment.mean, "high": moment.mean + moment.sd,
                   "median": moment.median}.items()}  # fmt: skip
        canvas.line(places["low"], y, places["high"], y, colour, 3, name="spread")
        canvas.line(places["mean"], y - 7, places["mean"], y + 7, colour, 3, name="mean")
        canvas.traces.append(_dot(places["median"], y, colour))
        canvas.height += LINE_HEIGHT
    _write_key(canvas, words)


def _write_key(canvas: Canvas, words: Words) -> None:
    """What dot, small line and long line are."""
    key = wrap(words("charts.dot_and_lines"), NARROWEST_WIDTH)
    height = line_count(key) * KEY_LINE
    canvas.write(key, 0, canvas.height + height / 2, anchor="left", colour=canvas.palette.quiet)
    canvas.height += height


def _moments(outcome: Outcome, words: Words) -> tuple[Moment, Moment]:
    return (
        Moment(start_moment(words), outcome.mean_start or 0, outcome.sd_start or 0, outcome.median_start or 0),
        Moment(last_moment(outcome, words), outcome.mean_follow_up or 0, outcome.sd_follow_up or 0,
               outcome.median_follow_up or 0),
    )  # fmt: skip


def _write_moment(canvas: Canvas, moment: Moment, words: Words) -> None:
    y = canvas.height + 9
    canvas.write(moment.name, 0, y, anchor="left", colour=canvas.palette.quiet)
    canvas.write(
        words("charts.median_and_mean", median=f"<b>{measured(moment.median, words)}</b>",
              mean=measured(moment.mean, words)),
        1, y, anchor="right",
    )  # fmt: skip


def _dot(x: float, y: float, colour: str) -> dict[str, object]:
    return {"type": "scatter", "mode": "markers", "x": [x], "y": [y], "xaxis": "x2", "yaxis": "y", "name": "median",
            "marker": {"size": DOT, "color": colour}, "hoverinfo": "skip", "cliponaxis": False}  # fmt: skip
