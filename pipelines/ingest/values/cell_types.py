"""How the cell of a registration sheet is read, by the type of its column: a meaning, or a fault."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from typing import Any

from pipelines.domain.frozen import Name
from pipelines.domain.indicator import Indicator
from pipelines.domain.life_domain import life_domain_called, life_domains
from pipelines.domain.registration_sheets import CellType, Choice, Column, registration_sheets
from pipelines.domain.spelling import bare
from pipelines.ingest.cells.sheet import Cell, CellColumn, text_of
from pipelines.ingest.identities.pseudonyms import canonical_number
from pipelines.ingest.values.days import DayOrder, day_order, is_order_unclear, parse_date
from pipelines.ingest.values.notation import decimal_mark, may_be_either, parse_moment, parse_number
from pipelines.ingest.values.understanding import Fault, ReadCell, Understood, understand

# These speak of what was; the others (a due date, the end of an intervention) may lie ahead.
PAST_FIELDS = frozenset("measured_on enrolled_on left_on set_on judged_on told_on consented_on".split())
DOMAIN_SEPARATORS = str.maketrans(",/\n|", ";;;;")

# A life domain by what somebody calls it: ours, or one of the instruments in use. None if nobody knows it.
DomainOf = Callable[[str], str | None]


def our_domain(name: str) -> str | None:
    """The code of the life domain of this name."""
    known = life_domain_called(name)
    return known.code if known else None


def column_called(sheet: str, field: str) -> Column | None:
    """The column of a registration sheet that holds this field."""
    return next((column for column in registration_sheets()[sheet].column if column.field == field), None)


def understand_field(cells: CellColumn, column: Column, today: date, domain_of: DomainOf = our_domain) -> Understood:
    """The cells of one column of a registration sheet, by the column's type."""
    return understand(cells, _reader(column, cells, today, domain_of))


def _reader(column: Column, cells: CellColumn, today: date, domain_of: DomainOf) -> ReadCell:
    match column.type:
        case CellType.DATE:
            latest = today if column.field in PAST_FIELDS else None
            order, from_1904 = day_order(cells.present), cells.counts_from_1904
            return partial(read_day, latest=latest, order=order, counts_from_1904=from_1904)
        case CellType.NUMBER | CellType.WHOLE:
            return partial(_read_number, column, decimal_mark(cells.present))
        case CellType.CHOICE:
            return partial(_read_choice, _by_spelling(column.choices), listed(choice.name for choice in column.choices))
        case CellType.LIFE_DOMAIN | CellType.LIFE_DOMAINS:
            read = _read_life_domain if column.type is CellType.LIFE_DOMAIN else _read_life_domains
            return partial(read, domain_of)
    return READERS[column.type]


def read_day(
    cell: Cell, latest: date | None, order: DayOrder | None = None, counts_from_1904: bool = False
) -> date | Fault:
    """A day, not after `latest`; `order` is what its column puts first (day_order)."""
    if is_order_unclear(cell, order):
        return Fault("date_order_unclear")
    day = parse_date(cell, counts_from_1904=counts_from_1904)
    if day is None:
        return Fault("date_not_understood")
    return Fault("date_in_future") if latest and day > latest else day


def read_moment(cell: Cell) -> int | Fault:
    """The number of a moment."""
    moment = parse_moment(cell)
    return Fault("moment_not_understood") if moment is None else moment


def read_number_of_person(cell: Cell) -> str:
    """A participant's number in its one spelling: 7.0 is "7", " P12 " is "p12", "007" stays."""
    return canonical_number(cell if isinstance(cell, str) else text_of(cell))


READERS: dict[CellType, ReadCell] = {
    CellType.MOMENT: read_moment,
    CellType.PARTICIPANT: read_number_of_person,
    CellType.TEXT: text_of,
    CellType.FREE_TEXT: text_of,
}


def listed(names: Iterable[Name]) -> Name:
    """The possibilities, as an issue lists them in each language."""
    found = tuple(names)
    return Name(nl=", ".join(name.nl for name in found), en=", ".join(name.en for name in found))


def expected_range(minimum: float | None, maximum: float | None, otherwise: str = "0, 1, 2 …") -> str:
    """The bounds as an issue shows them: 1 – 5, ≥ 0, ≤ 10; `otherwise` where there are none."""
    if minimum is not None and maximum is not None:
        return f"{minimum:g} – {maximum:g}"
    return f"≥ {minimum:g}" if minimum is not None else f"≤ {maximum:g}" if maximum is not None else otherwise


def domains_of(indicators: Iterable[Indicator]) -> DomainOf:
    """Our life domains, the domains that a set of the project's own names, and the names of its indicators."""
    own = {bare(name): indicator.life_domain for indicator in indicators for name in indicator.headings}
    own |= {bare(domain): domain for domain in own.values()}

    def domain_of(name: str) -> str | None:
        return our_domain(name) or own.get(bare(name))

    return domain_of


def _read_number(column: Column, mark: str | None, cell: Cell) -> Any:
    number = parse_number(cell, mark, is_whole=column.type is CellType.WHOLE)
    expected = expected_range(column.minimum, column.maximum)
    if number is None:
        return Fault("decimal_unclear") if may_be_either(cell, mark) else Fault("value_not_a_number", expected)
    if column.type is CellType.WHOLE and not number.is_integer():
        return Fault("value_not_whole", expected)
    if _is_outside(number, column.minimum, column.maximum):
        return Fault("number_out_of_range", expected)
    return int(number) if column.type is CellType.WHOLE else number


def _is_outside(number: float, minimum: float | None, maximum: float | None) -> bool:
    return (minimum is not None and number < minimum) or (maximum is not None and number > maximum)


def _by_spelling(choices: Iterable[Choice]) -> dict[str, str]:
    return {
        bare(name): choice.code
        for choice in choices
        for name in (choice.code, choice.name.nl, choice.name.en, *choice.aliases)
    }


def _read_choice(codes: dict[str, str], expected: Name, cell: Cell) -> str | Fault:
    return codes.get(bare(text_of(cell))) or Fault("choice_not_understood", expected)


def _read_life_domain(domain_of: DomainOf, cell: Cell) -> str | Fault:
    return domain_of(text_of(cell)) or _unknown_domain()


def _read_life_domains(domain_of: DomainOf, cell: Cell) -> tuple[str, ...] | Fault:
    """A whole cell may be one domain with a comma in its name; otherwise its parts are."""
    whole = domain_of(text_of(cell))
    if whole:
        return (whole,)
    parts = [part for part in str(cell).translate(DOMAIN_SEPARATORS).split(";") if part.strip()]
    codes = tuple(dict.fromkeys(map(domain_of, parts)))
    return _unknown_domain() if None in codes or not codes else codes


def _unknown_domain() -> Fault:
    return Fault("unknown_life_domain", listed(domain.name for domain in life_domains().values()))
