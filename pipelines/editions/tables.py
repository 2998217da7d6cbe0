"""How the tables of an edition, their rows and their columns are called, for who publishes and for who reads."""

from pipelines.domain.series import OfSeries
from pipelines.editions.cell import TableOf

PEOPLE = TableOf("people")
ENROLLED, WITH_START, WITH_FOLLOW_UP = "enrolled", "with_start", "with_follow_up"
START, CHANGE = "start", "change"


def outcome_table(one: OfSeries, attribute: str = "") -> TableOf:
    """Who improved, stayed the same and declined."""
    return TableOf("outcome", one.instrument, one.indicator, one.rater, attribute)


def mean_table(one: OfSeries) -> TableOf:
    """Means at the start and of the change, and in the row `difference` their difference with a comparison group."""
    return TableOf("mean", one.instrument, one.indicator, one.rater)
