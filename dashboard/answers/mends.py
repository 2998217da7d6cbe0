"""What was mended on the page, step by step, so that each step can be taken back. In memory only."""

from collections.abc import Sequence
from itertools import chain
from typing import Literal

from pydantic import Field

from dashboard.answers.causes import Cause
from pipelines.domain.frozen import Frozen
from pipelines.ingest.corrections import CellCorrection, Corrections, LeftOutRows, SamePerson

MendKind = Literal["value", "missing", "leave_out", "same_person"]


class Mend(Frozen):
    """One step: of which kind, where, what stood there and what it became. `n` cells, or rows that are left out."""

    kind: MendKind
    corrections: Corrections = Field(repr=False)
    n: int = 1
    sheet: str = ""
    column: str = ""
    old: str = Field(default="", repr=False)
    new: str = Field(default="", repr=False)


def mend_cells(cause: Cause, value: str, row: int | None = None) -> Mend:
    """What should stand in the cells of a cause, or in one of them; "" for "not measured"."""
    rows = cause.rows if row is None else (row,)
    sheet, column = cause.sheet or "", cause.column or ""
    cells = tuple(CellCorrection(sheet=sheet, row=at, column=column, value=value) for at in rows)
    return Mend(
        kind="value" if value else "missing", corrections=Corrections(cells=cells), n=len(rows),
        sheet=sheet, column=column, old=cause.value or "", new=value,
    )  # fmt: skip


def leave_out(cause: Cause, row: int | None = None) -> Mend:
    """The rows of a cause, or one of them, are not read."""
    rows = cause.rows if row is None else (row,)
    left = LeftOutRows(sheet=cause.sheet or "", rows=rows)
    return Mend(kind="leave_out", corrections=Corrections(left_out=(left,)), n=len(rows), sheet=cause.sheet or "")


def same_person(number: str, same_as: str) -> Mend:
    return Mend(kind="same_person", corrections=Corrections(same_people=(SamePerson(number=number, same_as=same_as),)))


def corrections_of(mends: Sequence[Mend]) -> Corrections:
    """All steps together; of a cell that was mended twice the later value."""
    cells = {(cell.sheet, cell.row, cell.column): cell for mend in mends for cell in mend.corrections.cells}
    return Corrections(
        cells=tuple(cells.values()),
        left_out=tuple(chain.from_iterable(mend.corrections.left_out for mend in mends)),
        same_people=tuple(chain.from_iterable(mend.corrections.same_people for mend in mends)),
    )
