"""Sentences carry `**stars**` around what is said aloud: strong text on a page, nothing in an alternative text."""

import re
from html import escape

STRONG = re.compile(r"\*\*(.+?)\*\*")


def plain(sentence: str) -> str:
    return STRONG.sub(r"\1", sentence)


def as_html(sentence: str) -> str:
    """The sentence as safe HTML, its marks as strong text."""
    return STRONG.sub(r"<strong>\1</strong>", escape(sentence))
