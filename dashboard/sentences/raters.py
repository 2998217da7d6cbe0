"""Names of indicators where more than one kind of rater scored them."""

from collections.abc import Iterable

from dashboard.language import Words
from pipelines.domain.outcome import Outcome


def name_with_rater(outcome: Outcome, raters: Iterable[str], words: Words) -> str:
    """The indicator's name, with who scored it where `raters`, those of everything that is shown, are several."""
    name = words.name(outcome.indicator_name)
    if len(set(raters)) < 2:
        return name
    return words("actions.of_rater", name=name, rater=words(f"count_and_tell.choice.rater_by.{outcome.rater}"))
