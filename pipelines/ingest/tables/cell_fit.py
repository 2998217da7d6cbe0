"""Whether the cells of a column could be what somebody takes the column for. Judged on the first rows."""

import re
from collections.abc import Callable

import numpy as np

from pipelines.domain.indicator import Indicator, Kind
from pipelines.domain.registration_sheets import CellType, Column
from pipelines.domain.spelling import bare
from pipelines.ingest.cells.sheet import Cell, CellColumn, is_empty, text_of
from pipelines.ingest.tables.table import Heading, Table
from pipelines.ingest.values.days import parse_date
from pipelines.ingest.values.notation import parse_moment, parse_number, parse_yes_no

LOOKED_AT = 5_000
# This share of the cells, codes for "not measured" left aside, must fit.
MOSTLY = 0.8
NEARLY_ALL = 0.9
# A cell of few letters may be a code for "not measured": "?", "nvt", "9", "999".
LONGEST_CODE = 6
NINES = re.compile(r"9+")
CODE_OF_PERSON = re.compile(r"(?=.*\d)[\w./-]{1,20}")
# A person has so many rows at most; and fewer different cells than this are no numbers of people.
MOST_ROWS_OF_ONE, FEWEST_PEOPLE = 4, 5
MOST_MOMENTS = 10
LEVELS, MOST_LEVELS = frozenset(map(float, range(11))), 7


def cells_at_records(table: Table, heading: Heading) -> CellColumn:
    """The filled cells of a column in the first rows that are records."""
    rows = np.flatnonzero(~table.is_skipped & table.is_filled_in(heading))[:LOOKED_AT]
    return table.cells(heading).at(rows)


def fits_indicator(cells: CellColumn, indicator: Indicator) -> bool:
    """Whether most cells are values of the indicator, on its scale."""
    levels = {bare(name) for names in indicator.level_names.values() for name in (names.nl, names.en)}

    def is_value(cell: Cell) -> bool:
        if indicator.kind is Kind.YES_NO:
            return parse_yes_no(cell) is not None
        number = parse_number(cell)
        return bare(text_of(cell)) in levels if number is None else _is_within(indicator, number)

    return _mostly(cells, is_value)


def fits_field(cells: CellColumn, column: Column) -> bool:
    """Whether most cells can be read as the type of the field; a field of any text fits nothing."""
    match column.type:
        case CellType.DATE:
            return _mostly(cells, lambda cell: parse_date(cell) is not None)
        case CellType.MOMENT:
            return _mostly(cells, lambda cell: parse_moment(cell) is not None)
        case CellType.NUMBER | CellType.WHOLE:
            return _mostly(cells, lambda cell: parse_number(cell) is not None)
        case CellType.CHOICE:
            known = {bare(name) for of in column.choices for name in (of.code, of.name.nl, of.name.en, *of.aliases)}
            return _mostly(cells, lambda cell: bare(text_of(cell)) in known)
        case CellType.PARTICIPANT:
            return may_be_people(cells)
    return False


def may_be_people(cells: CellColumn) -> bool:
    """Whether these could be the numbers of people: codes, and hardly any of them often."""
    n_distinct = len(np.unique(cells.codes))
    is_varied = n_distinct >= FEWEST_PEOPLE and n_distinct * MOST_ROWS_OF_ONE >= len(cells)
    return is_varied and _share(cells, lambda cell: bool(CODE_OF_PERSON.fullmatch(text_of(cell)))) >= NEARLY_ALL


def may_be_moments(cells: CellColumn) -> bool:
    """Whether these could tell moments: few different ones, each often. Bare numbers without a 0 are sooner scores."""
    n_distinct = len(np.unique(cells.codes))
    is_repeated = 1 < n_distinct <= MOST_MOMENTS and n_distinct * 2 <= len(cells)
    has_start = not all(map(_is_number, cells.present)) or any(parse_number(cell) == 0 for cell in cells.present)
    return is_repeated and has_start and _share(cells, lambda cell: parse_moment(cell) is not None) >= NEARLY_ALL


def may_be_days(cells: CellColumn) -> bool:
    """Whether these are days; a bare number may be anything."""
    return bool(len(cells)) and _share(cells, lambda cell: not _is_number(cell) and parse_date(cell) is not None) >= (
        NEARLY_ALL
    )


def may_be_scores(cells: CellColumn) -> bool:
    """Whether these could be scores on some scale: whole numbers up to ten, several of them, each often."""
    n_distinct = len(np.unique(cells.codes))
    is_scale = 1 < n_distinct <= MOST_LEVELS and n_distinct * 2 <= len(cells)
    return is_scale and _share(cells, lambda cell: parse_number(cell) in LEVELS) >= NEARLY_ALL


def _is_number(cell: Cell) -> bool:
    return isinstance(cell, float) or parse_number(cell) is not None


def _is_within(indicator: Indicator, number: float) -> bool:
    if indicator.is_whole and not number.is_integer():
        return False
    above = indicator.minimum is None or number >= indicator.minimum or number in indicator.missing
    return above and (indicator.maximum is None or number <= indicator.maximum)


def _mostly(cells: CellColumn, fits: Callable[[Cell], bool]) -> bool:
    return _share(cells, fits, _may_be_a_code) >= MOSTLY


def _share(cells: CellColumn, fits: Callable[[Cell], bool], aside: Callable[[Cell], bool] | None = None) -> float:
    """The share of the cells that fit, of those that fit or cannot be left aside."""
    places, times = np.unique(cells.codes, return_counts=True)
    n_fitting = n_other = 0
    for place, n in zip(places.tolist(), times.tolist(), strict=True):
        cell = cells.distinct[place]
        if fits(cell):
            n_fitting += n
        elif aside is None or not aside(cell):
            n_other += n
    return n_fitting / (n_fitting + n_other) if n_fitting else 0.0


def _may_be_a_code(cell: Cell) -> bool:
    text = text_of(cell)
    return is_empty(cell) or bool(NINES.fullmatch(text)) or (len(text) <= LONGEST_CODE and parse_number(cell) is None)
