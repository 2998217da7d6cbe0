"""The look of the pages: the style sheet, with the palette handed to it as variables."""

from functools import cache
from importlib.resources import files

import streamlit as st

from dashboard.charts.palette import palette


def apply_style(dark: bool) -> None:
    """Once per run, in the entry, before anything is shown."""
    st.html(_style(dark))


@cache
def _style(dark: bool) -> str:
    colours = "".join(f"--{name.replace('_', '-')}:{value};" for name, value in palette(dark).model_dump().items())
    sheet = files("dashboard").joinpath("style.css").read_text(encoding="utf-8")
    return f"<style>:root{{{colours}}}\n{sheet}</style>"
