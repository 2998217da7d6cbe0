"""What an edition shows of a count, and the shares that may be made of it (method, section 8)."""

from pipelines.domain.outcome import Share
from pipelines.editions.cell import TableOf
from pipelines.editions.edition import Edition
from pipelines.statistics.intervals import share

# No share of fewer people than this, whatever the minimum of the edition itself.
FEWEST = 10


def shown_count(edition: Edition, table: TableOf, row: str, column: str) -> int | None:
    """Rounded; None for what is hidden and for what is not published."""
    value = edition.cells.value(table, row, column)
    return None if value is None else round(value)


def shown_share(n: int | None, total: int | None) -> Share | None:
    """With its Wilson interval, of rounded counts: about right. None where a count is hidden or the total too small."""
    if n is None or total is None or total < FEWEST:
        return None
    return share(min(n, total), total)
