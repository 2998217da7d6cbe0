"""Stories that may no longer be shown: written beside an edition, since what is frozen does not change."""

import json
from collections.abc import Collection
from pathlib import Path

SUFFIX = ".withdrawn.json"


def read_withdrawn(place: Path) -> frozenset[int]:
    """The numbers of the stories of this edition whose tellers took back their consent, or were erased."""
    beside = _beside(place)
    return frozenset(json.loads(beside.read_text(encoding="utf-8"))) if beside.exists() else frozenset()


def write_withdrawn(place: Path, numbers: Collection[int]) -> None:
    """From now on these stories are not shown; written whole, so that no reader meets half a file."""
    draft = _beside(place).with_suffix(".draft")
    draft.write_text(json.dumps(sorted(numbers)), encoding="utf-8")
    draft.replace(_beside(place))


def _beside(place: Path) -> Path:
    return place.with_name(place.name + SUFFIX)
