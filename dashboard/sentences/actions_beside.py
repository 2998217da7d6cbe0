"""Those who had an intervention beside those who had not, in words. It describes, and proves nothing."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from dashboard.language import Words
from dashboard.notation import number, whole
from dashboard.sentences.raters import name_with_rater
from pipelines.domain.indicator import Kind
from pipelines.domain.outcome import Outcome
from pipelines.domain.series import Series, series_of

WITH, WITHOUT = "with", "without"
MOST_SAID = 3


@dataclass(frozen=True)
class SideBySide:
    """One indicator (and rater) for both groups; each has somebody who was measured again."""

    name: str
    with_it: Outcome
    without: Outcome

    @property
    def life_domain(self) -> str:
        return self.with_it.life_domain


def side_by_side(outcomes: Sequence[Outcome], words: Words) -> list[SideBySide]:
    """In the order of the instrument. `outcomes` are broken down by an intervention."""
    raters = {outcome.rater for outcome in outcomes if outcome.n_pairs}
    groups: dict[Series, dict[str | None, Outcome]] = {}
    for outcome in outcomes:
        groups.setdefault(series_of(outcome), {})[outcome.group] = outcome
    return [
        SideBySide(name_with_rater(both[WITH], raters, words), both[WITH], both[WITHOUT])
        for both in groups.values()
        if all(group in both and both[group].n_pairs for group in (WITH, WITHOUT))
    ]


def aimed_first(found: Sequence[SideBySide], aims: Collection[str]) -> tuple[list[SideBySide], list[SideBySide]]:
    """Those on the life domains that the intervention was aimed at, and the others; all where none is aimed at."""
    aimed = [one for one in found if one.life_domain in aims]
    if not aimed:
        return list(found), []
    return aimed, [one for one in found if one not in aimed]


def beside_sentences(name: str, n_had: int, n_enrolled: int, found: Sequence[SideBySide], aims: Collection[str],
                     words: Words) -> list[str]:  # fmt: skip
    """How many had it, and how both groups fared where it was aimed at."""
    numbers = {"n": whole(n_had, words.language), "enrolled": whole(n_enrolled, words.language)}
    had = words("actions.beside.had", name=name, **numbers)
    if not found:
        return [had, words("actions.beside.not_again")]
    aimed = [one for one in found if one.life_domain in aims][:MOST_SAID]
    return [had, *(words("actions.beside.aimed", what=one.name, **_slots(one, words)) for one in aimed)]


def beside_notes(found: Sequence[SideBySide], aims: Collection[str], words: Words) -> list[str]:
    """Small print: how to read the dots, that it proves nothing, from where both started, and what chance does."""
    started = [_started(one, words) for one in found if one.life_domain in aims and one.with_it.kind is Kind.LEVEL]
    by_chance = words("actions.beside.by_chance", n=whole(len(found), words.language)) if len(found) > 1 else ""
    return [words("actions.beside.dots"), words("actions.beside.no_proof"), *started[:MOST_SAID], by_chance]


def written(one: SideBySide, words: Words) -> str:
    return words("actions.beside.written", **_slots(one, words))


def beside_alternative(shown: Sequence[SideBySide], words: Words) -> str:
    told = [words("actions.beside.alternative", what=one.name, written=written(one, words)) for one in shown]
    return "; ".join(told) + "."


def _started(one: SideBySide, words: Words) -> str:
    starts = {"with_start": one.with_it.mean_start or 0.0, "without_start": one.without.mean_start or 0.0}
    written = {slot: number(mean, words.language, 1) for slot, mean in starts.items()}
    return words("actions.beside.started", what=one.name, **written)


def _slots(one: SideBySide, words: Words) -> dict[str, str]:
    numbers = {
        "n_with": one.with_it.n_improved, "with": one.with_it.n_pairs,
        "n_without": one.without.n_improved, "without": one.without.n_pairs,
    }  # fmt: skip
    return {slot: whole(n, words.language) for slot, n in numbers.items()}
