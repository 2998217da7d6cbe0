"""The shapes in which measurements are written.

rows   one row per participant and moment, a column per indicator; or a sheet per moment
long   one row per observation: a column that names the indicator, a column with the value
wide   one row per participant, a column per indicator and moment
"""

from enum import StrEnum

from pipelines.ingest.tables.table import Table


class Shape(StrEnum):
    ROWS = "rows"
    LONG = "long"
    WIDE = "wide"


def shape_of(table: Table) -> Shape | None:
    """The shape of a table of measurements, None if it does not tell the moment of its scores, or tells it twice."""
    tells_moment = table.one_with("moment") is not None or table.moment is not None
    if not table.measured:
        return Shape.LONG if tells_moment else None
    with_moment = [heading.meaning.moment is not None for heading in table.measured]
    if all(with_moment):
        return None if table.one_with("moment") else Shape.WIDE
    return Shape.ROWS if tells_moment and not any(with_moment) else None


def is_long(table: Table) -> bool:
    """Whether every row names its own indicator."""
    return bool(table.all_with("indicator") and table.all_with("value") and not table.measured)
