"""A mapping as the .toml that the command line takes and the page gives away."""

from typing import Any

import tomli_w

from pipelines.domain.indicator import IndicatorSet
from pipelines.ingest.mapping.column_mapping import ColumnMapping, MeasuredColumn

# A text alone stands for a table with this one key.
SHORT = {"moment": "column"}


def write_mapping(mapping: ColumnMapping) -> str:
    """The .toml text of a mapping; read_mapping gives the same mapping back."""
    entries = mapping.model_dump(mode="json", exclude_defaults=True, exclude={"own_set", "measured"})
    for key, only in SHORT.items():
        if entries.get(key, {}).keys() == {only}:
            entries[key] = entries[key][only]
    if mapping.measured:
        entries["measured"] = {heading: _measured(column) for heading, column in mapping.measured.items()}
    if mapping.own_set:
        entries["indicator"] = _indicators(mapping.own_set)
    return tomli_w.dumps(entries)


def _measured(column: MeasuredColumn) -> Any:
    return column.indicator if column.moment is None else column.model_dump(mode="json")


def _indicators(own: IndicatorSet) -> dict[str, Any]:
    """Each indicator under its code, as [indicator.<code>] describes it."""
    return {
        indicator.code: {
            **indicator.model_dump(mode="json", exclude_defaults=True, exclude={"code", "level_names"}),
            **_level_names(indicator.model_dump(mode="json")["level_names"]),
        }
        for indicator in own.indicators
    }


def _level_names(names: dict[Any, Any]) -> dict[str, Any]:
    """Keys of a .toml are texts."""
    return {"level_names": {str(level): name for level, name in names.items()}} if names else {}
