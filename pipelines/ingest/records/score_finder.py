"""Whatever the shape of a table, one thing in it: the scores of an indicator in some rows."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

import numpy as np

from pipelines.domain.frozen import Name
from pipelines.domain.indicator import Indicator
from pipelines.domain.spelling import bare
from pipelines.ingest.cells.sheet import Cell, CellColumn, text_of
from pipelines.ingest.headings.vocabulary import Vocabulary
from pipelines.ingest.mapping.column_mapping import ColumnMapping
from pipelines.ingest.records.ticks import is_in_question, with_empty_cells_read
from pipelines.ingest.tables.instrument_choice import find_set
from pipelines.ingest.tables.instruments_in_use import Instruments
from pipelines.ingest.tables.shapes import is_long
from pipelines.ingest.tables.table import Heading
from pipelines.ingest.tables.table_issues import TableIssues
from pipelines.ingest.values.cell_types import listed
from pipelines.ingest.values.codes import Codes
from pipelines.ingest.values.scores import codes_in_scale, understand_scores
from pipelines.ingest.values.understanding import Fault, Understood, understand


@dataclass(frozen=True)
class Scores:
    """Values of one indicator in some rows of a table; `moment` is set where the column itself names it."""

    instrument: str
    indicator: Indicator
    heading: Heading
    rows: np.ndarray
    understood: Understood
    moment: int | None


@dataclass(frozen=True)
class MeasuredWith:
    """Rows that are measured with some sets, and whether a cell of the row itself says so."""

    ids: tuple[str, ...]
    rows: np.ndarray
    is_stated: bool


class ScoreFinder:
    """Finds the scores in one table. What cannot be read becomes an issue of the table."""

    def __init__(
        self, issues: TableIssues, vocabulary: Vocabulary, instruments: Instruments, mapping: ColumnMapping
    ) -> None:
        self._issues = issues
        self._table = issues.table
        self._vocabulary = vocabulary
        self._instruments = instruments
        self._mapping = mapping
        self._codes = Codes.said(mapping.missing, mapping.values)
        self._marks = {bare(heading): mark for heading, mark in mapping.decimal.items()}
        self._told: set[tuple[str, int, str]] = set()

    def find(self) -> list[Scores]:
        """All scores of the table, column by column."""
        find = self._in_long_table if is_long(self._table) else self._in_columns
        return [scores for part in self._parts() for scores in find(part)]

    def _parts(self) -> list[MeasuredWith]:
        """The table as a whole, or the rows of each set where a column names the instrument."""
        everywhere, default = np.arange(self._table.n_rows), tuple(self._instruments.default)
        heading = self._table.one_with("instrument")
        if heading is None:
            return [MeasuredWith(default, everywhere, is_stated=False)]
        stated = understand(self._table.cells(heading), self._read_instrument)
        self._issues.about_cells(heading, stated)
        if len(default) != 1:
            self._issues.about_rows("required_missing", stated.is_missing & self._may_be_scored(), heading)
        ids = stated.array("object", default[0] if len(default) == 1 else None)
        parts = [MeasuredWith((id,), everywhere[ids == id], is_stated=True) for id in self._instruments.sets]
        return [part for part in parts if len(part.rows)]

    def _may_be_scored(self) -> np.ndarray:
        """Per row, whether something stands where scores stand."""
        headings = [*self._table.measured, *self._table.all_with("value")]
        filled = np.any([self._table.is_filled_in(heading) for heading in headings], axis=0)
        return filled & ~self._issues.is_skipped

    def _read_instrument(self, cell: Cell) -> str | Fault:
        id = find_set(text_of(cell), self._instruments.sets)
        return id or Fault("unknown_instrument", ", ".join(self._instruments.sets))

    def _in_columns(self, part: MeasuredWith) -> Iterator[Scores]:
        for heading in self._table.measured:
            id = next((id for id in part.ids if id in heading.meaning.indicators), None)
            if id is not None:
                yield self._scores(id, heading.meaning.indicators[id], heading, part.rows)
            elif part.is_stated:
                self._refuse_column(part, heading)

    def _refuse_column(self, part: MeasuredWith, heading: Heading) -> None:
        """Scores under a heading that the row's own instrument does not know."""
        expected = self._names(part)
        for row in part.rows[self._table.is_filled_in(heading)[part.rows]]:
            if not self._issues.is_skipped[row]:
                self._issues.about_row("unknown_indicator", int(row), heading, cell=heading.text, expected=expected)

    def _in_long_table(self, part: MeasuredWith) -> Iterator[Scores]:
        heading, value = self._table.one_with("indicator"), self._table.one_with("value")
        if heading is None or value is None:
            return
        meant: list[tuple[str, str]] = []
        names = understand(self._table.cells(heading).at(part.rows), partial(self._read_indicator, part, meant))
        self._issues.about_cells(heading, names, part.rows)
        self._issues.about_rows("required_missing", self._without_name(names, part, value), heading)
        places = names.array("int64", -1)
        for place, (id, code) in enumerate(meant):
            if (places == place).any():
                yield self._scores(id, code, value, part.rows[places == place])

    def _read_indicator(self, part: MeasuredWith, meant: list[tuple[str, str]], cell: Cell) -> int | Fault:
        """The place in `meant` of the indicator that a cell names."""
        codes = self._vocabulary.indicators_called(text_of(cell))
        found = next(((id, codes[id]) for id in part.ids if id in codes), None)
        if found is None:
            return Fault("unknown_indicator", self._names(part))
        if found not in meant:
            meant.append(found)
        return meant.index(found)

    def _without_name(self, names: Understood, part: MeasuredWith, value: Heading) -> np.ndarray:
        """Per row of the table, whether there is a value and nothing says of what."""
        nameless = np.zeros(self._table.n_rows, dtype=bool)
        nameless[part.rows] = names.is_missing
        return nameless & self._table.is_filled_in(value) & ~self._issues.is_skipped

    def _scores(self, id: str, code: str, heading: Heading, rows: np.ndarray) -> Scores:
        indicator = self._instruments.indicator(id, code)
        cells = self._table.cells(heading).at(rows)
        self._ask_and_tell(cells, indicator, heading)
        cells = with_empty_cells_read(cells, self._table, heading, rows, self._mapping)
        understood = understand_scores(cells, indicator, self._codes, self._marks.get(bare(heading.text)))
        return Scores(id, indicator, heading, rows, understood, heading.meaning.moment)

    def _ask_and_tell(self, cells: CellColumn, indicator: Indicator, heading: Heading) -> None:
        """What is not clear of a column as a whole, once for each."""
        codes = codes_in_scale(cells, indicator, self._codes) if self._codes.missing else []
        found = [("code_in_scale", code) for code in codes]
        if is_in_question(cells, indicator, heading, self._mapping):
            found.append(("tick_in_question", ""))
        for code, expected in found:
            if (code, heading.position, expected) not in self._told:
                self._told.add((code, heading.position, expected))
                self._issues.about_table(code, heading, expected=expected)

    def _names(self, part: MeasuredWith) -> Name:
        return listed(indicator.name for id in part.ids for indicator in self._instruments.sets[id].indicators)
