"""The road of an upload: numbered steps, each under a heading of its own."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st


@contextmanager
def road_step(number: int, title: str) -> Iterator[None]:
    """The style sheet puts the number before the heading, by the key of the step."""
    with st.container(key=f"road_{number}"):
        st.header(title, anchor=False)
        yield
