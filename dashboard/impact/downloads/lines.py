"""Every published cell as a line in words: what it is about, where it stands, and its value or that it is hidden."""

from typing import NamedTuple

from dashboard.impact.sentences.people import group_name
from dashboard.language import Words
from dashboard.sentences.names import attribute_name, domain_name
from dashboard.sentences.values import instrument_name, movement_word
from pipelines.editions.cell import COMPARISON, DIFFERENCE, TOTAL, Cell
from pipelines.editions.contents import MOVEMENTS, PublishedIndicator
from pipelines.editions.edition import Edition

BY_LIFE_DOMAIN = ("recognition", "goals", "stories")
HEADINGS = ("subject", "life_domain", "instrument", "rater", "attribute", "row", "column", "value", "table")


class Line(NamedTuple):
    """`value` is None for a hidden cell; `table` is the title that the command line gives it."""

    subject: str
    life_domain: str
    instrument: str
    rater: str
    attribute: str
    row: str
    column: str
    value: float | None
    table: str


def headings(words: Words) -> list[str]:
    return [words(f"impact.download.heading.{heading}") for heading in HEADINGS]


def lines(edition: Edition, words: Words) -> list[Line]:
    """In the order in which the cells were published."""
    indicators = {(one.instrument, one.indicator, one.rater): one for one in edition.contents.indicators}
    return [_line(cell, indicators, words) for cell in edition.cells.all]


def _line(cell: Cell, indicators: dict[tuple[str, str, str], PublishedIndicator], words: Words) -> Line:
    table = cell.table
    indicator = indicators.get((table.instrument, table.indicator, table.rater))
    by_domain = table.subject in BY_LIFE_DOMAIN
    return Line(
        subject=words(f"impact.subject.{table.subject}"),
        life_domain=words.name(indicator.name) if indicator else _domain(cell, words) if by_domain else "",
        instrument=instrument_name(table.instrument, words) if table.instrument else "",
        rater=_rater(cell, words),
        attribute=attribute_name(table.attribute, words) if table.attribute else "",
        row=_row(cell, by_domain, words),
        column=_column(cell, indicator, words),
        value=cell.value,
        table=table.title,
    )


def _domain(cell: Cell, words: Words) -> str:
    return "" if cell.row == TOTAL else domain_name(cell.row, {}, words)


def _row(cell: Cell, by_domain: bool, words: Words) -> str:
    if cell.row in (COMPARISON, DIFFERENCE) and not by_domain:
        return words(f"impact.row.{cell.row}")
    return words("impact.column.total") if by_domain else group_name(cell.row, words)


def _rater(cell: Cell, words: Words) -> str:
    if cell.table.subject == "recognition":
        return words(f"recognised.who.{cell.table.rater}")
    return words(f"count_and_tell.choice.rater_by.{cell.table.rater}") if cell.table.rater else ""


def _column(cell: Cell, indicator: PublishedIndicator | None, words: Words) -> str:
    if indicator and cell.column in MOVEMENTS:
        return movement_word(indicator, cell.column, words)
    return words(f"impact.column.{cell.column}")
