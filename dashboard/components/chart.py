"""A chart on the page, with its text alternative. Figures are kept per version of the data: drawing them costs more
than showing them."""

from collections.abc import Callable, Sequence

import plotly.graph_objects as go
import streamlit as st

from dashboard.charts.canvas import CONFIG, Figure
from dashboard.language import Words
from dashboard.workspace import theme_is_dark
from pipelines.domain.frozen import Language
from pipelines.domain.outcome import Outcome

Draw = Callable[..., Figure]
Place = tuple[str | int | None, ...]
MOST_FIGURES = 1000


class Drawn(go.Figure):
    """A figure that is checked once and then never changes: shown as it is, where plotly would copy it every time
    (2 ms a figure).
    """

    def to_dict(self) -> Figure:
        if not hasattr(self, "_shown"):
            self._shown = super().to_dict()
        return self._shown


def show_chart(draw: Draw, outcome: Outcome, words: Words, version: str, *, alt: str) -> None:
    """`draw(outcome, words, dark=…)` makes the figure; `version` says of which data the outcome is."""
    _show(draw, outcome, _place(outcome), words, version, alt)


def show_chart_of_all(draw: Draw, outcomes: Sequence[Outcome], words: Words, version: str, *, alt: str) -> None:
    """As `show_chart`, for one figure over several outcomes."""
    place = sum((_place(outcome) for outcome in outcomes), ())
    _show(draw, outcomes, place, words, version, alt, key="all")


def _place(outcome: Outcome) -> Place:
    return outcome.instrument, outcome.indicator, outcome.rater, outcome.moment


def _show(draw: Draw, findings: object, place: Place, words: Words, version: str, alt: str, key: str = "") -> None:
    figure = _figure(draw.__name__, place, version, words.language, theme_is_dark(), _draw=draw, _findings=findings)
    name = key or "_".join(map(str, place))
    st.plotly_chart(figure, theme=None, config=CONFIG, alt=alt, key=f"{draw.__name__}_{name}")


@st.cache_resource(max_entries=MOST_FIGURES, show_spinner=False)
def _figure(
    name: str,  # noqa: ARG001  part of the cache key, as are place and version
    place: Place,  # noqa: ARG001
    version: str,  # noqa: ARG001
    language: Language,
    dark: bool,
    _draw: Draw,
    _findings: object,
) -> Drawn:
    return Drawn(_draw(_findings, Words(language), dark=dark))
