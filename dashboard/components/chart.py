"""A chart on the page, with its text alternative. Figures are kept per version of the data: drawing them costs more
than showing them."""

from collections.abc import Callable, Sequence

import plotly.graph_objects as go
import streamlit as st

from dashboard.charts.canvas import CONFIG, Figure
from dashboard.language import Words
from dashboard.reader import theme_is_dark
from pipelines.domain.frozen import Language
from pipelines.domain.outcome import Outcome
from pipelines.domain.series import series_of

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


def show_figure(figure: Figure, key: str, *, alt: str) -> None:
    """A figure that is drawn anew every time: cheap ones, and those of few findings."""
    st.plotly_chart(Drawn(figure), theme=None, config=CONFIG, alt=alt, key=key)


def _place(outcome: Outcome) -> Place:
    return *series_of(outcome), outcome.moment


def _show(draw: Draw, findings: object, place: Place, words: Words, version: str, alt: str, key: str = "") -> None:
    figure = _figure(draw, findings, place, version, words.language, theme_is_dark())
    name = key or "_".join(map(str, place))
    st.plotly_chart(figure, theme=None, config=CONFIG, alt=alt, key=f"{draw.__name__}_{name}")


def _figure(draw: Draw, findings: object, place: Place, version: str, language: Language, dark: bool) -> Drawn:
    drawings, key = _drawings(), (draw.__name__, place, version, language, dark)
    figure = drawings.get(key)
    if figure is None:
        if len(drawings) >= MOST_FIGURES:
            drawings.clear()
        figure = drawings[key] = Drawn(draw(findings, Words(language), dark=dark))
    return figure


# A dictionary in one cache entry: for a cached function Streamlit makes a key on every call, which takes longer than
# showing the figure.
@st.cache_resource(show_spinner=False)
def _drawings() -> dict[tuple[object, ...], Drawn]:
    return {}
