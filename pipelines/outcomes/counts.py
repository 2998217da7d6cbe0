"""The counts of a project, as the tables hold them: per indicator, rater and group."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from pipelines.domain.indicator import Indicator
from pipelines.domain.outcome import Missing
from pipelines.outcomes.pairs import Pairs
from pipelines.outcomes.question import Question
from pipelines.outcomes.reading import read_rows
from pipelines.store.cursor import Cursor

RATERS = ("professional", "participant", "unstated")
EVERYBODY = ""

# Number of the indicator, kind of rater, group, group of the crossed attribute.
Key = tuple[int, str, str, str | None]


@dataclass(frozen=True)
class DescribedIndicator:
    """An indicator as the project's newest import describes it, with its number in this store."""

    indicator_id: int
    instrument: str
    indicator: Indicator


@dataclass(frozen=True)
class Counts:
    """What is known of one indicator and rater kind in one group. `group` is None for everybody, `crossed_group` where
    no second attribute is asked.
    """

    described: DescribedIndicator
    rater: str
    group: str | None
    crossed_group: str | None
    n_enrolled: int
    n_start: int
    median_days: float | None
    missing: Missing
    pairs: Pairs


def read_indicators(cursor: Cursor, project_id: int) -> tuple[DescribedIndicator, ...]:
    """Instrument by instrument, each in its own order."""
    return tuple(
        DescribedIndicator(row.indicator_id, row.instrument, Indicator.model_validate_json(row.definition))
        for row in read_rows(cursor, "indicator", project_id=project_id)
    )


def read_counts(
    cursor: Cursor, question: Question, attribute: str | None, crossed: str | None = None
) -> Iterator[Counts]:
    """Every indicator and rater with a start, for every group of the attribute, in the order of the instrument.

    With a second attribute, for every group of the one within every group of the other.
    """
    asked = {"project_id": question.project_id, "attribute": attribute or EVERYBODY, "crossed": crossed}
    asked_at = {**asked, "moment": question.moment}
    sizes = read_rows(cursor, "group_size", **asked)
    enrolled = {(row.group_name, row.crossed_name): row.n_enrolled for row in sizes}
    measured = {_key(row): row for row in read_rows(cursor, "measured_count", **asked_at)}
    missing = _read_missing(cursor, asked_at, question)
    transitions = _read_transitions(cursor, asked_at)
    raters = {(indicator_id, rater) for indicator_id, rater, *_ in measured}
    for described in read_indicators(cursor, question.project_id):
        for rater in RATERS:
            for group in enrolled if (described.indicator_id, rater) in raters else ():
                key = (described.indicator_id, rater, *group)
                start = measured.get(key)
                yield Counts(
                    described=described,
                    rater=rater,
                    group=group[0] if attribute else None,
                    crossed_group=group[1],
                    n_enrolled=enrolled[group],
                    n_start=start.n_start if start else 0,
                    median_days=start.median_days if start else None,
                    missing=missing.get(key, Missing()),
                    pairs=Pairs.of(transitions[key]),
                )


def _read_missing(cursor: Cursor, asked_at: dict[str, object], question: Question) -> dict[Key, Missing]:
    rows = read_rows(cursor, "missing_count", **asked_at, as_of=question.as_of)
    return {
        _key(row): Missing(not_due=row.not_due, overdue=row.overdue, left=row.left, unusable=row.unusable)
        for row in rows
    }


def _read_transitions(cursor: Cursor, asked_at: dict[str, object]) -> dict[Key, list[tuple[float, float, int]]]:
    transitions = defaultdict(list)
    for row in read_rows(cursor, "transition", **asked_at):
        transitions[_key(row)].append((row.start_value, row.follow_up_value, row.n_pairs))
    return transitions


def _key(row: object) -> Key:
    return row.indicator_id, row.rater, row.group_name, row.crossed_name
