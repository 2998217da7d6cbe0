"""How long people take part."""

from dashboard.charts.bars import BarRow, bars_figure
from dashboard.components.chart import show_figure
from dashboard.components.few_people import mark_few
from dashboard.components.part import part, say
from dashboard.language import Words
from dashboard.sentences.flow import length, stay_notes, stay_sentences
from dashboard.workspace import theme_is_dark
from pipelines.domain.flow import Flow


def show_stay(flow: Flow, words: Words) -> None:
    with part("stay", words("flow.stay.title"), stay_sentences(flow, words)):
        stays = _stays(flow)
        if stays:
            rows = [
                BarRow(words.count(f"flow.stay.{who}_name", n), days, length(days, words)) for who, n, days in stays
            ]
            alternative = [words("flow.stay.alternative", who=row.name, length=row.written) for row in rows]
            figure = bars_figure(rows, words, dark=theme_is_dark())
            show_figure(figure, "stay", alt="; ".join(alternative) + ".")
            mark_few(min(n for _, n, _ in stays), words)
            say([], stay_notes(flow, words))


def _stays(flow: Flow) -> list[tuple[str, int, float]]:
    """Those who left and those still here: how many of them have a day of coming, and their median in days."""
    n_left, n_present = sum(one.left for one in flow.periods), flow.periods[-1].end if flow.periods else 0
    known = (("left", n_left, flow.median_days_stayed), ("present", n_present, flow.median_days_so_far))
    return [(who, n, days) for who, n, days in known if days is not None]
