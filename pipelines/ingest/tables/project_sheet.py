"""The sheet Project: a fact per row, its name in the first filled cell, the answer in the cell beside it."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

import numpy as np

from pipelines.domain.frozen import Name
from pipelines.domain.issue import Issue
from pipelines.domain.records import ProjectFacts
from pipelines.domain.registration import FoundColumn
from pipelines.domain.registration_sheets import CellType, Column, registration_sheets
from pipelines.domain.spelling import bare
from pipelines.ingest.cells.sheet import CellColumn, Sheet, is_empty, quote_of, text_of
from pipelines.ingest.headings.vocabulary import is_identifying
from pipelines.ingest.identities.own_names import NO_NAMES, OwnNames
from pipelines.ingest.identities.short_text import Names, clean_short_text
from pipelines.ingest.identities.taken_out import Cleaned, kinds_in
from pipelines.ingest.tables.table import PROJECT
from pipelines.ingest.values.cell_types import understand_field


class ProjectSheet:
    """What one sheet Project says. Its rows are facts, not records: they are not counted."""

    def __init__(self, sheet: Sheet, today: date, own_names: OwnNames = NO_NAMES) -> None:
        self._sheet = sheet
        self._own_names = own_names
        self._today = today
        self._said: dict[str, Any] = {}
        self._rows: dict[str, int] = {}
        self.issues: list[Issue] = []
        self.found: list[FoundColumn] = []
        for row in range(sheet.n_rows):
            self._read_row(row)
        self._check_days()

    @property
    def facts(self) -> ProjectFacts:
        return ProjectFacts(**self._said)

    def about_fact(self, code: str, field: str, value: str, expected: str) -> None:
        """An issue about an answer that only others can judge."""
        self._issue(code, self._rows[field], _facts()[field].name.nl, value, expected)

    def _read_row(self, row: int) -> None:
        filled = [position for position, column in enumerate(self._sheet.columns) if not is_empty(column[row])]
        if not filled or filled[0] + 1 >= len(self._sheet.columns):
            return
        name, answers = text_of(self._sheet.columns[filled[0]][row]), self._sheet.columns[filled[0] + 1]
        fact = _facts_by_name().get(bare(name))
        is_answered = not is_empty(answers[row])
        if fact or is_answered:
            self.found.append(FoundColumn(sheet=self._sheet.label, column=name, role=fact.field if fact else None))
        if fact and is_answered:
            self._read_answer(fact, row, name, answers)
        elif is_answered:
            self._issue("identifying_column" if is_identifying(name) else "unknown_column", None, name)

    def _read_answer(self, fact: Column, row: int, name: str, answers: CellColumn) -> None:
        understood = understand_field(answers.at(np.array([row])), fact, self._today)
        if understood.is_faulty[0]:
            fault, quoted = understood.fault(0), self._clean(fact, quote_of(answers[row]))[0]
            self._issue(fault.code, row, name, quoted, fault.expected)
            return
        meaning = understood[0]
        if fact.type is CellType.TEXT:
            meaning, found = self._clean(fact, meaning)
            if found:
                self._issue("identifying_value", row, name, expected=kinds_in(found))
        self._said[fact.field], self._rows[fact.field] = meaning, row

    def _clean(self, fact: Column, text: str) -> Cleaned:
        """Approaches, instruments and neighbourhoods are called after people; a full name in an aim is somebody's."""
        names = Names.FULL if fact.field in ("aim", "target_group") else Names.NONE
        return clean_short_text(text, self._own_names, names)

    def _check_days(self) -> None:
        start, end = self._said.get("started_on"), self._said.get("ended_on")
        if start and end and end < start:
            name = _facts()["ended_on"].name.nl
            self._issue("ended_before_started", self._rows["ended_on"], name, end.isoformat(), start.isoformat())

    def _issue(
        self, code: str, row: int | None, column: str, value: str | None = None, expected: str | Name = ""
    ) -> None:
        number = None if row is None else row + 1
        self.issues.append(
            Issue(code=code, sheet=self._sheet.label, row=number, column=column, value=value, expected=expected)
        )


@cache
def _facts() -> Mapping[str, Column]:
    return {column.field: column for column in registration_sheets()[PROJECT].column}


@cache
def _facts_by_name() -> Mapping[str, Column]:
    return {
        bare(name): column for column in _facts().values() for name in (column.name.nl, column.name.en, *column.aliases)
    }
