"""Frozen models as a pandas frame with column types that survive empty columns: the fast way into DuckDB."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from types import UnionType
from typing import Any, get_args

import pandas as pd
import pyarrow as pa

from pipelines.domain.frozen import Frozen
from pipelines.store.cursor import Cursor

Uploaded = pd.DataFrame | pa.Table
COLUMN_TYPES: Mapping[type, str] = {int: "Int64", float: "Float64", date: "datetime64[s]", str: "str"}


def frame_of(records: Sequence[Frozen]) -> pd.DataFrame:
    """One row per record, one column per field. All records are of one model; there is at least one."""
    fields = type(records[0]).model_fields
    return pd.DataFrame(
        {
            name: pd.Series([getattr(record, name) for record in records], dtype=_column_type(field.annotation))
            for name, field in fields.items()
        }
    )


def insert_frame(cursor: Cursor, table: str, frame: pd.DataFrame) -> None:
    """Adds the rows to a table of the schema `registered`, by column name."""
    with uploaded_frame(cursor, frame):
        cursor.execute(f"insert into registered.{table} by name select * from uploaded")


@contextmanager
def uploaded_frame(cursor: Cursor, frame: Uploaded) -> Iterator[None]:
    """Lets statements on this cursor read the frame as the table `uploaded`."""
    cursor.register("uploaded", frame)
    yield
    # Not after a fault: in an aborted transaction this would raise a second one and hide the first.
    cursor.unregister("uploaded")


def _column_type(annotation: Any) -> str:
    """`int` and `int | None` alike give Int64; a list or a mapping stays an object."""
    options = get_args(annotation) if isinstance(annotation, UnionType) else (annotation,)
    return next((COLUMN_TYPES[option] for option in options if option in COLUMN_TYPES), "object")
