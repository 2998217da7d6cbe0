"""What somebody says that a value, an empty cell or a sheet means, written into a mapping."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from dashboard.answers.columns import without_column
from pipelines.domain.spelling import bare
from pipelines.ingest.mapping.column_mapping import ColumnMapping, MomentColumn

Empty = Literal["no", "missing"]


def with_missing(mapping: ColumnMapping, value: str) -> ColumnMapping:
    """This value means "not measured" in every measured column."""
    cleared = without_value(mapping, value)
    return cleared.model_copy(update={"missing": (*cleared.missing, value)})


def with_number(mapping: ColumnMapping, value: str, number: float) -> ColumnMapping:
    """This value stands for a number in every measured column."""
    cleared = without_value(mapping, value)
    return cleared.model_copy(update={"values": {**cleared.values, value: number}})


def without_value(mapping: ColumnMapping, value: str) -> ColumnMapping:
    values = {known: number for known, number in mapping.values.items() if known != value}
    return mapping.model_copy(update={"missing": tuple(x for x in mapping.missing if x != value), "values": values})


def with_empty_cells(mapping: ColumnMapping, heading: str, meaning: Empty) -> ColumnMapping:
    """What an empty cell means in a column with ticks."""
    return mapping.model_copy(update={"ticks": {**mapping.ticks, heading: meaning}})


def without_sheet(mapping: ColumnMapping, sheet: str, all_sheets: Iterable[str]) -> ColumnMapping | None:
    """Every sheet but this one is read; None where that cannot be said, because another file has one of that name.

    Sheets are given by their labels: their own names or, of several files, "file: name".
    """
    others = [_name_of(label) for label in all_sheets if label != sheet]
    if not others or _name_of(sheet) in others:
        return None
    wanted = dict.fromkeys(mapping.sheets or others)
    return mapping.model_copy(update={"sheets": tuple(name for name in wanted if name != _name_of(sheet))})


def _name_of(label: str) -> str:
    """A spreadsheet lets no colon into the name of a sheet."""
    return label.rpartition(": ")[2]


def with_sheet_moment(mapping: ColumnMapping, sheet: str, moment: int) -> ColumnMapping:
    return mapping.model_copy(update={"sheet_moments": {**mapping.sheet_moments, sheet: moment}})


def with_moments(mapping: ColumnMapping, heading: str, moments: Mapping[str, int]) -> ColumnMapping:
    """What these cells of the column of moments stand for; what was said of its other cells stays."""
    known = mapping.moment.values if mapping.moment and bare(mapping.moment.column) == bare(heading) else {}
    said = MomentColumn(column=heading, values={**known, **moments})
    return without_column(mapping, heading).model_copy(update={"moment": said})


def readings_of_months(cells: Sequence[str]) -> tuple[dict[str, int], dict[str, int]]:
    """What cells such as T0, T6 and T12, in order, may mean: months, so the moments one after another; or the numbers
    of the moments themselves. Without a 0 among them the first is a follow-up."""
    numbers = {cell: int("".join(filter(str.isdigit, cell))) for cell in cells}
    first = 0 if 0 in numbers.values() else 1
    return {cell: moment for moment, cell in enumerate(cells, first)}, numbers


def with_decimal(mapping: ColumnMapping, heading: str, mark: Literal[",", "."]) -> ColumnMapping:
    return mapping.model_copy(update={"decimal": {**mapping.decimal, heading: mark}})
