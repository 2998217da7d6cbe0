"""One invented project in memory, before any file is written."""

import tomllib
from dataclasses import dataclass, field
from datetime import date
from importlib.resources import files
from typing import Literal

from pipelines.domain.frozen import Frozen

# One row of a sheet: column (its field in registration_sheets.toml) → value; choices and life domains are codes.
Row = dict[str, str | float | date | None]


@dataclass(frozen=True)
class Person:
    """`factor` is what the domains of one life have in common (standard normal, low = more problems).

    `measured_on` holds the date of moment 0, 1, …; it is empty for somebody who was not measured yet.
    """

    number: str
    factor: float
    enrolled_on: date
    measured_on: tuple[date, ...] = ()
    participation: str = "participant"
    left_on: date | None = None
    exit_reason: str | None = None
    household: str | None = None
    attributes: dict[str, str] = field(default_factory=dict)

    @property
    def has_follow_up(self) -> bool:
        return len(self.measured_on) > 1


class Profile(Frozen):
    """How one indicator behaves in a project, in steps of its own scale.

    `mean` and `spread` describe where people stand for themselves, `gain` what the project adds by the first
    follow-up, `vary` how much that differs between people, `unscored` how often the cell stays empty. Where lower is
    better, `spread` and `gain` are negative.
    """

    life_domain: str
    heading: str
    mean: float
    spread: float
    gain: float = 0.0
    vary: float = 0.3
    unscored: float = 0.0
    minimum: float = 1
    maximum: float = 5
    step: float = 1
    better: Literal["higher", "lower"] = "higher"
    yes_or_no: bool = False


def read_profiles(project: str) -> tuple[Profile, ...]:
    text = files("sample_data.making").joinpath("profiles.toml").read_text(encoding="utf-8")
    return tuple(Profile.model_validate(entry) for entry in tomllib.loads(text)[project])


@dataclass(frozen=True)
class Measurement:
    """`values` by the indicator's heading; None where a cell was left empty."""

    number: str
    moment: int
    measured_on: date
    values: dict[str, float | None]


@dataclass(frozen=True)
class Sample:
    """`facts` is the sheet Project; the other rows are sheets of the same name."""

    profiles: tuple[Profile, ...]
    facts: Row
    people: tuple[Person, ...]
    measurements: tuple[Measurement, ...]
    goals: tuple[Row, ...] = ()
    interventions: tuple[Row, ...] = ()
    narratives: tuple[Row, ...] = ()
    recognition: tuple[Row, ...] = ()
    indicators: tuple[Row, ...] = ()
