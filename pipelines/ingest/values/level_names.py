"""The name of a level for its number, alone or beside it: "beperkt zelfredzaam", "3 - beperkt zelfredzaam"."""

import re
from collections.abc import Mapping

from pipelines.domain.indicator import Indicator
from pipelines.domain.spelling import bare
from pipelines.ingest.values.understanding import Fault

NUMBER_FIRST = re.compile(r"(?P<number>\d+)\s*[-–—.:=,;)(/]*\s*(?P<name>[^\W\d].*?)\)?", re.DOTALL)
NUMBER_LAST = re.compile(r"(?P<name>[^\W\d].*?)\s*[-–—.:=,;(/]+\s*(?P<number>\d+)\)?", re.DOTALL)


def read_level(indicator: Indicator, text: str) -> float | Fault | None:
    """The number of the level that a text names; a fault where number and name differ, None for any other text."""
    levels = _numbers(indicator)
    if bare(text) in levels:
        return levels[bare(text)]
    for form in (NUMBER_FIRST, NUMBER_LAST):
        if found := form.fullmatch(text.strip()):
            return _agreed(levels, float(found["number"]), bare(found["name"]))
    return None


def _agreed(levels: Mapping[str, float], number: float, name: str) -> float | Fault | None:
    """The number if the name is its own, or the beginning of it: "3 (beperkt)"."""
    meant = {level for known, level in levels.items() if known == name} or {
        level for known, level in levels.items() if known.startswith(name)
    }
    if number in meant:
        return number
    return Fault("level_contradicted") if meant else None


def _numbers(indicator: Indicator) -> dict[str, float]:
    """The level by its name, in either language, as the instrument calls it."""
    return {bare(name): float(level) for level, names in indicator.level_names.items() for name in (names.nl, names.en)}
