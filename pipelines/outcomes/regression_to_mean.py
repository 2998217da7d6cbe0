"""People enter at a low point: how much of the rise would have come by itself (Barnett 2005; method, section 5)."""

import math
from statistics import NormalDist

from pipelines.domain.comparison import RegressionToMean
from pipelines.domain.indicator import Indicator, ReferenceGroup
from pipelines.outcomes.change import describe, sign_of
from pipelines.outcomes.counts import read_counts
from pipelines.outcomes.question import Question
from pipelines.store.cursor import Cursor

NORMAL = NormalDist()


def read_regression_to_mean(
    cursor: Cursor, project_id: int, *, moment: int | None = None
) -> tuple[RegressionToMean, ...]:
    """Per indicator and rater of which a reference group is given. Raises UnknownMoment."""
    counts = read_counts(cursor, Question.ask(cursor, project_id, moment, None), None)
    return tuple(
        RegressionToMean(
            indicator=count.described.indicator.code,
            instrument=count.described.instrument,
            rater=count.rater,
            expected=expected_regression(count.described.indicator, count.described.indicator.reference),
            mean_change=describe(count.pairs.change, count.pairs.counts).mean,
            cut=count.described.indicator.reference.cut,
            source=count.described.indicator.reference.source,
        )
        for count in counts
        if count.described.indicator.reference is not None
    )


def expected_regression(indicator: Indicator, reference: ReferenceGroup) -> float:
    """(1 − ρ) · SD · φ(z) / (1 − Φ(z)) with z = |cut − mean| / SD, towards the mean: a rise where higher is better."""
    z = abs(reference.cut - reference.mean) / reference.sd
    beyond = 1 - NORMAL.cdf(z)
    density = math.exp(-(z**2) / 2) / math.sqrt(2 * math.pi)
    return sign_of(indicator.direction) * (1 - reference.correlation) * reference.sd * density / beyond
