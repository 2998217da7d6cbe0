"""The road of an upload: numbered steps, each under a heading of its own."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from dashboard.components.plain_text import as_plain


@contextmanager
def road_step(number: int, title: str) -> Iterator[None]:
    """The style sheet puts the number before the heading, by the key of the step. The title is shown as it is."""
    with st.container(key=f"road_{number}"):
        st.header(as_plain(title), anchor=False)
        yield
