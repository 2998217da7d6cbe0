"""Do those who were lost differ at the start from those who stayed? (What Works Clearinghouse standards)"""

import math
from datetime import date
from typing import Any, Literal

from pipelines.domain.outcome import DropOut
from pipelines.outcomes.counts import RATERS, read_indicators
from pipelines.outcomes.question import Question
from pipelines.outcomes.reading import read_rows
from pipelines.store.cursor import Cursor

FINE_UP_TO = 0.05
CAUTION_UP_TO = 0.25

Verdict = Literal["fine", "caution", "differs", "unknown"]


def read_drop_out(
    cursor: Cursor, project_id: int, *, moment: int | None = None, as_of: date | None = None
) -> tuple[DropOut, ...]:
    """Per indicator and rater, participants only. Who is not yet due is no drop-out. Raises UnknownMoment."""
    question = Question.ask(cursor, project_id, moment, as_of)
    rows = {(row.indicator_id, row.rater): row for row in read_rows(cursor, "drop_out", **question.model_dump())}
    return tuple(
        _drop_out(described.indicator.code, rows[described.indicator_id, rater])
        for described in read_indicators(cursor, project_id)
        for rater in RATERS
        if (described.indicator_id, rater) in rows
    )


def _drop_out(indicator: str, row: Any) -> DropOut:
    difference = _standardised_difference(row) if min(row.n_completers, row.n_drop_outs) >= 2 else None
    return DropOut(
        indicator=indicator,
        rater=row.rater,
        n_completers=row.n_completers,
        n_drop_outs=row.n_drop_outs,
        difference=difference,
        verdict=_verdict(difference),
    )


def _standardised_difference(row: Any) -> float | None:
    """Difference of the means over the pooled SD; None when a difference cannot be scaled, for want of any spread."""
    difference = row.mean_drop_outs - row.mean_completers
    weighted = (row.n_completers - 1) * row.variance_completers + (row.n_drop_outs - 1) * row.variance_drop_outs
    pooled = math.sqrt(weighted / (row.n_completers + row.n_drop_outs - 2))
    if pooled == 0:
        return None if difference else 0.0
    return difference / pooled


def _verdict(difference: float | None) -> Verdict:
    if difference is None:
        return "unknown"
    if abs(difference) <= FINE_UP_TO:
        return "fine"
    return "caution" if abs(difference) <= CAUTION_UP_TO else "differs"
