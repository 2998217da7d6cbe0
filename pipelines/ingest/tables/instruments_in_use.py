"""The sets that an upload may measure with, and which of them it does."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipelines.domain.indicator import Indicator, IndicatorSet
from pipelines.ingest.cells.sheet import text_of
from pipelines.ingest.headings.vocabulary import Vocabulary
from pipelines.ingest.tables.instrument_choice import Knowers, check_one_meaning, explaining_sets, find_set
from pipelines.ingest.tables.shapes import is_long
from pipelines.ingest.tables.table import Table

SEPARATORS = re.compile(r"[;,+\n]")


@dataclass(frozen=True)
class Instruments:
    """The sets an upload measures with, by id, and whether they hold where a row does not name one."""

    sets: Mapping[str, IndicatorSet]
    default: Collection[str]

    def indicator(self, instrument: str, code: str) -> Indicator:
        return next(found for found in self.sets[instrument].indicators if found.code == code)


def sets_called(text: str, sets: Mapping[str, IndicatorSet]) -> tuple[list[str], list[str]]:
    """The sets that an answer names ("zrm_2017; support_measures"), and the names that no set has."""
    whole = find_set(text, sets)
    names = [text] if whole else [name.strip() for name in SEPARATORS.split(text) if name.strip()]
    ids = {name: find_set(name, sets) for name in names}
    return [id for id in ids.values() if id], [name for name, id in ids.items() if id is None]


def choose_instruments(
    tables: Sequence[Table],
    vocabulary: Vocabulary,
    sets: Mapping[str, IndicatorSet],
    own: Collection[str],
    asked: Sequence[str],
) -> Instruments:
    """The sets asked for, with the project's own list; otherwise those that explain the headings.

    A table that names the instrument in its rows may use any. Raises AmbiguousInstrument.
    """
    undecided = [table for table in tables if table.one_with("instrument") is None]
    headings = [known for table in undecided for known in _knowers(table, vocabulary)]
    if not asked:
        return Instruments(sets, explaining_sets(headings, sets, own))
    default = tuple(dict.fromkeys((*asked, *own)))
    check_one_meaning(headings, default)
    return Instruments(sets, default)


def explain_all(tables: Sequence[Table], vocabulary: Vocabulary, ids: Collection[str]) -> bool:
    """Whether each heading belongs to one of these sets, and to one only."""
    undecided = [table for table in tables if table.one_with("instrument") is None]
    headings = [known for table in undecided for known in _knowers(table, vocabulary)]
    return all(sum(id in known for id in ids) == 1 for known in headings)


def ids_in_use(tables: Sequence[Table], instruments: Instruments) -> tuple[str, ...]:
    """The sets that hold by default, and those that rows name."""
    columns = [table.cells(column) for table in tables if (column := table.one_with("instrument"))]
    named = [find_set(text_of(cell), instruments.sets) for column in columns for cell in column.present]
    return tuple(dict.fromkeys((*instruments.default, *(id for id in named if id))))


def _knowers(table: Table, vocabulary: Vocabulary) -> Iterator[Knowers]:
    """For every measured heading, or every indicator named in a long list, the sets that know it."""
    if not is_long(table):
        yield from (heading.meaning.indicators for heading in table.measured)
        return
    names = table.cells(table.all_with("indicator")[0]).present
    yield from (known for name in names if (known := vocabulary.indicators_called(text_of(name))))
