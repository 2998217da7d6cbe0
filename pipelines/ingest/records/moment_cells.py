"""The cells of a column of moments: what the mapping says of them, and numbers that may be months."""

import re
from collections.abc import Iterable

from pipelines.ingest.cells.sheet import Cell, CellColumn, text_of
from pipelines.ingest.mapping.column_mapping import MomentColumn
from pipelines.ingest.tables.moments_together import may_be_months
from pipelines.ingest.values.cell_types import read_moment
from pipelines.ingest.values.understanding import Fault, ReadCell

# A number alone or beside a letter: it may count moments, or months.
MERE_NUMBER = re.compile(r"(?:[tm]\s?[-_]?\s?)?\d{1,2}(?:\s?m)?", re.IGNORECASE)
LETTERED = re.compile(r"[tm]", re.IGNORECASE)
# The third follow-up is nothing unusual; a sixth without a fourth and fifth is.
FEWEST_MONTHS = 6


def translating(moment: MomentColumn) -> ReadCell:
    """How the mapping translates the cells. What it does not name speaks for itself, unless it is a mere number."""

    def read(cell: Cell) -> int | Fault:
        text = text_of(cell)
        if text in moment.values:
            return moment.values[text]
        return Fault("moment_not_understood") if MERE_NUMBER.fullmatch(text) else read_moment(cell)

    return read


def months_in(cells: CellColumn) -> list[str]:
    """The cells, in the order of their numbers, if they are sooner months than numbers of moments; else none."""
    numbers = {text: moment for text, moment in _told(cells.present) if MERE_NUMBER.fullmatch(text)}
    is_lettered = any(map(LETTERED.search, numbers))
    is_high = max(numbers.values(), default=0) >= FEWEST_MONTHS
    if not (may_be_months(numbers.values()) and (is_lettered or is_high)):
        return []
    return sorted(numbers, key=lambda text: numbers[text])


def _told(cells: Iterable[Cell]) -> Iterable[tuple[str, int]]:
    for cell in cells:
        moment = read_moment(cell)
        if not isinstance(moment, Fault):
            yield text_of(cell), moment
