"""Why people left."""

from dashboard.charts.bars import BarRow, bars_figure
from dashboard.components.chart import show_figure
from dashboard.components.few_people import mark_few
from dashboard.components.part import part, say
from dashboard.language import Words
from dashboard.notation import whole
from dashboard.sentences.flow import by_number, reason_name, reason_notes, reason_sentences
from dashboard.workspace import theme_is_dark
from pipelines.domain.flow import Flow


def show_reasons(flow: Flow, words: Words) -> None:
    with part("reasons", words("flow.reasons.title"), reason_sentences(flow, words)):
        if flow.n_left:
            rows = [
                BarRow(reason_name(code, words), n, f"<b>{whole(n, words.language)}</b>")
                for code, n in by_number(flow.reasons).items()
            ]
            figure = bars_figure(rows, words, dark=theme_is_dark())
            show_figure(figure, "reasons", alt=_alternative(rows, words))
            mark_few(flow.n_left, words)
            say([], reason_notes(flow, words))


def _alternative(rows: list[BarRow], words: Words) -> str:
    told = [words("flow.reasons.alternative", reason=row.name, n=whole(row.n, words.language)) for row in rows]
    return "; ".join(told) + "."
