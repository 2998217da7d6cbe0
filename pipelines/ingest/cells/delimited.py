"""Bytes of a csv or txt file → columns of texts. Nothing is guessed about numbers here: every cell stays text."""

import codecs
import csv
import re
from collections import Counter
from io import BytesIO

import numpy as np
import pandas as pd

from pipelines.ingest.cells import limits
from pipelines.ingest.cells.plain_text import is_plain, read_plain
from pipelines.ingest.cells.sheet import CellColumn

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip
# In this order where two fit equally well.
SEPARATORS = (";", "\t", ",", "|")
SAMPLE_LINES = 200
SAMPLE_SIZE, SAMPLE_LETTERS = 65_536, 2**20
RARELY, MOSTLY = 0.05, 0.6
# Excel's own hint on the first line, which it does not show as a row.
SEPARATOR_HINT = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
CONTROL_CHARACTER = re.compile(r"[\x00-\x08\x0e-\x1f]")


class NotText(Exception):
    """These bytes are no table in text; `code` is the issue that says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def read_delimited(content: bytes) -> tuple[CellColumn, ...]:
    """The columns, all equally long: a row with fewer cells is filled up with empty ones. Raises NotText."""
    text = decode(content)
    hint = SEPARATOR_HINT.match(text)
    text = text[hint.end() :] if hint else text
    if not text.strip():
        raise NotText("empty_file")
    separator = hint[1] if hint else find_separator(text)
    letters = text.encode()
    widths = _widths(letters, separator)
    n_rows, width = text.count("\n") + 1, int(widths.max())
    if width > limits.MAX_COLUMNS or n_rows > limits.MAX_ROWS or width * n_rows > limits.MAX_CELLS:
        raise NotText("file_too_large")
    if separator in SEPARATORS and is_plain(text, widths):
        return tuple(read_plain(letters, separator, width))
    return _without_empty_tail([_column(cells) for _, cells in _frame(letters, separator, width).items()])


def _widths(letters: bytes, separator: str) -> np.ndarray:
    """Per line how many cells it holds; separators within quotes count too, so it may be less."""
    # As bytes: a list of all lines would take many times what the text does.
    found = np.frombuffer(letters, dtype=np.uint8)
    begins = np.append(0, np.flatnonzero(found[:-1] == ord("\n")) + 1)
    return 1 + np.add.reduceat(found == separator.encode()[0], begins, dtype=np.int32)


def decode(content: bytes) -> str:
    """Byte-order mark, else the parity of NULs (UTF-16), else UTF-8 if it is that, else Windows-1252.

    Detectors by frequency guess wrong on Dutch texts. Raises NotText for what is no text at all.
    """
    encoding = next((name for mark, name in BYTE_ORDER_MARKS if content.startswith(mark)), None) or _utf_16(content)
    try:
        text = content.decode(encoding or "utf-8")
    except UnicodeDecodeError as fault:
        if encoding:
            raise NotText("unreadable_file") from fault
        text = content.decode("cp1252", errors="replace")
    if CONTROL_CHARACTER.search(text, 0, SAMPLE_SIZE):
        raise NotText("unknown_file_type")
    # What was saved on an old Mac ends its lines so.
    return text if "\n" in text else text.replace("\r", "\n")


def find_separator(text: str) -> str:
    """The separator that cuts the most lines into equally many cells, and among those into the most.

    Lines before columns: a decimal comma in every row of figures is still not in the heading.
    """
    lines = text[:SAMPLE_LETTERS].splitlines(keepends=True)[:SAMPLE_LINES]
    return max(SEPARATORS, key=lambda separator: _equal_cuts(lines, separator))


def _equal_cuts(lines: list[str], separator: str) -> tuple[int, int]:
    """How many lines are cut into equally many cells, and into how many."""
    try:
        widths = Counter(len(row) for row in csv.reader(lines, delimiter=separator) if len(row) > 1)
    except csv.Error:
        return 0, 0
    return max(((n, width) for width, n in widths.items()), default=(0, 0))


def _utf_16(content: bytes) -> str | None:
    """Western text in UTF-16 has a NUL at nearly every other byte, and at those only."""
    sample = content[:SAMPLE_SIZE]
    half = len(sample) / 2
    even, odd = sample[0::2].count(0) / half, sample[1::2].count(0) / half
    if min(even, odd) > RARELY or max(even, odd) < MOSTLY:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _frame(text: bytes, separator: str, width: int) -> pd.DataFrame:
    """All cells as categories of text, below a row of our own.

    That row is of letters: where a column holds nothing but figures pandas makes numbers of them, and 007 would be 7.
    """
    letters = separator.join("x" * width).encode()
    try:
        return pd.read_csv(
            BytesIO(letters + b"\n" + text), sep=separator, header=None, names=range(width), index_col=False,
            dtype="category", na_filter=False, skip_blank_lines=False, low_memory=False,
        )  # fmt: skip
    except pd.errors.ParserError as fault:
        # A quotation mark that is opened and never closed: the rest of the file would be one cell.
        raise NotText("unreadable_file") from fault


def _column(cells: pd.Series) -> CellColumn:
    return CellColumn(cells.cat.categories.tolist(), cells.cat.codes.to_numpy(dtype=np.int32)[1:])


def _without_empty_tail(columns: list[CellColumn]) -> tuple[CellColumn, ...]:
    """Separators within quotes make room for more columns than there are."""
    while len(columns) > 1 and not columns[-1].is_filled.any():
        columns.pop()
    return tuple(columns)
