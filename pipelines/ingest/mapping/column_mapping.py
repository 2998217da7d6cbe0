"""What the columns of an upload are, where their headings cannot say it: written by hand or by the page, as .toml.

instrument = "own"                 # or one of the shipped sets; one or a list; optional
sheets = ["Blad1"]                 # only these sheets are read; optional
participant = "id"                 # or several that tell apart together: ["locatie", "nr"]
date = "datum"
rater = "wie"
missing = ["NA", "9", "?"]         # what means "not measured" in the measured columns
ignore = ["rownames"]              # left out without a word

[fields]                           # any other column of our template: heading = field
"Datum instroom" = "enrolled_on"

[values]                           # what stands in measured columns = the number it means
"redelijk" = 3

[ticks]                            # columns with a tick or X for yes: what an empty cell means, "no" or "missing"
"Schuldhulp" = "no"

[decimal]                          # the mark before decimals, where a column does not show it
"Bedrag" = ","

[sheet_moments]                    # the moment of a whole sheet or file
"Voorjaar" = 0

[moment]
column = "time"
values = { 0 = 0, 6 = 1, 12 = 2 }  # what stands in the cells = number of the moment

[group]
column = "arm"
comparison = ["control"]           # everybody else is a participant

[attributes]
sec = "section_8"                  # heading = attribute to break results down by

[measured]
y = "housing"                                    # heading = indicator
"bdi.pre" = { indicator = "bdi", moment = 0 }    # heading = indicator at a moment

[indicator.bdi]                    # indicators of the project's own, as in pipelines/instruments
...
"""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, ValidationError

from pipelines.domain.frozen import Frozen, Name
from pipelines.domain.indicator import OWN_SET, IndicatorSet
from pipelines.domain.registration_sheets import registration_sheets
from pipelines.domain.spelling import bare
from pipelines.ingest.cells.limits import MAX_MOMENT
from pipelines.instruments.catalogue import shipped_sets
from pipelines.instruments.own_set import own_set
from pipelines.instruments.reasons import reason_for

Heading = Annotated[str, Field(min_length=1)]
Moment = Annotated[int, Field(ge=0, le=MAX_MOMENT)]
AttributeCode = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]


class InvalidMapping(ValueError):
    """A mapping that cannot be used; `reason` says in both languages why and what to do."""

    def __init__(self, reason: Name) -> None:
        super().__init__(reason.en)
        self.reason = reason


class MomentColumn(Frozen):
    """The column that tells the moment. Cells that `values` does not name speak for themselves; beside `values` no mere
    number does."""

    column: Heading
    values: dict[str, Moment] = Field(default_factory=dict)


class GroupColumn(Frozen):
    """The column that tells who belongs to the comparison group: those with one of these values."""

    column: Heading
    comparison: tuple[str, ...] = Field(min_length=1)


class MeasuredColumn(Frozen):
    """A column with values of one indicator, of one moment if it names it."""

    indicator: str
    moment: Moment | None = None


def _as_table(key: str) -> BeforeValidator:
    """The short way of writing: a text stands for a table with this one key."""
    return BeforeValidator(lambda entry: {key: entry} if isinstance(entry, str) else entry)


def _as_list(entry: Any) -> Any:
    return [entry] if isinstance(entry, str) else entry


class ColumnMapping(Frozen):
    """Headings are matched like all others: capitals, accents and signs do not count."""

    instrument: Annotated[tuple[str, ...], BeforeValidator(_as_list)] = ()
    sheets: tuple[str, ...] = ()
    participant: Annotated[tuple[Heading, ...], BeforeValidator(_as_list)] = ()
    moment: Annotated[MomentColumn, _as_table("column")] | None = None
    date: Heading | None = None
    rater: Heading | None = None
    group: GroupColumn | None = None
    attributes: dict[Heading, AttributeCode] = Field(default_factory=dict)
    measured: dict[Heading, Annotated[MeasuredColumn, _as_table("indicator")]] = Field(default_factory=dict)
    fields: dict[Heading, str] = Field(default_factory=dict)
    values: dict[str, Annotated[float, Field(allow_inf_nan=False)]] = Field(default_factory=dict)
    ticks: dict[Heading, Literal["no", "missing"]] = Field(default_factory=dict)
    decimal: dict[Heading, Literal[",", "."]] = Field(default_factory=dict)
    sheet_moments: dict[str, Moment] = Field(default_factory=dict)
    missing: tuple[str, ...] = ()
    ignore: tuple[Heading, ...] = ()
    own_set: IndicatorSet | None = None

    @property
    def headings(self) -> tuple[str, ...]:
        """Every heading that the mapping gives a meaning, in the order of the file."""
        single = (*self.participant, self.date, self.rater)
        tables = (self.moment, self.group)
        return (
            *(heading for heading in single if heading),
            *(table.column for table in tables if table),
            *self.fields, *self.attributes, *self.measured, *self.ignore,
        )  # fmt: skip


