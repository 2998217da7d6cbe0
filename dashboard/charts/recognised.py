"""Who recognises an outcome, and what it was that was put before them."""

from dashboard.charts.canvas import Canvas, Figure
from dashboard.charts.change_bar import draw_change_bar
from dashboard.charts.dots import Dot, DotRow, Scale, dots_figure
from dashboard.charts.palette import palette
from dashboard.language import Words
from dashboard.notation import percentage
from dashboard.sentences.recognised import RecognisedDomain, answers_written
from pipelines.domain.outcome import Outcome


def recognition_figure(domain: RecognisedDomain, words: Words, *, dark: bool) -> Figure:
    """The share of participants that recognises it as a filled dot, that of professionals as a hollow one."""
    dots = tuple(Dot(share.share.estimate, is_hollow=share.respondent == "professional") for share in domain.shares)
    labels = {share: percentage(share, words.language) for share in (0.0, 0.5, 1.0)}
    row = DotRow("", answers_written(domain, words), dots)
    return dots_figure([row], Scale(0.0, 1.0, labels), words, dark=dark)


def measured_figure(outcome: Outcome, words: Words, *, dark: bool) -> Figure:
    """Forward, same or back in one bar. Needs at least one pair."""
    canvas = Canvas(palette(dark))
    draw_change_bar(canvas, outcome, words)
    return canvas.figure(words.language, bar_total=outcome.n_pairs)
