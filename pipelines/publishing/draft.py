"""A draft: the edition exactly as it would be read, with what is hidden and why, for the project leader's eyes."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pipelines.domain.comparison import GroupChange
from pipelines.domain.outcome import Outcome
from pipelines.domain.series import series_of
from pipelines.editions.cell import COMPARISON, TOTAL, Cell, Cells
from pipelines.editions.contents import Contents, PublishedIndicator, PublishedWords
from pipelines.outcomes.effect_ladder import climb
from pipelines.publishing.composition import Composition
from pipelines.publishing.counted import (
    Counted,
    count_goals,
    count_groups,
    count_outcome,
    count_outcome_by,
    count_people,
    count_recognition,
    count_stories,
    key_of,
)
from pipelines.publishing.counts import CountSystem, Key
from pipelines.publishing.earlier import Earlier, Protected, few_apart, protect_beside
from pipelines.publishing.materials import Materials
from pipelines.publishing.means import is_safe, mean_cells, mean_of
from pipelines.publishing.protection import CannotBeProtected, Hidden
from pipelines.publishing.refusal import PublishingRefused, Reason
from pipelines.publishing.stories import published_stories, reasons_against, records_of, suggest_stories

# What readers lose when a count is hidden: totals and who moved forward are what they come for.
LOSS_OF_COLUMN = {TOTAL: 8.0, "enrolled": 8.0, "with_start": 16.0, "with_follow_up": 16.0, "improved": 4.0}
LOSS_OF_TOTAL_ROW = 10.0


@dataclass(frozen=True)
class Draft:
    """`hidden` gives the reason for every hidden count; `digest` says of which registrations it was made.

    `fingerprint` is of all that readers would see: who looked at another one did not look at this one.
    """

    contents: Contents
    cells: Cells
    system: CountSystem
    hidden: Mapping[Key, Hidden]
    story_records: tuple[int, ...]
    digest: str

    @property
    def fingerprint(self) -> str:
        seen = [self.contents.model_dump_json(), *(cell.model_dump_json() for cell in self.cells.all)]
        return hashlib.sha256("\n".join(seen).encode()).hexdigest()


def make_draft(materials: Materials, composition: Composition, earlier: Sequence[Earlier]) -> Draft:
    """Raises PublishingRefused with every reason why this may not be published."""
    counted = count_all(materials)
    chosen = suggest_stories(materials.narratives) if composition.stories is None else composition.stories
    reasons = _reasons_against(materials, composition, counted.system, earlier)
    if reasons := [*reasons, *reasons_against(chosen, materials.narratives)]:
        raise PublishingRefused(reasons)
    protected = _hide(counted.system, earlier, composition)
    hidden = {key: why for key, why in protected.hidden.items() if key in counted.counts}
    shown = {key: key not in hidden for key in counted.counts}
    minimum = composition.rules.minimum
    indicators = tuple(_indicator(outcome, materials, minimum) for outcome in materials.outcomes if outcome.n_pairs)
    cells = [*_count_cells(counted, hidden, composition), *_mean_cells(materials, protected, composition)]
    return Draft(
        contents=_contents(materials, composition).model_copy(update={
            "indicators": indicators,
            "stories": published_stories(chosen, materials.narratives, indicators, shown),
        }),
        cells=Cells(cells),
        system=counted.system,
        hidden=hidden,
        story_records=records_of(chosen, materials.narratives),
        digest=materials.digest,
    )  # fmt: skip


def count_all(materials: Materials) -> Counted:
    """Every count of the edition, in the order in which its tables stand."""
    counted = Counted()
    count_people(counted, materials.participation)
    for attribute, by_series in materials.by_attribute.items():
        sizes = {str(one.group): one.n_enrolled for one in next(iter(by_series.values()), ())}
        count_groups(counted, attribute, sizes, materials.participation.n_enrolled)
    for outcome in materials.outcomes:
        if outcome.n_pairs:
            _count_series(counted, outcome, materials)
    count_goals(counted, materials.goals)
    count_recognition(counted, materials.recognition)
    count_stories(counted, materials.narratives, dict.fromkeys(one.life_domain for one in materials.outcomes))
    return counted


def loss(key: Key) -> float:
    *_, row, column = key
    return LOSS_OF_COLUMN.get(column, 1.0) * (LOSS_OF_TOTAL_ROW if row == TOTAL else 1.0)


def _count_series(counted: Counted, outcome: Outcome, materials: Materials) -> None:
    series = series_of(outcome)
    count_outcome(counted, outcome)
    if (compared := materials.comparison.get(series)) is not None and compared.n_pairs:
        count_outcome(counted, compared, COMPARISON)
    for attribute, by_series in materials.by_attribute.items():
        count_outcome_by(counted, attribute, by_series.get(series, ()), outcome)


def _reasons_against(
    materials: Materials, composition: Composition, system: CountSystem, earlier: Sequence[Earlier]
) -> list[Reason]:
    minimum, n = composition.rules.minimum, materials.participation.n_enrolled
    too_few = [Reason(code="too_few", n=minimum)] if n < minimum else []
    told = few_apart(system, earlier, composition.rules)
    return [*too_few, *(Reason(code="few_apart", about=one.population, edition=one.edition, n=minimum) for one in told)]


def _hide(system: CountSystem, earlier: Sequence[Earlier], composition: Composition) -> Protected:
    try:
        return protect_beside(system, earlier, composition.rules, loss)
    except CannotBeProtected as fault:
        raise PublishingRefused([Reason(code="shown_before", edition=earlier[-1].edition)]) from fault


def _count_cells(counted: Counted, hidden: Mapping[Key, Hidden], composition: Composition) -> list[Cell]:
    return [
        Cell(
            table=table, row=row, column=column, hidden=key in hidden,
            value=None if key in hidden else composition.rules.rounded(counted.counts[key]),
        )
        for (table, row, column), key in counted.places.items()
    ]  # fmt: skip


def _mean_cells(materials: Materials, protected: Protected, composition: Composition) -> list[Cell]:
    parts = {key: part for part in protected.system.parts() for key in part.counts}
    cells: list[Cell] = []
    for outcome in (one for one in materials.outcomes if one.n_pairs):
        series, indicator = series_of(outcome), materials.indicator(outcome)
        compared = materials.comparison.get(series)
        means = {TOTAL: mean_of(outcome, TOTAL, indicator)}
        if compared is not None and compared.n_pairs:
            means[COMPARISON] = mean_of(compared, COMPARISON, indicator)
        safe = {
            row: mean is not None
            and is_safe(mean, parts[key_of(mean.table, row, TOTAL)], protected.hidden, composition.rules)
            for row, mean in means.items()
        }
        against = materials.against.get(series) if COMPARISON in means else None
        cells += mean_cells(outcome, means, against, safe)
    return cells


def _indicator(outcome: Outcome, materials: Materials, minimum: int) -> PublishedIndicator:
    """What is judged of a group's mean is judged of enough people only, like the mean itself."""
    series, indicator = series_of(outcome), materials.indicator(outcome)
    lost, against = materials.drop_out.get(series), _against(outcome, materials, minimum)
    is_enough = lost is not None and min(lost.n_drop_outs, lost.n_completers) >= minimum
    return PublishedIndicator(
        **series._asdict(),
        life_domain=outcome.life_domain,
        name=outcome.indicator_name,
        kind=outcome.kind,
        direction=outcome.direction,
        minimum=indicator.minimum,
        maximum=indicator.maximum,
        drop_out=lost.verdict if lost and is_enough else "unknown",
        baseline=against.against.equivalence if against and against.against else None,
        ladder=climb(materials.project.facts, [outcome], [against] if against else []),
    )


