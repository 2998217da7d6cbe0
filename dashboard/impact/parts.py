"""Counts that together are a total, as they were published: rounded, and some of them hidden."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipelines.editions.cell import TOTAL, TableOf
from pipelines.editions.edition import Edition

# Method, section 8: no share of fewer people, whatever the edition's own minimum.
FEWEST_FOR_A_SHARE = 10
HIDDEN = "hidden"

Block = tuple[str, int]


@dataclass(frozen=True)
class Parts:
    """By name, in the order in which they are drawn, left to right; None is hidden. So is a `total` of None."""

    counts: Mapping[str, int | None]
    total: int | None

    @property
    def shown(self) -> dict[str, int]:
        return {name: n for name, n in self.counts.items() if n is not None}

    @property
    def hidden(self) -> tuple[str, ...]:
        return tuple(name for name, n in self.counts.items() if n is None)

    @property
    def has_share(self) -> bool:
        return self.total is not None and self.total >= FEWEST_FOR_A_SHARE

    def share(self, name: str) -> float | None:
        """From the rounded counts; None where one of both is hidden or too few."""
        n = self.counts.get(name)
        return min(n / self.total, 1.0) if n is not None and self.total and self.has_share else None

    def blocks(self) -> list[Block]:
        """What is drawn, left to right: the shown parts, and all hidden ones as one block of what they leave over.

        It stands at the place of the last hidden part, so that no other part ever stands at the place of forward.
        """
        rest = max((self.total or 0) - sum(self.shown.values()), 0)
        last_hidden = self.hidden[-1] if self.hidden else None
        return [
            (HIDDEN, rest) if n is None else (name, n)
            for name, n in self.counts.items()
            if n is not None or name == last_hidden
        ]


def parts_in(edition: Edition, table: TableOf, row: str, names: Sequence[str]) -> Parts:
    """A row of a published table."""
    counts = {name: _whole(edition.cells.value(table, row, name)) for name in names}
    return Parts(counts, _whole(edition.cells.value(table, row, TOTAL)))


def count_in(edition: Edition, table: TableOf, row: str, column: str) -> int | None:
    """None for what is hidden and for what is not published."""
    return _whole(edition.cells.value(table, row, column))


def rows_of(edition: Edition, table: TableOf) -> tuple[str, ...]:
    """As they follow each other in the table, the total left out; none for a table that is not there."""
    rows = dict.fromkeys(cell.row for cell in edition.cells.all if cell.table == table)
    return tuple(row for row in rows if row != TOTAL)


def _whole(value: float | None) -> int | None:
    return None if value is None else round(value)
