"""Projects by name, each a dot with its interval: measured again, moved forward, and what they found together."""

from collections.abc import Sequence
from html import escape

from dashboard.charts.canvas import Canvas, Figure
from dashboard.charts.dots import Dot, DotRow, Scale, dots_figure, draw_dots, symmetric
from dashboard.charts.labels import LINE_HEIGHT, NARROWEST_WIDTH, line_count, wrap
from dashboard.charts.palette import palette
from dashboard.language import Words
from dashboard.notation import percentage
from dashboard.sentences.portfolio import followed_written
from dashboard.sentences.portfolio_across import Looked, found_written, pooled_written
from dashboard.sentences.portfolio_domains import for_whom, group_heading, has_several_indicators, side_written
from pipelines.domain.indicator import Kind
from pipelines.domain.outcome import Share
from pipelines.editions.across import Across
from pipelines.editions.portfolio import Reach
from pipelines.editions.side_by_side import DomainSides

SPACE_BETWEEN, SPACE_UNDER_LINE = 10, 8
LEAST = {Kind.LEVEL: 0.5, Kind.COUNT: 0.5, Kind.YES_NO: 0.2, Kind.AMOUNT: 1.0}
LEAST_SHARE = 0.2


def reach_figure(reaches: Sequence[Reach], words: Words, *, dark: bool) -> Figure:
    """The share of those with a start who were measured again."""
    rows = [DotRow(_bold(reach.project), followed_written(reach, words), _dots(reach.followed)) for reach in reaches]
    return dots_figure(rows, _shares(words), words, dark=dark)


def domain_figure(domain: DomainSides, words: Words, *, dark: bool) -> Figure:
    """The share that moved forward. Each group that was measured alike has its heading and its own scale."""
    canvas = Canvas(palette(dark))
    has_several = has_several_indicators(domain)
    for number, sides in enumerate(domain.alike):
        if number:
            canvas.height += SPACE_BETWEEN
            canvas.line(0, canvas.height, 1, canvas.height, canvas.palette.quiet, name="apart")
            canvas.height += SPACE_UNDER_LINE
        _write_heading(canvas, [group_heading(sides, has_several, words), for_whom(sides, words)])
        rows = [DotRow(_bold(side.project), side_written(side, words), _dots(side.share)) for side in sides]
        draw_dots(canvas, rows, _shares(words))
    return canvas.figure(words.language)


def across_figure(looked: Looked, words: Words, *, dark: bool) -> Figure:
    """What each project found around zero, better to the right, and under them what they found together."""
    across, pooled = looked.across, looked.across.pooled
    rows = [
        DotRow(_bold(one.project), found_written(one, across, words), (Dot(one.value, one.low, one.high),))
        for one in across.found
    ]
    together = Dot(pooled.value, pooled.low, pooled.high, is_pooled=True)
    rows.append(DotRow(_bold(words("portfolio.across.together")), pooled_written(across, words), (together,)))
    return dots_figure(rows, _around_zero(across, words), words, dark=dark)


def _around_zero(across: Across, words: Words) -> Scale:
    """Wide enough for what the projects found. An interval that reaches further ends at the edge."""
    least = LEAST_SHARE if across.group else LEAST[across.indicator.kind]
    end = symmetric([end for one in across.found for end in (one.low, one.high)], least)
    if across.group:
        end = min(end, 1.0)
    ends = {-end: "worse", 0.0: "equal", end: "better"}
    labels = {at: words(f"portfolio.across.comparison.{key}") for at, key in ends.items()}
    return Scale(-end, end, labels, zero=0.0)


def _write_heading(canvas: Canvas, lines: Sequence[str]) -> None:
    for line in filter(None, lines):
        said = wrap(escape(line, quote=False), NARROWEST_WIDTH)
        height = line_count(said) * LINE_HEIGHT + 3
        canvas.write(said, 0, canvas.height + height / 2, anchor="left", colour=canvas.palette.quiet)
        canvas.height += height
    canvas.height += 4


def _shares(words: Words) -> Scale:
    return Scale(0.0, 1.0, {share: percentage(share, words.language) for share in (0.0, 0.5, 1.0)})


def _dots(share: Share | None) -> tuple[Dot, ...]:
    return () if share is None else (Dot(share.estimate, share.low, share.high),)


def _bold(name: str) -> str:
    """Somebody typed it: plotly would read a < as markup."""
    return f"<b>{escape(name, quote=False)}</b>"
