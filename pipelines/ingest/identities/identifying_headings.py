"""Headings of columns by which somebody can be recognised."""

import re
import tomllib
from functools import cache
from importlib.resources import files

from pipelines.domain.spelling import bare


def is_identifying(heading: str) -> bool:
    """Whether a column of this name holds what gives people away."""
    headings, words = _identifying()
    return bare(heading) in headings or any(bare(word) in words for word in re.split(r"[\s_./(),:;]+", heading))


@cache
def _identifying() -> tuple[frozenset[str], frozenset[str]]:
    text = files("pipelines.ingest.identities").joinpath("identifying_columns.toml").read_text(encoding="utf-8")
    entries = tomllib.loads(text)
    return frozenset(map(bare, entries["headings"])), frozenset(map(bare, entries["words"]))
