"""The words of the workbook; both languages stand side by side in texts.toml."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from pipelines.domain.frozen import Language, Name


def text(key: str, language: Language, **slots: object) -> str:
    """The text under a dotted key, with its slots filled: `text("error.date", "nl")`."""
    return texts()[key].to(language).format(**slots)


def texts_below(key: str, language: Language) -> tuple[str, ...]:
    """The texts of one table in their order, its title left out."""
    return tuple(
        name.to(language) for known, name in texts().items() if known.startswith(f"{key}.") and known != f"{key}.title"
    )


def number(value: float, language: Language) -> str:
    """A number as the reader writes it: 2,5 in Dutch, 2.5 in English."""
    written = f"{value:g}"
    return written.replace(".", ",") if language == "nl" else written


@cache
def texts() -> dict[str, Name]:
    """Every text by its dotted key."""
    content = files("pipelines.template").joinpath("texts.toml").read_text(encoding="utf-8")
    return dict(_named("", tomllib.loads(content)))


def _named(key: str, entry: Mapping[str, Any]) -> list[tuple[str, Name]]:
    if set(entry) == {"nl", "en"}:
        return [(key, Name.model_validate(entry))]
    return [pair for part, below in entry.items() for pair in _named(f"{key}.{part}".lstrip("."), below)]
