"""Where in a cleaned text something was taken out."""

import re

SENTENCE_END = re.compile(r"(?<=[.!?…])\s+")


def sentences_around(text: str, kind: str) -> str:
    """The sentences of the text in which this kind of personal data stood; the whole text if it has no such mark."""
    mark = f"[{kind}]"
    return " … ".join(sentence for sentence in SENTENCE_END.split(text) if mark in sentence) or text
