"""The look of the pages: the style sheet, with the palette handed to it as variables."""

from functools import cache
from importlib.resources import files

import streamlit as st

from dashboard.charts.palette import palette
from dashboard.reader import current_words

# The new theme reaches the server with the next run; Streamlit itself needs a moment to notice the change first.
FOLLOW_THEME = """<script>
window.followTheme ??= matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () =>
  setTimeout(() => document.querySelector(".st-key-redraw button").click(), 500)) ?? true;
</script>"""


def apply_style(dark: bool) -> None:
    """Once per run, in the entry, before anything is shown."""
    st.html(_style(dark))
    _follow_theme()


@cache
def _style(dark: bool) -> str:
    colours = "".join(f"--{name.replace('_', '-')}:{value};" for name, value in palette(dark).model_dump().items())
    sheet = files("dashboard").joinpath("style.css").read_text(encoding="utf-8")
    return f"<style>:root{{{colours}}}\n{sheet}</style>"


def _follow_theme() -> None:
    """Colours are chosen on the server: when the reader's computer turns dark or light, an unseen button asks anew."""
    with st.container(key="follow_theme"):
        st.button(current_words()("charts.redraw"), key="redraw")
        st.html(FOLLOW_THEME, unsafe_allow_javascript=True)
