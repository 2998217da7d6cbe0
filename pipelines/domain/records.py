"""What a project registers, one model a row. Field names are the columns of the schema `registered`.

`participant_id` and `household_id` are pseudonyms: 63-bit whole numbers made with the installation's key.
`record_id` identifies a record by what it says, so that the same row uploaded twice stays one record.
Life domains are codes (life_domain.py) or, where a project has a domain of its own, its name.
"""

from datetime import date

from pydantic import Field

from pipelines.domain.frozen import Frozen


class ProjectFacts(Frozen):
    """What the sheet Project says. A fact that is not filled in leaves an earlier one standing."""

    neighbourhood: str | None = None
    target_group: str | None = None
    approach: str | None = None
    aim: str | None = None
    rationale: str | None = None
    started_on: date | None = None
    ended_on: date | None = None
    instrument: str | None = None
    follow_up_months: int | None = Field(default=None, ge=1, le=60)
    reference_on: date | None = None
    reach_target: int | None = Field(default=None, ge=1)


class Participant(Frozen):
    participant_id: int
    participation: str = "participant"
    enrolled_on: date | None = None
    left_on: date | None = None
    exit_reason: str | None = None
    household_id: int | None = None
    attributes: dict[str, str] = Field(default_factory=dict)


class Goal(Frozen):
    record_id: int
    participant_id: int
    life_domain: str
    description: str
    set_on: date | None = None
    due_on: date | None = None
    weight: float = Field(default=1.0, ge=0)
    attained: int | None = Field(default=None, ge=-2, le=2)
    judged_on: date | None = None


class Intervention(Frozen):
    record_id: int
    participant_id: int
    life_domain: str | None = None
    instrument: str
    done_by: str
    started_on: date | None = None
    ended_on: date | None = None
    hours: float | None = Field(default=None, ge=0)
    result: str | None = None


class Narrative(Frozen):
    record_id: int
    participant_id: int | None = None
    teller: str
    told_on: date
    life_domains: tuple[str, ...]
    words: str
    benefit: str | None = None
    direction: str
    consent: str
    consented_on: date
    chosen_by: str | None = None
    chosen_because: str | None = None


class Recognition(Frozen):
    record_id: int
    respondent: str
    life_domain: str
    score: int = Field(ge=1, le=5)
    explanation: str | None = None
    judged_on: date | None = None
