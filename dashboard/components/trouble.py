"""What to do when the page cannot be shown, in words instead of a traceback. Opens nothing: every entry shares it."""

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType

import streamlit as st

from dashboard.components.plain_text import as_plain
from dashboard.language import Words
from dashboard.people import OpenToOthers
from pipelines.audit_log import UnwritableLog
from pipelines.domain.secret_key import UnusableKey
from pipelines.settings import WrongSettings

LOG = logging.getLogger(__name__)

Texts = Mapping[type[Exception], str]

TEXTS: Texts = MappingProxyType(
    {UnusableKey: "own_key", UnwritableLog: "log", WrongSettings: "settings", OpenToOthers: "open_to_others"}
)


@contextmanager
def in_plain_words(words: Words, texts: Texts = TEXTS) -> Iterator[None]:
    """Shows what whoever runs the program can mend."""
    try:
        yield
    except tuple(texts) as trouble:
        LOG.error("%s", trouble)
        _show(words, next(text for kind, text in texts.items() if isinstance(trouble, kind)), str(trouble))


def _show(words: Words, what: str, detail: str) -> None:
    st.title(words(f"shell.trouble.{what}_title"), anchor=False)
    st.markdown(words(f"shell.trouble.{what}_text"))
    st.caption(words("shell.trouble.detail", detail=as_plain(detail)))
