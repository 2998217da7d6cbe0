"""Published counts in words: they are rounded, and it says so; what is hidden is said, and never called nothing."""

import re

from dashboard.impact.parts import Parts
from dashboard.language import Words
from dashboard.notation import whole

FIRST_LETTER = re.compile(r"^\**\w")


def about(n: int, words: Words) -> str:
    """ "ongeveer 15"."""
    return words("impact.about", n=whole(n, words.language))


def about_of(n: int, total: int | None, words: Words) -> str:
    """ "ongeveer 15 van de ongeveer 40"; of an unknown total only the count."""
    if total is None:
        return about(n, words)
    return words("impact.about_of", n=about(n, words), total=about(total, words))


def about_part(parts: Parts, name: str, words: Words) -> str:
    """A part of its total, or that it is hidden."""
    n = parts.counts.get(name)
    return hidden(words) if n is None else about_of(n, parts.total, words)


def hidden(words: Words) -> str:
    """ "te weinig mensen om te tonen"."""
    return words("impact.hidden")


def shown_or_hidden(n: int | None, words: Words) -> str:
    """For a cell of a table, under a heading that says that counts are rounded."""
    return words("impact.not_shown") if n is None else whole(n, words.language)


def as_sentence(text: str) -> str:
    """With a capital at its start, also within **stars**."""
    return FIRST_LETTER.sub(lambda start: start.group().upper(), text, count=1)
