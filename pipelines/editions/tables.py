"""How the tables of an edition, their rows and their columns are called, for who publishes and for who reads."""

from pipelines.domain.series import OfSeries
from pipelines.editions.cell import TableOf

PEOPLE = TableOf("people")
COMPARISON = "comparison"
# Of these groups the attribute is not known; they stand in a row of their own, so that rows add up to the total.
UNKNOWN = "unknown"
ENROLLED, WITH_START, WITH_FOLLOW_UP = "enrolled", "with_start", "with_follow_up"
START, CHANGE, DIFFERENCE = "start", "change", "difference"


def outcome_table(one: OfSeries, attribute: str = "") -> TableOf:
    """Who improved, stayed the same and declined."""
    return TableOf("outcome", one.instrument, one.indicator, one.rater, attribute)


def mean_table(one: OfSeries) -> TableOf:
    """Means at the start and of the change, and in the row `difference` their difference with a comparison group."""
    return TableOf("mean", one.instrument, one.indicator, one.rater)
