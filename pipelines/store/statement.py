"""The statements of the store, one .sql file each."""

from functools import cache
from importlib.resources import files


@cache
def statement(name: str) -> str:
    """The text of statements/<name>.sql."""
    return files("pipelines.store").joinpath("statements", f"{name}.sql").read_text(encoding="utf-8")
