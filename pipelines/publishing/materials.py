"""Everything that an edition can be made of, read at once: findings, stories and words of one project."""

from collections.abc import Mapping
from dataclasses import dataclass

from pipelines.domain.comparison import GroupChange
from pipelines.domain.indicator import Indicator
from pipelines.domain.linked_narrative import LinkedNarrative
from pipelines.domain.note import Explanation, KeptNote
from pipelines.domain.outcome import DropOut, GoalAttainment, Outcome, Participation, RecognitionShare
from pipelines.domain.project import Project
from pipelines.domain.series import Series, series_of
from pipelines.outcomes.comparison import read_comparison
from pipelines.outcomes.counts import read_indicators
from pipelines.outcomes.digest import read_digest
from pipelines.outcomes.drop_out import read_drop_out
from pipelines.outcomes.findings import read_outcomes
from pipelines.outcomes.goal_attainment import read_goals
from pipelines.outcomes.narratives import read_narratives
from pipelines.outcomes.participation import read_participation
from pipelines.outcomes.projects import read_attributes
from pipelines.outcomes.recognition import read_recognition
from pipelines.publishing.composition import Composition
from pipelines.publishing.refusal import PublishingRefused, Reason
from pipelines.store.cursor import Cursor
from pipelines.store.notes import read_notes

TAKING_PART, COMPARISON = "group", "comparison"


@dataclass(frozen=True)
class Materials:
    """`by_attribute` are the groups of each attribute on each series; `indicators` the definitions by series."""

    project: Project
    participation: Participation
    outcomes: tuple[Outcome, ...]
    by_attribute: Mapping[str, Mapping[Series, tuple[Outcome, ...]]]
    comparison: Mapping[Series, Outcome]
    against: Mapping[Series, GroupChange]
    indicators: Mapping[tuple[str, str], Indicator]
    drop_out: Mapping[Series, DropOut]
    goals: tuple[GoalAttainment, ...]
    recognition: tuple[RecognitionShare, ...]
    narratives: tuple[LinkedNarrative, ...]
    notes: tuple[KeptNote, ...]
    digest: str

    def indicator(self, outcome: Outcome) -> Indicator:
        return self.indicators[outcome.instrument, outcome.indicator]


def read_materials(cursor: Cursor, project: Project, composition: Composition) -> Materials:
    """Raises PublishingRefused for an attribute or instrument that is not there, UnknownMoment for such a moment."""
    number, moment, as_of = project.project_id, composition.moment, composition.as_of
    attributes = read_attributes(cursor, number)
    described = read_indicators(cursor, number)
    _refuse_unknown(composition, attributes.keys() - {TAKING_PART}, {one.instrument for one in described})

    def outcomes(attribute: str | None = None) -> tuple[Outcome, ...]:
        found = read_outcomes(cursor, number, moment=moment, attribute=attribute, as_of=as_of)
        return tuple(
            one for one in found if composition.instruments is None or one.instrument in composition.instruments
        )

    has_comparison = TAKING_PART in attributes
    compared = read_comparison(cursor, number, moment=moment, as_of=as_of) if has_comparison else ()
    return Materials(
        project=project,
        participation=read_participation(cursor, number, moment=moment, as_of=as_of),
        outcomes=outcomes(),
        by_attribute={attribute: _grouped(outcomes(attribute)) for attribute in composition.attributes},
        comparison={series_of(one): one for one in (outcomes(TAKING_PART) if has_comparison else ())
                    if one.group == COMPARISON},
        against={series_of(one): one for one in compared if one.against is not None},
        indicators={(one.instrument, one.indicator.code): one.indicator for one in described},
        drop_out={series_of(one): one for one in read_drop_out(cursor, number, moment=moment, as_of=as_of)},
        goals=read_goals(cursor, number, as_of=as_of),
        recognition=read_recognition(cursor, number),
        narratives=read_narratives(cursor, number),
        notes=read_notes(cursor, number, Explanation),
        digest=read_digest(cursor, number),
    )  # fmt: skip


def _grouped(outcomes: tuple[Outcome, ...]) -> dict[Series, tuple[Outcome, ...]]:
    grouped: dict[Series, tuple[Outcome, ...]] = {}
    for outcome in outcomes:
        grouped[series_of(outcome)] = (*grouped.get(series_of(outcome), ()), outcome)
    return grouped


def _refuse_unknown(composition: Composition, attributes: set[str], instruments: set[str]) -> None:
    asked_of = (
        ("unknown_attribute", composition.attributes, attributes),
        ("unknown_instrument", composition.instruments or (), instruments),
    )
    reasons = [Reason(code=code, about=one) for code, asked, known in asked_of for one in asked if one not in known]
    if reasons:
        raise PublishingRefused(reasons)
