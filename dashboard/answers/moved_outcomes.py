"""Outcomes before and after an import, side by side, and which of them say something else afterwards."""

from collections.abc import Callable, Sequence

from pipelines.domain.frozen import Frozen
from pipelines.domain.import_report import Rehearsal
from pipelines.domain.outcome import Outcome
from pipelines.domain.series import Series, series_of


class MovedOutcome(Frozen):
    """One indicator of one kind of rater; None where it is not measured before, or no longer after."""

    before: Outcome | None
    after: Outcome | None

    @property
    def outcome(self) -> Outcome:
        found = self.after or self.before
        assert found is not None
        return found


def moved_outcomes(rehearsal: Rehearsal) -> list[MovedOutcome]:
    """Every indicator once, in the order in which the outcomes come."""
    before, after = _by_key(rehearsal.before), _by_key(rehearsal.after)
    keys = dict.fromkeys((*after, *before))
    return [MovedOutcome(before=before.get(key), after=after.get(key)) for key in keys]


def that_say_something_else(
    moved: Sequence[MovedOutcome], say: Callable[[Outcome], str]
) -> tuple[list[MovedOutcome], list[MovedOutcome]]:
    """Those whose sentence changes, and the others."""
    changed, same = [], []
    for one in moved:
        says = [say(outcome) if outcome else "" for outcome in (one.before, one.after)]
        (same if says[0] == says[1] else changed).append(one)
    return changed, same


def _by_key(outcomes: Sequence[Outcome]) -> dict[Series, Outcome]:
    return {series_of(outcome): outcome for outcome in outcomes}
