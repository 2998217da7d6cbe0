"""What an edition tells per life domain: what was measured, beside what residents tell."""

from dataclasses import dataclass

from dashboard.impact.parts import Parts, parts_in, rows_of
from dashboard.language import Words
from dashboard.sentences.names import domain_name
from dashboard.sentences.values import MOVEMENTS
from pipelines.domain.series import series_of
from pipelines.editions.cell import COMPARISON, DIFFERENCE, TOTAL, TableOf
from pipelines.editions.contents import BESIDE_THE_OTHERS, PublishedIndicator, PublishedStory
from pipelines.editions.edition import Edition

STORIES, GOALS = TableOf("stories"), TableOf("goals")
GOAL_PARTS = ("not_attained", "open", "attained")


@dataclass(frozen=True)
class Mean:
    """Of those measured twice, in the indicator's own unit; None is hidden."""

    start: float | None
    change: float | None


@dataclass(frozen=True)
class Difference:
    """Mean change of participants minus that of the comparison group, with its 95 % interval. Plus is better."""

    value: float
    low: float | None
    high: float | None

    @property
    def is_clear(self) -> bool:
        """Whether the interval leaves out that both changed as much."""
        return self.low is not None and self.high is not None and (self.low > 0 or self.high < 0)


@dataclass(frozen=True)
class Measured:
    """One indicator: how its participants moved, and how the comparison group did, None where there is none."""

    indicator: PublishedIndicator
    here: Parts
    there: Parts | None
    mean: Mean
    mean_there: Mean
    difference: Difference | None

    @property
    def share_forward(self) -> float:
        """−1 for what is hidden, so that it comes last."""
        share = self.here.share("improved")
        return -1.0 if share is None else share


@dataclass(frozen=True)
class Domain:
    """`goals` None where nobody set any; `n_stories` None where their number is hidden."""

    life_domain: str
    name: str
    measured: tuple[Measured, ...]
    stories: tuple[PublishedStory, ...]
    n_stories: int | None
    goals: Parts | None


def domains_of(edition: Edition, words: Words) -> list[Domain]:
    """Where most moved forward first; what cannot be shown, and what was only told of, last."""
    indicators = edition.contents.indicators
    told = [code for story in edition.stories for code in story.life_domains]
    codes = dict.fromkeys([*(one.life_domain for one in indicators), *told])
    found = [_domain(edition, code, words) for code in codes]
    return sorted(
        found, key=lambda domain: max((one.share_forward for one in domain.measured), default=-2.0), reverse=True
    )


def all_measured(domains: list[Domain]) -> list[Measured]:
    return [one for domain in domains for one in domain.measured]


def outcome_table(indicator: PublishedIndicator, attribute: str = "") -> TableOf:
    return TableOf("outcome", *series_of(indicator), attribute)


def goals_of(edition: Edition, row: str) -> Parts | None:
    """Of one life domain, or all together; None where nobody set any."""
    known = row in rows_of(edition, GOALS) or (row == TOTAL and rows_of(edition, GOALS))
    return parts_in(edition, GOALS, row, GOAL_PARTS) if known else None


def _share_forward(domain: Domain) -> float:
    """Of its indicators the one on which most moved; what was only told of comes last."""
    return max((one.share_forward for one in domain.measured), default=-2.0)


def _domain(edition: Edition, code: str, words: Words) -> Domain:
    measured = tuple(_measured(edition, one) for one in edition.contents.indicators if one.life_domain == code)
    stories = [story for story in edition.stories if code in story.life_domains]
    n_stories = edition.cells.value(STORIES, code, TOTAL)
    return Domain(
        life_domain=code,
        name=_name(code, measured, words),
        measured=measured,
        stories=tuple(sorted(stories, key=lambda story: story.chosen_because == BESIDE_THE_OTHERS)),
        n_stories=None if n_stories is None else round(n_stories),
        goals=goals_of(edition, code),
    )


def _name(code: str, measured: tuple[Measured, ...], words: Words) -> str:
    """One indicator names its domain itself, as on the pages of the project."""
    names = {words.name(one.indicator.name) for one in measured}
    return names.pop() if len(names) == 1 else domain_name(code, {}, words)


def _measured(edition: Edition, indicator: PublishedIndicator) -> Measured:
    table = outcome_table(indicator)
    has_comparison = COMPARISON in rows_of(edition, table)
    return Measured(
        indicator=indicator,
        here=parts_in(edition, table, TOTAL, MOVEMENTS),
        there=parts_in(edition, table, COMPARISON, MOVEMENTS) if has_comparison else None,
        mean=_mean(edition, indicator, TOTAL),
        mean_there=_mean(edition, indicator, COMPARISON),
        difference=_difference(edition, indicator),
    )


def _mean_table(indicator: PublishedIndicator) -> TableOf:
    return TableOf("mean", *series_of(indicator))


def _mean(edition: Edition, indicator: PublishedIndicator, row: str) -> Mean:
    table = _mean_table(indicator)
    return Mean(edition.cells.value(table, row, "start"), edition.cells.value(table, row, "change"))


def _difference(edition: Edition, indicator: PublishedIndicator) -> Difference | None:
    """Where lower is better the interval turns over with the difference."""
    table, sign = _mean_table(indicator), 1 if indicator.direction == "higher" else -1
    value, low, high = (edition.cells.value(table, DIFFERENCE, column) for column in (DIFFERENCE, "low", "high"))
    if value is None:
        return None
    ends = sorted(sign * end for end in (low, high) if end is not None)
    return Difference(sign * value, *ends) if len(ends) == 2 else Difference(sign * value, None, None)
