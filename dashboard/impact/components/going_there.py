"""Goes to the life domain that the address asks for, or to its anchor, once the page stands."""

import json
import re

import streamlit as st

NAME = re.compile(r"\w+")
# Charts take their height as they are drawn, so the place is looked up again, until the reader moves.
GO = """<script>(() => {
  const asked = %s || decodeURIComponent(location.hash.slice(1));
  const moved = new AbortController();
  for (const sign of ["wheel", "touchstart", "keydown", "mousedown"])
    addEventListener(sign, () => moved.abort(), {once: true, signal: moved.signal, passive: true});
  const go = () => { if (!moved.signal.aborted && asked) document.getElementById(asked)?.scrollIntoView(); };
  for (const after of [0, 250, 700, 1500]) setTimeout(go, after);
  setTimeout(() => document.getElementById(asked)?.focus({preventScroll: true}), 0);
})()</script>"""


def go_to(anchor: str | None) -> None:
    """Anything but a name, such as markup in an address, is no place to go."""
    is_name = anchor is not None and NAME.fullmatch(anchor)
    st.html(GO % json.dumps(anchor if is_name else ""), unsafe_allow_javascript=True)
