"""The sheets of a registration workbook and their columns: what the template writes and the import reads."""

import tomllib
from enum import StrEnum
from functools import cache
from importlib.resources import files

from pipelines.domain.frozen import Frozen, Name

# The sheet of the template that holds no records: the import passes over it.
EXPLANATION_SHEET = Name(nl="Uitleg", en="Explanation")
# The sheet with what is to mend, in a workbook that was given back with its wrong cells marked.
MENDING_SHEET = Name(nl="Verbeterlijst", en="To mend")


class CellType(StrEnum):
    NUMBER = "number"
    WHOLE = "whole"
    DATE = "date"
    TEXT = "text"
    FREE_TEXT = "free_text"
    CHOICE = "choice"
    PARTICIPANT = "participant"
    MOMENT = "moment"
    LIFE_DOMAIN = "life_domain"
    LIFE_DOMAINS = "life_domains"


class Choice(Frozen):
    code: str
    name: Name
    aliases: tuple[str, ...] = ()


class Column(Frozen):
    """A column of a sheet (or, in the sheet Project, a row). `example` fills the example row."""

    field: str
    name: Name
    type: CellType
    required: bool = False
    aliases: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    minimum: float | None = None
    maximum: float | None = None
    example: Name | None = None
    explanation: Name


class RegistrationSheet(Frozen):
    id: str
    name: Name
    aliases: tuple[str, ...] = ()
    explanation: Name
    column: tuple[Column, ...]


@cache
def registration_sheets() -> dict[str, RegistrationSheet]:
    """The sheets by id, in the order of the workbook; last the one in which a project describes its own indicators."""
    text = files("pipelines.domain").joinpath("registration_sheets.toml").read_text(encoding="utf-8")
    return {id: RegistrationSheet(id=id, **entry) for id, entry in tomllib.loads(text).items()}
