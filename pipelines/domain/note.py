"""What people write about outcomes in the program itself: never a name, always a role and a day."""

from datetime import date
from typing import Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from pipelines.domain.frozen import Frozen

ExplanationKind = Literal["explanation", "judgement", "alternative"]


class GivenRecognition(Frozen):
    """An answer to "do you recognise this?", given on the spot: 1 not at all, 5 completely."""

    respondent: Literal["professional", "participant"]
    life_domain: str
    score: int = Field(ge=1, le=5)
    explanation: str | None = None
    judged_on: date


class Explanation(Frozen):
    """Why somebody thinks that an outcome is what it is; `life_domain` is None for the project as a whole.

    An alternative is something besides the project that may have made the change.
    """

    kind: ExplanationKind
    life_domain: str | None = None
    role: str = Field(min_length=1)
    words: str = Field(min_length=1)
    noted_on: date


class Attribution(Frozen):
    """Which share of a change somebody thinks the project made, as a range; each between 0 and 1.

    Entered, never worked out from start and follow-up (method, section 5).
    """

    life_domain: str | None = None
    low: float = Field(ge=0, le=1)
    middle: float = Field(ge=0, le=1)
    high: float = Field(ge=0, le=1)
    role: str = Field(min_length=1)
    reason: str = Field(min_length=1)
    noted_on: date

    @model_validator(mode="after")
    def _is_a_range(self) -> Self:
        if not self.low <= self.middle <= self.high:
            raise PydanticCustomError("not_a_range", "low, middle and high must follow each other")
        return self


class Lesson(Frozen):
    """What was seen, what was decided, and what was changed when; `changed_on` is marked on the time axis."""

    life_domain: str | None = None
    seen: str = Field(min_length=1)
    decided: str = Field(min_length=1)
    changed: str | None = None
    changed_on: date | None = None
    role: str = Field(min_length=1)
    noted_on: date


Note = GivenRecognition | Explanation | Attribution | Lesson


class KeptNote(Frozen):
    """A note as the store holds it, with the number to remove it by."""

    note_id: int
    note: Note
