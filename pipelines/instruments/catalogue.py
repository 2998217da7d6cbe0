"""Indicator sets as data: those shipped in this folder, and a project's own in the same notation.

A set says of itself `id`, `version`, `name`, `source` (and if wanted `family`, `aliases`, `note`); every
`[indicator.<code>]` describes one indicator; what stands in `[defaults]` holds for all indicators that do not say
otherwise. The life domain of an indicator is the one called like its code, unless it names another.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from pydantic import ValidationError

from pipelines.domain.frozen import Name
from pipelines.domain.indicator import IndicatorSet
from pipelines.domain.life_domain import life_domain_called
from pipelines.instruments.reasons import reason, reason_for, reason_for_syntax


class InvalidIndicatorSet(ValueError):
    """A set that cannot be used; `reason` says in both languages why and what to do."""

    def __init__(self, reason: Name) -> None:
        super().__init__(reason.en)
        self.reason = reason


@cache
def shipped_sets() -> dict[str, IndicatorSet]:
    """The sets that come with the product, by id."""
    texts = [
        file.read_text(encoding="utf-8")
        for file in sorted(files("pipelines.instruments").iterdir(), key=lambda file: file.name)
        if file.name.endswith(".toml")
    ]
    return {indicator_set.id: indicator_set for indicator_set in map(read_set, texts)}


def shipped_set_called(name: str) -> IndicatorSet | None:
    """The shipped set that somebody means who writes "zrm_2017", "ZRM 2017" or "Participatieladder"."""
    return next((known for known in shipped_sets().values() if known.is_called(name)), None)


def read_set(text: str) -> IndicatorSet:
    """The set that a .toml text describes; raises InvalidIndicatorSet."""
    try:
        entries = tomllib.loads(text.removeprefix("\ufeff"))
    except tomllib.TOMLDecodeError as fault:
        raise InvalidIndicatorSet(reason_for_syntax(fault, text)) from fault
    described = _about_the_set(entries)
    indicators = _indicators(entries)
    try:
        return IndicatorSet.model_validate({**described, "indicators": indicators})
    except ValidationError as fault:
        raise InvalidIndicatorSet(reason_for(fault, [str(indicator["code"]) for indicator in indicators])) from fault


def _about_the_set(entries: Mapping[str, Any]) -> dict[str, Any]:
    if "indicators" in entries:
        raise InvalidIndicatorSet(reason("extra_forbidden", what="indicators"))
    described = {key: value for key, value in entries.items() if key not in ("defaults", "indicator")}
    return {"family": entries.get("id"), **described}


def _indicators(entries: Mapping[str, Any]) -> list[dict[str, Any]]:
    defaults, described = _table(entries, "defaults"), _table(entries, "indicator")
    return [_indicator(code, {**defaults, **_table(described, code)}) for code in described]


def _indicator(code: str, entry: Mapping[str, Any]) -> dict[str, Any]:
    known = life_domain_called(str(entry.get("life_domain", code)))
    return {"code": code, **entry, **({"life_domain": known.code} if known else {})}


def _table(entries: Mapping[str, Any], key: str) -> dict[str, Any]:
    table = entries.get(key, {})
    if not isinstance(table, dict):
        raise InvalidIndicatorSet(reason("does_not_fit", what=key, value=str(table)))
    return table