def read_mapping(text: str) -> ColumnMapping:
    """The mapping that a .toml text describes; raises InvalidMapping."""
    try:
        entries = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        line = re.search(r"at line (\d+)", str(fault))
        raise InvalidMapping(_reason("not_toml", line=line[1] if line else len(text.splitlines()))) from fault
    described = {key: value for key, value in entries.items() if key != "indicator"}
    if "own_set" in described:
        raise InvalidMapping(_reason("extra_forbidden", what="own_set"))
    try:
        mapping = ColumnMapping.model_validate({**described, "own_set": _own_set(entries.get("indicator", {}))})
    except ValidationError as fault:
        raise InvalidMapping(_reason_for(fault)) from fault
    for reason in _contradictions(mapping):
        raise InvalidMapping(reason)
    return mapping


def _own_set(described: Any) -> IndicatorSet | None:
    if not described:
        return None
    if not isinstance(described, dict) or not all(isinstance(entry, dict) for entry in described.values()):
        raise InvalidMapping(_reason("does_not_fit", what="indicator", value=described))
    try:
        return own_set([{"code": code, **entry} for code, entry in described.items()], source="mapping")
    except ValidationError as fault:
        why = reason_for(fault, list(described))
        raise InvalidMapping(_reason("own_indicator", value=why)) from fault


def _contradictions(mapping: ColumnMapping) -> Iterator[Name]:
    times = Counter(bare(heading) for heading in mapping.headings)
    for heading in mapping.headings:
        if times[bare(heading)] > 1:
            yield _reason("column_twice", value=heading)
    sets = known_sets(mapping)
    for id in mapping.instrument:
        if id not in sets:
            yield _reason("unknown_instrument", value=id)
    yield from _unknown_meanings(mapping)


def _unknown_meanings(mapping: ColumnMapping) -> Iterator[Name]:
    """Headings that are said to be something that does not exist."""
    for heading, field in mapping.fields.items():
        if field not in known_fields():
            yield _reason("unknown_field", what=heading, value=field)
    codes = {indicator.code for set_ in known_sets(mapping).values() for indicator in set_.indicators}
    for heading, column in mapping.measured.items():
        if column.indicator not in codes:
            yield _reason("unknown_indicator", what=heading, value=column.indicator)


def known_sets(mapping: ColumnMapping) -> Mapping[str, IndicatorSet]:
    """The sets that a mapping can speak of: those shipped, and its own."""
    return {**shipped_sets(), OWN_SET: mapping.own_set} if mapping.own_set else shipped_sets()


@cache
def known_fields() -> frozenset[str]:
    """The fields that a column of a registration sheet can hold."""
    sheets = (sheet for id, sheet in registration_sheets().items() if id not in ("project", "indicators"))
    return frozenset(column.field for sheet in sheets for column in sheet.column)


def _reason_for(fault: ValidationError) -> Name:
    error = fault.errors(include_url=False)[0]
    code = error["type"] if error["type"] in _sentences() else "does_not_fit"
    return _reason(code, what=".".join(map(str, error["loc"])), value=error["input"])


def _reason(code: str, **slots: Any) -> Name:
    """A sentence with its slots filled; a slot may hold a sentence in two languages itself."""
    sentence = _sentences()[code]
    nl = {slot: value.nl if isinstance(value, Name) else str(value) for slot, value in slots.items()}
    en = {slot: value.en if isinstance(value, Name) else str(value) for slot, value in slots.items()}
    return Name(nl=sentence.nl.format(**nl), en=sentence.en.format(**en))


@cache
def _sentences() -> dict[str, Name]:
    text = files("pipelines.ingest.mapping").joinpath("texts/mapping.toml").read_text(encoding="utf-8")
    return {code: Name.model_validate(entry) for code, entry in tomllib.loads(text).items()}
