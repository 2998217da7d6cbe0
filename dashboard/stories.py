"""Which stories stand beside a number, by a rule that the page states."""

from collections.abc import Collection, Sequence
from typing import Literal

from pipelines.domain.frozen import Frozen
from pipelines.domain.linked_narrative import LinkedNarrative

Rule = Literal["chosen", "newest", "newest_unseen"]


class ShownStories(Frozen):
    """The story shown, why that one, and one that went the other way to stand beside it."""

    shown: LinkedNarrative
    rule: Rule
    beside: LinkedNarrative | None = None


def stories_about(narratives: Sequence[LinkedNarrative], life_domain: str) -> list[LinkedNarrative]:
    """The newest first."""
    about = [narrative for narrative in narratives if life_domain in narrative.life_domains]
    return sorted(about, key=lambda narrative: (narrative.told_on, narrative.record_id), reverse=True)


def choose_stories(newest_first: Sequence[LinkedNarrative], seen: Collection[int] = ()) -> ShownStories | None:
    """Chosen by people before chosen by date, and what stands elsewhere on the page (`seen`) only if nothing else is.

    Beside a better story stands one of no change or decline, and the other way round, wherever there is one.
    """
    if not newest_first:
        return None
    unseen = [story for story in newest_first if story.record_id not in seen]
    shown = _first(unseen or newest_first)
    others = [story for story in newest_first if (story.direction == "better") != (shown.direction == "better")]
    fresh = [story for story in others if story.record_id not in seen]
    beside = _first(fresh or others) if others else None
    return ShownStories(shown=shown, rule=_rule(shown, newest_first), beside=beside)


def _first(newest_first: Sequence[LinkedNarrative]) -> LinkedNarrative:
    return next((story for story in newest_first if story.chosen_by), newest_first[0])


def _rule(shown: LinkedNarrative, newest_first: Sequence[LinkedNarrative]) -> Rule:
    if shown.chosen_by:
        return "chosen"
    return "newest" if shown == newest_first[0] else "newest_unseen"
