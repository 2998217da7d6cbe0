"""How strong the evidence is, derived from what there is, and what the next rung needs (method, section 5)."""

from collections.abc import Sequence

from pipelines.domain.comparison import GroupChange
from pipelines.domain.effect_ladder import EffectLadder, Rung
from pipelines.domain.outcome import Outcome
from pipelines.domain.records import ProjectFacts
from pipelines.domain.series import series_of

DESCRIBED_BY = ("target_group", "approach", "aim")
ALIKE = ("fine", "caution")


def climb(facts: ProjectFacts, outcomes: Sequence[Outcome], compared: Sequence[GroupChange]) -> EffectLadder:
    """Of one indicator or of several together: a rung is there if it is for each of those measured twice.

    `compared` are the participants of these indicators against a comparison group; empty where there is none.
    """
    missing = {
        Rung.DESCRIPTIVE: tuple(field for field in DESCRIBED_BY if getattr(facts, field) is None),
        Rung.THEORETICAL: () if facts.rationale else ("rationale",),
        Rung.INDICATIVE: () if any(outcome.n_pairs for outcome in outcomes) else ("follow_up",),
        Rung.CAUSAL: _missing_for_causal(outcomes, compared),
    }
    there = (Rung.IMPLICIT, *(rung for rung, lacking in missing.items() if not lacking))
    return EffectLadder(
        reached=max(rung for rung in Rung if all(below in there for below in Rung if below <= rung)),
        there=there,
        missing={rung: lacking for rung, lacking in missing.items() if lacking},
    )


def _missing_for_causal(outcomes: Sequence[Outcome], compared: Sequence[GroupChange]) -> tuple[str, ...]:
    """A comparison group that was measured twice as well, and that was alike at the start."""
    measured = {series_of(outcome) for outcome in outcomes if outcome.n_pairs}
    held_against = {
        series_of(change): change.against
        for change in compared
        if change.against is not None and change.against.difference is not None
    }
    if not measured:
        return ("follow_up",)
    if not measured <= held_against.keys():
        return ("comparison",)
    is_alike = all(held_against[one].equivalence in ALIKE for one in measured)
    return () if is_alike else ("equivalence",)
