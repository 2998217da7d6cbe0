"""Whether those who dropped out started differently from those who stayed."""

from dashboard.charts.start_difference import DifferenceRow, start_difference_figure
from dashboard.components.chart import show_figure
from dashboard.components.findings import Findings
from dashboard.components.part import part, say
from dashboard.language import Words
from dashboard.sentences.flow_drop_out import (
    drop_out_alternative,
    drop_out_answer,
    drop_out_notes,
    start_differences,
)
from dashboard.workspace import theme_is_dark

# Beyond this a standardised difference is more than one to keep in mind (What Works Clearinghouse).
CAUTION_UP_TO = 0.25


def show_drop_out(findings: Findings, words: Words) -> None:
    sentences = drop_out_answer(findings.drop_outs, findings.outcomes, words)
    with part("drop_out", words("flow.drop_out.title"), sentences):
        differences = start_differences(findings.drop_outs, findings.outcomes, words)
        if differences:
            rows = [DifferenceRow(one.name, one.difference, one.written(words)) for one in differences]
            heads = (words("flow.drop_out.worse"), words("flow.drop_out.better"))
            figure = start_difference_figure(rows, heads, CAUTION_UP_TO, words, dark=theme_is_dark())
            show_figure(figure, "drop_out", alt=drop_out_alternative(differences, words))
        say([], drop_out_notes(findings.drop_outs, words))
