"""One published number, in the table in which it stands."""

from collections.abc import Iterable
from typing import NamedTuple

from pipelines.domain.frozen import Frozen

TOTAL = "total"


class TableOf(NamedTuple):
    """What a table is about: a subject, and where it applies the series and the attribute that its rows are groups of.

    Subjects: people, outcome, mean, recognition, goals, stories.
    """

    subject: str
    instrument: str = ""
    indicator: str = ""
    rater: str = ""
    attribute: str = ""

    @property
    def title(self) -> str:
        """ "outcome zrm_2017 finances professional by age_band": the same in every edition and language."""
        words = [word for word in (self.subject, self.instrument, self.indicator, self.rater) if word]
        return " ".join([*words, "by", self.attribute] if self.attribute else words)


class Cell(Frozen):
    """A number that is shown, or one that is hidden: then `value` is None. Never 0 for hidden.

    Counts are rounded; means, differences and their limits are in the indicator's own unit.
    """

    table: TableOf
    row: str
    column: str
    value: float | None
    hidden: bool


class Cells:
    """All numbers of an edition, to be asked for by where they stand."""

    def __init__(self, cells: Iterable[Cell]) -> None:
        self.all = tuple(cells)
        self._by_place = {(cell.table, cell.row, cell.column): cell for cell in self.all}

    def value(self, table: TableOf, row: str, column: str) -> float | None:
        """None for what is hidden and for what is not published."""
        cell = self._by_place.get((table, row, column))
        return cell.value if cell else None

    def is_hidden(self, table: TableOf, row: str, column: str) -> bool:
        cell = self._by_place.get((table, row, column))
        return cell is not None and cell.hidden

    def tables(self) -> dict[TableOf, tuple[Cell, ...]]:
        """Every table with its cells, in the order in which they were published."""
        found: dict[TableOf, list[Cell]] = {}
        for cell in self.all:
            found.setdefault(cell.table, []).append(cell)
        return {table: tuple(cells) for table, cells in found.items()}

    @property
    def n_hidden(self) -> int:
        return sum(cell.hidden for cell in self.all)
