"""Which stories an edition tells: chosen with a reason, agreed to by their tellers, and never the better ones alone."""

from collections.abc import Iterable, Mapping, Sequence

from pipelines.domain.linked_narrative import LinkedNarrative
from pipelines.editions.cell import TOTAL, TableOf
from pipelines.editions.contents import BESIDE_THE_OTHERS, Movement, PublishedIndicator, PublishedStory
from pipelines.publishing.counted import key_of
from pipelines.publishing.counts import Key
from pipelines.publishing.refusal import Reason

PUBLIC = "public"
BETTER = "better"


def suggest_stories(narratives: Sequence[LinkedNarrative]) -> dict[int, str]:
    """Those that somebody chose, and on each life domain of theirs one that did not get better where none is chosen."""
    chosen = {one.record_id: one.chosen_because for one in narratives if one.consent == PUBLIC and one.chosen_because}
    for domain in _domains(one for one in narratives if one.record_id in chosen):
        told = [one for one in narratives if domain in one.life_domains and one.consent == PUBLIC]
        others = [one for one in told if one.direction != BETTER]
        if others and not any(one.record_id in chosen for one in others):
            chosen[others[0].record_id] = BESIDE_THE_OTHERS
    return chosen


def reasons_against(chosen: Mapping[int, str], narratives: Sequence[LinkedNarrative]) -> list[Reason]:
    """Everything that stands in the way of telling these stories."""
    known = {one.record_id: one for one in narratives}
    told = [known[record_id] for record_id in chosen if record_id in known]
    return [
        *(Reason(code="unknown_story", about=str(record_id)) for record_id in chosen if record_id not in known),
        *(Reason(code="no_consent", about=str(one.record_id)) for one in told if one.consent != PUBLIC),
        *(Reason(code="no_reason", about=str(record_id)) for record_id, why in chosen.items() if not why.strip()),
        *(Reason(code="only_better", about=domain) for domain in _domains(told) if _only_better(domain, told, known)),
    ]


def published_stories(
    chosen: Mapping[int, str],
    narratives: Sequence[LinkedNarrative],
    indicators: Sequence[PublishedIndicator],
    shown: Mapping[Key, bool],
) -> tuple[PublishedStory, ...]:
    """In the order in which they were told, numbered from 1."""
    told = sorted((one for one in narratives if one.record_id in chosen), key=lambda one: (one.told_on, one.record_id))
    return tuple(
        PublishedStory(
            number=number, teller=one.teller, told_on=one.told_on.replace(day=1), life_domains=one.life_domains,
            words=one.words, benefit=one.benefit, direction=one.direction, chosen_by=one.chosen_by,
            chosen_because=chosen[one.record_id], moved=_moves(one, indicators, shown),
        )
        for number, one in enumerate(told, start=1)
    )  # fmt: skip


def records_of(chosen: Mapping[int, str], narratives: Sequence[LinkedNarrative]) -> tuple[int, ...]:
    """The record_ids in the order of the numbers of `published_stories`."""
    told = sorted((one for one in narratives if one.record_id in chosen), key=lambda one: (one.told_on, one.record_id))
    return tuple(one.record_id for one in told)


def _only_better(domain: str, told: Iterable[LinkedNarrative], known: Mapping[int, LinkedNarrative]) -> bool:
    there = {one.direction for one in known.values() if domain in one.life_domains and one.consent == PUBLIC}
    return bool(there - {BETTER}) and {one.direction for one in told if domain in one.life_domains} == {BETTER}


def _moves(
    story: LinkedNarrative, indicators: Sequence[PublishedIndicator], shown: Mapping[Key, bool]
) -> dict[str, Movement]:
    """Which way the teller went, by series: only where the count of those who went that way is shown."""
    directions = {(one.instrument, one.indicator, one.rater): one.direction for one in indicators}
    moves: dict[str, Movement] = {}
    for move in story.moves:
        series = (move.instrument, move.indicator, move.rater)
        if series not in directions:
            continue
        went = _movement(move.follow_up - move.start, directions[series] == "higher")
        if all(shown.get(key_of(TableOf("outcome", *series), TOTAL, column)) for column in (went, TOTAL)):
            moves[" ".join(series)] = went
    return moves


def _movement(change: float, higher_is_better: bool) -> Movement:
    if change == 0:
        return "same"
    return "improved" if (change > 0) == higher_is_better else "declined"


def _domains(stories: Iterable[LinkedNarrative]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(domain for one in stories for domain in one.life_domains))
