"""What keeps the pages that open the store from being shown: what is refused, and what whoever runs them can mend."""

from collections.abc import Iterator
from contextlib import contextmanager

from dashboard.access import NotAllowed
from dashboard.components.refusal import show_refusal
from dashboard.components.trouble import TEXTS, in_plain_words
from dashboard.language import Words
from pipelines.store.key import KeyUnavailable
from pipelines.store.store import StoreUnavailable

STORE_TEXTS = {StoreUnavailable: "store", KeyUnavailable: "key"}


@contextmanager
def with_store_in_plain_words(words: Words) -> Iterator[None]:
    with in_plain_words(words, {**TEXTS, **STORE_TEXTS}):
        try:
            yield
        except NotAllowed as refused:
            show_refusal(words, str(refused))
