"""The sheet on which every chart is drawn: y in pixels from the top, x as a share of the width.

A chart is a plain plotly dictionary. Nothing on it needs a mouse: every number stands there in words, and the
picture does not catch a finger that scrolls.
"""

from dataclasses import dataclass, field
from typing import Any

from dashboard.charts.labels import LABEL_SIZE
from dashboard.charts.palette import Palette
from pipelines.domain.frozen import Language

CONFIG = {"staticPlot": True, "displayModeBar": False, "responsive": True}
SANS = "Source Sans, sans-serif"
SEPARATORS: dict[Language, str] = {"nl": ",.", "en": ".,"}
HIDDEN_AXIS = {"visible": False, "fixedrange": True}

Figure = dict[str, Any]


@dataclass
class Canvas:
    """What is drawn so far; `height` in pixels is where the next part begins."""

    palette: Palette
    height: float = 0.0
    traces: list[dict[str, Any]] = field(default_factory=list)
    shapes: list[dict[str, Any]] = field(default_factory=list)
    annotations: list[dict[str, Any]] = field(default_factory=list)

    def write(self, text: str, x: float, y: float, *, anchor: str = "center", shift: float = 0.0,
              colour: str | None = None, size: int = LABEL_SIZE, name: str | None = None) -> None:  # fmt: skip
        """Text centred on pixel y; `anchor` says which side of it stands at x, `shift` moves it in pixels."""
        self.annotations.append({
            "text": text, "x": x, "y": y, "xref": "x2", "yref": "y", "xanchor": anchor, "yanchor": "middle",
            "xshift": shift, "showarrow": False, "align": anchor, "name": name, "borderpad": 0,
            "font": {"size": size, "color": colour or self.palette.ink},
        })  # fmt: skip

    def line(self, x0: float, y0: float, x1: float, y1: float, colour: str, width: float = 1.0,
             dash: str = "solid", name: str | None = None, layer: str = "above") -> None:  # fmt: skip
        """`layer` "below" leaves what is drawn as a trace, such as a dot, over the line."""
        self.shapes.append({
            "type": "line", "x0": x0, "y0": y0, "x1": x1, "y1": y1, "xref": "x2", "yref": "y", "name": name,
            "line": {"color": colour, "width": width, "dash": dash}, "layer": layer,
        })  # fmt: skip

    def path(self, path: str, fill: str, *, edge: str, name: str, opacity: float = 1.0) -> None:
        """An area; its thin edge keeps even one person of a thousand visible."""
        self.shapes.append({
            "type": "path", "path": path, "xref": "x2", "yref": "y", "name": name, "fillcolor": fill,
            "opacity": opacity, "line": {"color": edge, "width": 0.6},
        })  # fmt: skip

    def figure(self, language: Language, bar_total: float = 1.0) -> Figure:
        """The chart. `bar_total` is the length of the axis `x`, on which bars count people."""
        return {
            "data": self.traces,
            "layout": {
                "height": round(self.height), "margin": {"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0},
                "xaxis": {**HIDDEN_AXIS, "range": [0, bar_total]},
                "xaxis2": {**HIDDEN_AXIS, "range": [0, 1], "overlaying": "x"},
                "yaxis": {**HIDDEN_AXIS, "range": [self.height, 0]},
                "shapes": self.shapes, "annotations": self.annotations, "barmode": "overlay", "bargap": 0,
                "paper_bgcolor": "rgba(0,0,0,0)", "plot_bgcolor": "rgba(0,0,0,0)", "showlegend": False,
                "hovermode": False, "font": {"family": SANS, "size": LABEL_SIZE, "color": self.palette.ink},
                "separators": SEPARATORS[language],
            },
        }  # fmt: skip
