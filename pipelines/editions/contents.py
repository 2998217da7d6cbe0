"""What an edition says besides numbers: facts, words and stories, as the project leader chose them."""

from datetime import date
from typing import Literal

from pydantic import Field

from pipelines.domain.effect_ladder import EffectLadder
from pipelines.domain.frozen import Frozen, Name
from pipelines.domain.indicator import Direction, Kind
from pipelines.domain.note import ExplanationKind

# Why a story stands there that nobody chose: no domain shows the better ones alone.
BESIDE_THE_OTHERS = "beside_the_others"

Movement = Literal["improved", "same", "declined"]
MOVEMENTS: tuple[Movement, ...] = ("improved", "same", "declined")


class PublishedIndicator(Frozen):
    """One indicator as measured by one kind of rater. `maximum` and `minimum` in the indicator's own unit.

    `drop_out` judges how those who were lost differed at the start, `baseline` how the comparison group did.
    """

    instrument: str
    indicator: str
    rater: str
    life_domain: str
    name: Name
    kind: Kind
    direction: Direction
    minimum: float | None
    maximum: float | None
    drop_out: Literal["fine", "caution", "differs", "unknown"]
    baseline: Literal["fine", "caution", "differs", "unknown"] | None
    ladder: EffectLadder


class PublishedStory(Frozen):
    """A story whose teller agreed to everybody's reading it. `number` identifies it within the edition.

    `told_on` is the first day of the month in which it was told.
    `moved` is which way its teller went on a life domain, by instrument, indicator and rater: only where the count of
    those who went the same way is shown too.
    """

    number: int
    teller: str
    told_on: date
    life_domains: tuple[str, ...]
    words: str
    benefit: str | None
    direction: str
    chosen_by: str | None
    chosen_because: str
    moved: dict[str, Movement] = Field(default_factory=dict)


class PublishedWords(Frozen):
    """An explanation, a judgement or another possible cause, by somebody in this role; `life_domain` None for all."""

    kind: ExplanationKind
    life_domain: str | None
    role: str
    words: str
    noted_on: date


class Contents(Frozen):
    """`attributes` are those by which is broken down, each with its groups in order. Of the first and the last
    measurement the month is told: the day is somebody's.
    """

    project: str
    is_sample: bool
    neighbourhood: str | None
    target_group: str | None
    approach: str | None
    aim: str | None
    rationale: str | None
    started_on: date | None
    ended_on: date | None
    first_measured_on: date | None
    last_measured_on: date | None
    as_of: date
    moment: int | None
    reach_target: int | None
    attributes: dict[str, tuple[str, ...]]
    indicators: tuple[PublishedIndicator, ...]
    ladder: EffectLadder
    words: tuple[PublishedWords, ...] = ()
    stories: tuple[PublishedStory, ...] = ()

    @property
    def life_domains(self) -> tuple[str, ...]:
        """Those that were measured, in the order in which they come, then those only told of."""
        measured = [indicator.life_domain for indicator in self.indicators]
        told = [domain for story in self.stories for domain in story.life_domains]
        return tuple(dict.fromkeys([*measured, *told]))