def _against(outcome: Outcome, materials: Materials, minimum: int) -> GroupChange | None:
    """The participants against a comparison group, if both are large enough to be judged."""
    compared = materials.comparison.get(series_of(outcome))
    are_enough = compared is not None and min(outcome.n_pairs, compared.n_pairs) >= minimum
    return materials.against.get(series_of(outcome)) if are_enough else None


def _contents(materials: Materials, composition: Composition) -> Contents:
    project, participation = materials.project, materials.participation
    facts = project.facts
    compared = [_against(outcome, materials, composition.rules.minimum) for outcome in materials.outcomes]
    return Contents(
        project=project.name,
        is_sample=project.is_sample,
        **facts.model_dump(include={
            "neighbourhood", "target_group", "approach", "aim", "rationale", "started_on", "ended_on", "reach_target",
        }),
        first_measured_on=_first_of_month(participation.first_measured_on),
        last_measured_on=_first_of_month(participation.last_measured_on),
        as_of=participation.as_of,
        moment=composition.moment,
        attributes={attribute: tuple(str(one.group) for one in next(iter(by_series.values()), ()))
                    for attribute, by_series in materials.by_attribute.items()},
        indicators=(),
        ladder=climb(facts, materials.outcomes, [against for against in compared if against]),
        words=_words(materials, composition),
    )  # fmt: skip


def _first_of_month(day: date | None) -> date | None:
    return day and day.replace(day=1)


def _words(materials: Materials, composition: Composition) -> tuple[PublishedWords, ...]:
    chosen = [kept.note for kept in materials.notes if composition.notes is None or kept.note_id in composition.notes]
    return tuple(PublishedWords(**note.model_dump()) for note in chosen)
