"""A cell → the value of an indicator, within its limits. Nothing is clipped and nothing is filled in."""

from functools import partial

from pipelines.domain.indicator import Indicator, Kind
from pipelines.ingest.cells.sheet import Cell, CellColumn, quote_of
from pipelines.ingest.values.cell_types import expected_range
from pipelines.ingest.values.codes import Codes, is_tick, looks_like_code, spelled
from pipelines.ingest.values.level_names import read_level
from pipelines.ingest.values.notation import decimal_mark, may_be_either, parse_number, parse_yes_no
from pipelines.ingest.values.understanding import Fault, Understood, understand

NO_CODES = Codes()


def understand_scores(
    cells: CellColumn, indicator: Indicator, codes: Codes = NO_CODES, mark: str | None = None
) -> Understood:
    """The values of one indicator; cells that mean "not measured" are read like empty ones.

    `mark` is the sign before decimals where somebody said it; otherwise the column shows it.
    """
    return understand(cells, partial(_read_score, indicator, codes, mark or decimal_mark(cells.distinct)))


def codes_in_scale(cells: CellColumn, indicator: Indicator, codes: Codes) -> list[str]:
    """Cells that count as not measured because somebody said so, and would be values of this scale otherwise."""
    said = [cell for cell in cells.present if spelled(cell) in codes.missing]
    read = partial(_read_score, indicator, NO_CODES, decimal_mark(cells.distinct))
    return [quote_of(cell) for cell in said if isinstance(read(cell), float)]


def _read_score(indicator: Indicator, codes: Codes, mark: str | None, cell: Cell) -> float | Fault | None:
    # Most columns have no codes: then a hundred thousand amounts need not be spelled.
    text = spelled(cell) if codes.missing or codes.values else ""
    if text in codes.missing:
        return None
    number = codes.values[text] if text in codes.values else _number(indicator, mark, cell)
    if isinstance(number, Fault):
        return number
    if number in indicator.missing:
        return None
    fault = _not_a_number(indicator) if number is None else _limit_fault(indicator, number)
    if fault is None:
        return number
    return Fault("code_in_question", spelled(cell)) if looks_like_code(cell) else fault


def _number(indicator: Indicator, mark: str | None, cell: Cell) -> float | Fault | None:
    if indicator.kind is Kind.YES_NO:
        answer = 1.0 if is_tick(cell) else parse_yes_no(cell)
        if answer is None and indicator.missing:
            answer = parse_number(cell, mark)
        return read_level(indicator, cell) if answer is None and isinstance(cell, str) else answer
    number = parse_number(cell, mark, is_whole=indicator.is_whole)
    if number is None and may_be_either(cell, mark):
        return Fault("decimal_unclear")
    return read_level(indicator, cell) if number is None and isinstance(cell, str) else number


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
