"""The sheet Indicators: a project's own list, one indicator a row."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import numpy as np
from pydantic import ValidationError

from pipelines.domain.indicator import Indicator, IndicatorSet
from pipelines.domain.registration_sheets import registration_sheets
from pipelines.ingest.tables.table import INDICATORS
from pipelines.ingest.tables.table_issues import TableIssues
from pipelines.ingest.values.cell_types import understand_field
from pipelines.instruments.own_set import own_set
from pipelines.instruments.reasons import reason_for


def read_own_set(issues: TableIssues, today: date) -> IndicatorSet | None:
    """The set that the rows without an error describe, None if there is none."""
    described = _descriptions(issues, today)
    indicators: dict[int, Mapping[str, Any]] = {}
    for row, description in described.items():
        try:
            own_set([*indicators.values(), description], source=issues.table.sheet.label)
        except ValidationError as fault:
            codes = [described[known]["code"] for known in (*indicators, row)]
            expected = reason_for(fault, codes)
            issues.about_row("invalid_indicator", row, cell=description["code"], expected=expected)
        else:
            indicators[row] = description
    return own_set(list(indicators.values()), source=issues.table.sheet.label) if indicators else None


def _descriptions(issues: TableIssues, today: date) -> dict[int, Mapping[str, Any]]:
    """What every row without an error says, by row, as fields of Indicator."""
    said: dict[int, dict[str, Any]] = {row: {} for row in np.flatnonzero(~issues.is_skipped).tolist()}
    for column in registration_sheets()[INDICATORS].column:
        heading = issues.table.one_with(column.field)
        if heading is None:
            continue
        # A project may name a life domain of its own.
        understood = understand_field(issues.table.cells(heading), column, today, domain_of=str)
        issues.about_cells(heading, understood)
        if column.required:
            issues.about_rows("required_missing", understood.is_missing & ~issues.is_skipped, heading)
        for row, meanings in said.items():
            if understood[row] is not None:
                meanings[column.field] = understood[row]
    return {row: _as_indicator(meanings) for row, meanings in said.items() if not issues.is_refused[row]}


def _as_indicator(said: Mapping[str, Any]) -> Mapping[str, Any]:
    name_nl = said["name_nl"]
    fields = {field: meaning for field, meaning in said.items() if field in Indicator.model_fields}
    return {**fields, "name": {"nl": name_nl, "en": said.get("name_en", name_nl)}}
