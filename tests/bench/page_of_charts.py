"""A Streamlit page with the charts of another page and nothing behind them. Run by pages.py."""

import json
import os
from pathlib import Path

import plotly.graph_objects as go
import streamlit as st


def read_figures(file: str) -> list[go.Figure]:
    return [go.Figure(figure) for figure in json.loads(Path(file).read_text(encoding="utf-8"))]


# Tuned, the figures are made once; untuned, on every run, as a first version of any page would.
made = read_figures if "UNTUNED" in os.environ else st.cache_resource(read_figures)
for number, figure in enumerate(made(os.environ["FIGURES"])):
    st.plotly_chart(figure, theme=None, key=f"chart_{number}")
