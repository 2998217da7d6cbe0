"""What to do when the data do not open, in words instead of a traceback."""

import streamlit as st

from dashboard.components.plain_text import as_plain
from dashboard.language import Words
from pipelines.store.key import KeyUnavailable
from pipelines.store.store import StoreUnavailable

Trouble = StoreUnavailable | KeyUnavailable


def show_trouble(words: Words, trouble: Trouble) -> None:
    what = "key" if isinstance(trouble, KeyUnavailable) else "store"
    st.title(words(f"shell.trouble.{what}_title"), anchor=False)
    st.markdown(words(f"shell.trouble.{what}_text"))
    st.caption(words("shell.trouble.detail", detail=as_plain(str(trouble))))
