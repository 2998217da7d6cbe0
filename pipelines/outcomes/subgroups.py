"""What works for whom: a group beside all others of whom the attribute is known (method, section 5)."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from scipy.stats import fisher_exact

from pipelines.domain.comparison import START_LEVEL, SubgroupDifference
from pipelines.outcomes.change import count_improved, describe
from pipelines.outcomes.counts import Counts, read_counts
from pipelines.outcomes.differences import difference_between
from pipelines.outcomes.pairs import Pairs
from pipelines.outcomes.question import Question
from pipelines.outcomes.reading import read_rows
from pipelines.statistics.intervals import share
from pipelines.store.cursor import Cursor


def read_subgroups(
    cursor: Cursor,
    project_id: int,
    attribute: str,
    *,
    crossed: str | None = None,
    moment: int | None = None,
    as_of: date | None = None,
) -> tuple[SubgroupDifference, ...]:
    """Per indicator and rater every group of the attribute, within every group of a second one if that is asked.

    Raises UnknownMoment for a moment that was not measured.
    """
    question = Question.ask(cursor, project_id, moment, as_of)
    if attribute == START_LEVEL:
        counts = [of for count in read_counts(cursor, question, crossed) for of in _by_start_level(count, crossed)]
    else:
        counts = list(read_counts(cursor, question, attribute, crossed))
    measured = groupby(counts, key=lambda count: (count.described.indicator_id, count.rater))
    return tuple(found for _, groups in measured for found in _differences(list(groups), attribute, crossed))


def read_knowledge(cursor: Cursor, project_id: int) -> dict[str, int]:
    """Of how many participants each attribute is known."""
    return {row.attribute: row.n_known for row in read_rows(cursor, "attribute_size", project_id=project_id)}


def _by_start_level(count: Counts, crossed: str | None) -> Iterator[Counts]:
    """Those who stood at the problem cut or past it at the start, and the others; nothing without such a cut."""
    cut, pairs = count.described.indicator.problem_cut, count.pairs
    if cut is None:
        return
    low = pairs.start <= cut if count.described.indicator.direction == "higher" else pairs.start >= cut
    for group, which in (("problem", low), ("no_problem", ~low)):
        yield _within(count, group, count.group if crossed else None, pairs.where(which))


def _within(count: Counts, group: str, crossed_group: str | None, pairs: Pairs) -> Counts:
    return Counts(
        described=count.described, rater=count.rater, group=group, crossed_group=crossed_group,
        n_enrolled=count.n_enrolled, n_start=count.n_start, median_days=None, missing=count.missing, pairs=pairs,
    )  # fmt: skip


def _differences(groups: Sequence[Counts], attribute: str, crossed: str | None) -> Iterator[SubgroupDifference]:
    """A group against all others, those in other groups of the second attribute too."""
    if len(groups) > 1:
        for count in groups:
            others = Pairs.together([other.pairs for other in groups if other is not count])
            yield _difference(count, others, attribute, crossed)


def _difference(count: Counts, others: Pairs, attribute: str, crossed: str | None) -> SubgroupDifference:
    pairs, indicator = count.pairs, count.described.indicator
    n_improved, n_others_improved = count_improved(pairs, indicator), count_improved(others, indicator)
    return SubgroupDifference(
        indicator=indicator.code,
        indicator_name=indicator.name,
        instrument=count.described.instrument,
        rater=count.rater,
        life_domain=indicator.life_domain,
        kind=indicator.kind,
        direction=indicator.direction,
        attribute=attribute,
        group=count.group or "",
        crossed=crossed,
        crossed_group=count.crossed_group,
        n_pairs=pairs.n,
        n_improved=n_improved,
        share_improved=share(n_improved, pairs.n),
        mean_change=describe(pairs.change, pairs.counts).mean,
        n_others=others.n,
        n_others_improved=n_others_improved,
        share_others=share(n_others_improved, others.n),
        mean_change_others=describe(others.change, others.counts).mean,
        against=difference_between(pairs, others, indicator),
        p=_fisher(n_improved, pairs.n, n_others_improved, others.n),
    )


def _fisher(n_here: int, total_here: int, n_there: int, total_there: int) -> float | None:
    """Fisher's exact test, two-sided; None where a side is empty."""
    if not total_here or not total_there:
        return None
    return float(fisher_exact([[n_here, total_here - n_here], [n_there, total_there - n_there]]).pvalue)
