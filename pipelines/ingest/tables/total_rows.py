"""Rows that sum up the rows above them: by a word such as "Totaal", or because their numbers are sums or means."""

from collections.abc import Sequence

import numpy as np

from pipelines.ingest.cells.sheet import Cell, CellColumn
from pipelines.ingest.values.notation import decimal_mark, parse_number

TOTAL_WORDS = frozenset((
    "totaal", "eindtotaal", "subtotaal", "total", "subtotal", "grand total", "gemiddelde", "gemiddeld", "gem",
    "average", "mean", "mediaan", "median", "som", "sum", "aantal", "count",
))  # fmt: skip
# These are followed by what they are the total of: "Eindtotaal wijk Noord". "Som" may begin a name.
LEADING_WORDS = frozenset("totaal eindtotaal subtotaal total subtotal gemiddelde gemiddeld gem average mediaan".split())
AROUND_A_LABEL = " .:="
# Most cells are told apart by how they begin.
BEGINNINGS = tuple(
    {*AROUND_A_LABEL, *(letter for word in TOTAL_WORDS | LEADING_WORDS for letter in (word[0], word[0].upper()))}
)
LONGEST_LABEL = 60
MOST_CANDIDATES = 50
# A mean is written with one or two decimals.
ROUNDING = 0.05


def is_total_word(cell: Cell) -> bool:
    """Whether the cell holds nothing but a word for a total."""
    return isinstance(cell, str) and len(cell) < LONGEST_LABEL and _plain(cell) in TOTAL_WORDS


def is_total_label(cell: Cell) -> bool:
    """Whether the cell begins with such a word."""
    if not isinstance(cell, str) or not cell.startswith(BEGINNINGS) or len(cell) >= LONGEST_LABEL:
        return False
    plain = _plain(cell)
    return plain in TOTAL_WORDS or plain.replace(".", " ").replace(":", " ").partition(" ")[0] in LEADING_WORDS


def sums_up(columns: Sequence[CellColumn], candidates: np.ndarray) -> np.ndarray:
    """Per row, whether it is one of the candidates and its numbers are the sums, or the means, of the rows above.

    Sums of at least two columns, of which one exceeds all that stands above it; or means of which one is broken where
    whole numbers stand above. Less may be a coincidence.
    """
    found = np.zeros(len(candidates), dtype=bool)
    rows = np.flatnonzero(candidates)
    if not len(columns) or not 0 < len(rows) <= MOST_CANDIDATES:
        return found
    numbers = np.column_stack([_numbers(column) for column in columns])
    for row in rows:
        above = numbers[:row][~candidates[:row]]
        counts = ~np.isnan(numbers[row]) & (~np.isnan(above)).any(axis=0)
        if len(above) > 1 and counts.any() and not np.isnan(above[:, counts]).all(axis=0).any():
            found[row] = _are_sums(numbers[row, counts], above[:, counts])
    return found


def _are_sums(values: np.ndarray, above: np.ndarray) -> bool:
    is_sum = len(values) > 1 and np.allclose(values, np.nansum(above, axis=0)) and (values > np.nanmax(above, 0)).any()
    is_mean = (np.abs(values - np.nanmean(above, axis=0)) <= ROUNDING).all() and (values % 1 > 0).any()
    return bool(is_sum or (is_mean and (above[~np.isnan(above)] % 1 == 0).all()))


def _numbers(column: CellColumn) -> np.ndarray:
    mark = decimal_mark(column.distinct)
    numbers = [parse_number(cell, mark) for cell in column.distinct]
    return np.array([np.nan if number is None else number for number in numbers], dtype=np.float64)[column.codes]


def _plain(cell: str) -> str:
    return cell.strip(AROUND_A_LABEL).casefold()
