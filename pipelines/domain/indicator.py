"""One thing measured, and the set it belongs to (method, section 2)."""

from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from pipelines.domain.frozen import Frozen, Name
from pipelines.domain.spelling import bare


class Kind(StrEnum):
    LEVEL = "level"
    COUNT = "count"
    YES_NO = "yes_no"
    AMOUNT = "amount"


class Direction(StrEnum):
    """Which way is better."""

    HIGHER = "higher"
    LOWER = "lower"


class FunctionalNorm(Frozen):
    """Mean and SD of people without the problem, for the clinical categories of Jacobson & Truax."""

    mean: float
    sd: float = Field(gt=0)
    source: str


class ReferenceGroup(Frozen):
    """How people like these score without being chosen for a low score: `correlation` is that between two measurements
    some time apart, `cut` the value below which (where lower is better: above which) somebody is taken in.
    """

    mean: float
    sd: float = Field(gt=0)
    correlation: float = Field(ge=0, lt=1)
    cut: float
    source: str


class Indicator(Frozen):
    """One thing measured. Minimum, maximum and cuts are in the indicator's own unit.

    `missing` lists numbers that mean "not applicable" on this scale, such as 0 on the Arizona matrix.
    `reliability` is r between 0 and 1 and is worth nothing without the source it came from. With a `reference` group it
    is estimated how much people rise by themselves who enter at a low point.
    """

    code: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    life_domain: str
    name: Name
    kind: Kind
    direction: Direction
    minimum: float | None = None
    maximum: float | None = None
    self_reliance_cut: float | None = None
    problem_cut: float | None = None
    reliability: float | None = Field(default=None, gt=0, lt=1)
    reliability_source: str | None = None
    norm: FunctionalNorm | None = None
    reference: ReferenceGroup | None = None
    missing: tuple[float, ...] = ()
    level_names: dict[int, Name] = Field(default_factory=dict)
    aliases: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _is_consistent(self) -> Self:
        if (self.reliability is None) != (self.reliability_source is None):
            raise PydanticCustomError(
                "reliability_without_source", "a reliability needs its source, and a source its reliability"
            )
        if self.minimum is not None and self.maximum is not None and self.minimum >= self.maximum:
            raise PydanticCustomError("minimum_not_below_maximum", "the minimum must lie below the maximum")
        if self.kind is Kind.LEVEL and (self.minimum is None or self.maximum is None):
            raise PydanticCustomError("level_without_scale", "a level needs a minimum and a maximum")
        return self

    @property
    def headings(self) -> tuple[str, ...]:
        """Every name under which this indicator may stand above a column."""
        return (self.name.nl, self.name.en, *self.aliases)

    @property
    def best(self) -> float | None:
        """The value on which nobody can improve, if the scale has one."""
        lowest = 0 if self.minimum is None and self.kind in (Kind.COUNT, Kind.YES_NO) else self.minimum
        highest = 1 if self.maximum is None and self.kind is Kind.YES_NO else self.maximum
        return highest if self.direction is Direction.HIGHER else lowest

    @property
    def is_whole(self) -> bool:
        """Levels, counts and yes/no take whole numbers only; amounts any."""
        return self.kind is not Kind.AMOUNT


# Own lists are told apart by project, not by id: a project has one.
OWN_SET = "own"


class IndicatorSet(Frozen):
    """A measuring instrument: a named, versioned list of indicators.

    Sets of one `family` are versions of each other and are never paired with each other.
    `note` is what somebody who fills in the set must know.
    """

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    family: str
    version: str
    name: Name
    aliases: tuple[str, ...] = ()
    note: Name | None = None
    source: str
    indicators: tuple[Indicator, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _has_distinct_indicators(self) -> Self:
        codes: set[str] = set()
        names: set[str] = set()
        for indicator in self.indicators:
            if indicator.code in codes:
                raise PydanticCustomError("code_twice", "the code {code} occurs twice", {"code": indicator.code})
            headings = {bare(heading): heading for heading in indicator.headings}
            if twice := sorted(names & headings.keys()):
                raise PydanticCustomError("name_twice", "two are called {name}", {"name": headings[twice[0]]})
            codes.add(indicator.code)
            names |= headings.keys()
        return self

    def is_called(self, name: str) -> bool:
        """Whether somebody who writes `name` means this set: its id, its name or an alias, in any spelling."""
        return bare(name) in {bare(known) for known in (self.id, self.name.nl, self.name.en, *self.aliases)}
