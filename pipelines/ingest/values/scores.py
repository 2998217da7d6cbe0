"""A cell → the value of an indicator, within its limits. Nothing is clipped and nothing is filled in."""

from collections.abc import Collection
from functools import partial

from pipelines.domain.indicator import Indicator, Kind
from pipelines.domain.spelling import bare
from pipelines.ingest.cells.sheet import Cell, CellColumn, text_of
from pipelines.ingest.values.cell_types import expected_range
from pipelines.ingest.values.notation import decimal_mark, parse_number, parse_yes_no
from pipelines.ingest.values.understanding import Fault, Understood, understand


def understand_scores(cells: CellColumn, indicator: Indicator, missing_codes: Collection[str]) -> Understood:
    """The values of one indicator; codes that mean "not measured" are read like empty cells."""
    read = partial(
        _read_score, indicator, _numbers_of_levels(indicator), decimal_mark(cells.distinct), frozenset(missing_codes)
    )
    return understand(cells, read)


def _read_score(
    indicator: Indicator, levels: dict[str, float], mark: str | None, missing_codes: frozenset[str], cell: Cell
) -> float | Fault | None:
    if text_of(cell) in missing_codes:
        return None
    number = _number(indicator, levels, mark, cell)
    if number is None:
        return _not_a_number(indicator)
    if number in indicator.missing:
        return None
    return _limit_fault(indicator, number) or number


def _number(indicator: Indicator, levels: dict[str, float], mark: str | None, cell: Cell) -> float | None:
    if indicator.kind is Kind.YES_NO:
        answer = parse_yes_no(cell)
        return parse_number(cell, mark) if answer is None and indicator.missing else answer
    number = parse_number(cell, mark)
    return levels.get(bare(cell)) if number is None and isinstance(cell, str) else number


def _not_a_number(indicator: Indicator) -> Fault:
    if indicator.kind is Kind.YES_NO:
        return Fault("value_not_yes_or_no")
    example = "12,50" if indicator.kind is Kind.AMOUNT else "0, 1, 2 …"
    return Fault("value_not_a_number", expected_range(*_bounds(indicator), example))


def _limit_fault(indicator: Indicator, number: float) -> Fault | None:
    minimum, maximum = _bounds(indicator)
    expected = expected_range(minimum, maximum)
    if indicator.is_whole and not number.is_integer():
        return Fault("value_not_whole", expected)
    if (minimum is not None and number < minimum) or (maximum is not None and number > maximum):
        return Fault("value_out_of_range", expected)
    return None


def _bounds(indicator: Indicator) -> tuple[float | None, float | None]:
    """A count cannot be below 0, whether its description says so or not."""
    if indicator.kind is Kind.COUNT and indicator.minimum is None:
        return 0, indicator.maximum
    return indicator.minimum, indicator.maximum


def _numbers_of_levels(indicator: Indicator) -> dict[str, float]:
    """The level by its name, in either language, exactly as the instrument calls it."""
    return {bare(name): float(level) for level, names in indicator.level_names.items() for name in (names.nl, names.en)}
