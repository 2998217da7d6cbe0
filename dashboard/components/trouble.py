"""What to do when the page cannot be shown, in words instead of a traceback."""

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import streamlit as st

from dashboard.access import NotAllowed
from dashboard.components.plain_text import as_plain
from dashboard.components.refusal import show_refusal
from dashboard.language import Words
from dashboard.people import OpenToOthers
from pipelines.domain.secret_key import UnusableKey
from pipelines.settings import WrongSettings
from pipelines.store.key import KeyUnavailable
from pipelines.store.store import StoreUnavailable

LOG = logging.getLogger(__name__)

TEXTS: Mapping[type[Exception], str] = {
    StoreUnavailable: "store",
    KeyUnavailable: "key",
    UnusableKey: "log_key",
    WrongSettings: "settings",
    OpenToOthers: "open_to_others",
}


@contextmanager
def in_plain_words(words: Words) -> Iterator[None]:
    """Shows what is refused, and what whoever runs the program can mend."""
    try:
        yield
    except NotAllowed as refused:
        show_refusal(words, str(refused))
    except tuple(TEXTS) as trouble:
        LOG.error("%s", trouble)
        _show(words, next(text for kind, text in TEXTS.items() if isinstance(trouble, kind)), str(trouble))


def _show(words: Words, what: str, detail: str) -> None:
    st.title(words(f"shell.trouble.{what}_title"), anchor=False)
    st.markdown(words(f"shell.trouble.{what}_text"))
    st.caption(words("shell.trouble.detail", detail=as_plain(detail)))
