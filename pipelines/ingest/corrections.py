"""What somebody mended on the page, before the file is read again. Lives in memory as long as the upload does."""

from pydantic import Field

from pipelines.domain.frozen import Frozen


class CellCorrection(Frozen):
    """What should stand in a cell; "" for "not measured". `row` as the spreadsheet numbers it, `column` its heading."""

    sheet: str
    row: int
    column: str
    value: str = Field(repr=False)


class LeftOutRows(Frozen):
    """Rows that somebody chose to leave out: they count as refused and stand in the context of every result."""

    sheet: str
    rows: tuple[int, ...]


class SamePerson(Frozen):
    """Two numbers that are one person: `number` is read as `same_as`. Never shown, logged or stored as they are."""

    number: str = Field(repr=False)
    same_as: str = Field(repr=False)


class Corrections(Frozen):
    cells: tuple[CellCorrection, ...] = ()
    left_out: tuple[LeftOutRows, ...] = ()
    same_people: tuple[SamePerson, ...] = ()
