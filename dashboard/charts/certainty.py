"""How large, how sure: a dot with its 95 % interval, shares on a scale of 0 to 100 %, the mean change around zero."""

from dataclasses import dataclass

from dashboard.charts.canvas import Canvas, Figure
from dashboard.charts.palette import palette
from dashboard.language import Words
from dashboard.notation import number, percentage, signed, whole
from pipelines.domain.indicator import Direction, Kind
from pipelines.domain.outcome import Outcome, Share

PLOT_LEFT, PLOT_RIGHT = 0.02, 0.98
LABEL_LINE = 20
TRACK_HEIGHT = 26
SCALE_LINE = 20
SPACE = 10


@dataclass(frozen=True)
class Estimate:
    """A number with its interval, in the unit of its scale, and the two labels above it."""

    name: str
    what: str
    written: str
    value: float
    low: float
    high: float


def certainty_figure(outcome: Outcome, words: Words, *, dark: bool) -> Figure:
    """Needs at least one pair."""
    canvas = Canvas(palette(dark))
    shares = _shares(outcome, words)
    for estimate in shares:
        _draw_estimate(canvas, estimate, 0, 1)
    _write_scale(canvas, {place: percentage(place, words.language) for place in (0, 0.5, 1)}, 0, 1)
    change = _mean_change(outcome, words)
    if change is not None:
        canvas.height += SPACE
        widest = max(abs(change.low), abs(change.high), 0.5) * 1.1
        _draw_estimate(canvas, change, -widest, widest)
        _write_scale(canvas, {0: "0"}, -widest, widest)
    return canvas.figure(words.language)


def _shares(outcome: Outcome, words: Words) -> list[Estimate]:
    """The share of everybody, and of those who could improve where these are fewer."""
    found = [("share_of_all", outcome.share_improved, outcome.n_pairs)]
    if outcome.n_eligible < outcome.n_pairs:
        found.append(("share_of_eligible", outcome.share_improved_of_eligible, outcome.n_eligible))
    return [_share(key, share, n, words) for key, share, n in found if share is not None]


def _share(key: str, share: Share, n: int, words: Words) -> Estimate:
    low, high = percentage(share.low, words.language), percentage(share.high, words.language)
    estimate = f"<b>{percentage(share.estimate, words.language)}</b>"
    written = words("charts.interval", estimate=estimate, low=low, high=high)
    what = words(f"charts.{key}", n=whole(n, words.language))
    return Estimate(key, what, written, share.estimate, share.low, share.high)


def _mean_change(outcome: Outcome, words: Words) -> Estimate | None:
    mean, low, high = outcome.mean_change, outcome.change_low, outcome.change_high
    if outcome.kind is Kind.YES_NO or mean is None or low is None or high is None:
        return None
    estimate = f"<b>{signed(mean, words.language, 2)}</b>"
    written = words("charts.interval", estimate=estimate, low=number(low, words.language, 2),
                    high=number(high, words.language, 2))  # fmt: skip
    return Estimate("mean_change", _mean_change_label(outcome, words), written, mean, low, high)


def _mean_change_label(outcome: Outcome, words: Words) -> str:
    return words("charts.mean_change" if outcome.direction is Direction.HIGHER else "charts.mean_change_lower")


def _place(value: float, low: float, high: float) -> float:
    return PLOT_LEFT + (PLOT_RIGHT - PLOT_LEFT) * (value - low) / (high - low)


def _draw_estimate(canvas: Canvas, estimate: Estimate, low: float, high: float) -> None:
    ink = canvas.palette.ink
    canvas.write(estimate.what, 0, canvas.height + LABEL_LINE / 2, anchor="left")
    canvas.write(estimate.written, 1, canvas.height + LABEL_LINE / 2, anchor="right")
    canvas.height += LABEL_LINE
    y = canvas.height + TRACK_HEIGHT / 2
    canvas.line(PLOT_LEFT, y, PLOT_RIGHT, y, canvas.palette.hairline)
    if low < 0 < high:
        zero = _place(0, low, high)
        canvas.line(zero, y - 12, zero, y + 12, canvas.palette.quiet, 1, dash="dot", name="zero")
    canvas.line(_place(estimate.low, low, high), y, _place(estimate.high, low, high), y, ink, 3, name=estimate.name)
    canvas.traces.append({
        "type": "scatter", "mode": "markers", "x": [_place(estimate.value, low, high)], "y": [y], "xaxis": "x2",
        "yaxis": "y", "name": estimate.name, "customdata": [estimate.value], "cliponaxis": False,
        "marker": {"size": 13, "color": ink}, "hoverinfo": "skip",
    })  # fmt: skip
    canvas.height += TRACK_HEIGHT


def _write_scale(canvas: Canvas, labels: dict[float, str], low: float, high: float) -> None:
    for value, label in labels.items():
        anchor = {low: "left", high: "right"}.get(value, "center")
        x = {low: 0.0, high: 1.0}.get(value, _place(value, low, high))
        canvas.write(label, x, canvas.height + SCALE_LINE / 2 - 2, anchor=anchor, colour=canvas.palette.quiet)
    canvas.height += SCALE_LINE
