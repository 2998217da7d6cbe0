"""Runs the queries of this package: one .sql file each, that only read."""

from collections import namedtuple
from functools import cache
from importlib.resources import files
from typing import Any

from pipelines.store.cursor import Cursor


def read_rows(cursor: Cursor, query: str, **parameters: object) -> list[Any]:
    """All rows of queries/<query>.sql, each a named tuple with the columns of its select."""
    result = cursor.execute(_text_of(query), parameters)
    row_type = namedtuple(query, [column[0] for column in result.description])
    return [row_type(*values) for values in result.fetchall()]


def read_rows_left_out(cursor: Cursor, project_id: int) -> int:
    """How many rows were left out by choice: part of the context of every result."""
    ((n_rows,),) = read_rows(cursor, "left_out", project_id=project_id)
    return n_rows


@cache
def _text_of(query: str) -> str:
    return files("pipelines.outcomes").joinpath("queries", f"{query}.sql").read_text(encoding="utf-8")
