"""Do those who were lost differ at the start from those who stayed? (What Works Clearinghouse standards)"""

import math
from datetime import date
from typing import Any

from pipelines.domain.outcome import DropOut
from pipelines.outcomes.change import Spread
from pipelines.outcomes.counts import RATERS, DescribedIndicator, read_indicators
from pipelines.outcomes.differences import equivalence, standardised
from pipelines.outcomes.question import Question
from pipelines.outcomes.reading import read_rows
from pipelines.store.cursor import Cursor


def read_drop_out(
    cursor: Cursor, project_id: int, *, moment: int | None = None, as_of: date | None = None
) -> tuple[DropOut, ...]:
    """Per indicator and rater, participants only. Who is not yet due is no drop-out. Raises UnknownMoment."""
    question = Question.ask(cursor, project_id, moment, as_of)
    rows = {(row.indicator_id, row.rater): row for row in read_rows(cursor, "drop_out", **question.model_dump())}
    return tuple(
        _drop_out(described, rows[described.indicator_id, rater])
        for described in read_indicators(cursor, project_id)
        for rater in RATERS
        if (described.indicator_id, rater) in rows
    )


def _drop_out(described: DescribedIndicator, row: Any) -> DropOut:
    lost = Spread(row.mean_drop_outs, _sd(row.variance_drop_outs), None, None)
    stayed = Spread(row.mean_completers, _sd(row.variance_completers), None, None)
    difference = standardised(lost, row.n_drop_outs, stayed, row.n_completers)
    return DropOut(
        indicator=described.indicator.code,
        instrument=described.instrument,
        rater=row.rater,
        n_completers=row.n_completers,
        n_drop_outs=row.n_drop_outs,
        difference=difference,
        verdict=equivalence(difference),
    )


def _sd(variance: float | None) -> float | None:
    return None if variance is None else math.sqrt(variance)
