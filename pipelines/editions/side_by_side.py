"""Projects side by side on a life domain: what was measured alike stands together, the rest apart, with the reasons."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import combinations
from typing import Literal, get_args

from pipelines.domain.frozen import Frozen
from pipelines.domain.indicator import OWN_SET
from pipelines.domain.outcome import Share
from pipelines.domain.spelling import bare
from pipelines.editions.cell import TOTAL
from pipelines.editions.contents import PublishedIndicator
from pipelines.editions.edition import Edition
from pipelines.editions.portfolio import newest_of_each
from pipelines.editions.shown import shown_count, shown_share
from pipelines.editions.tables import outcome_table

Reason = Literal[
    "instrument", "version", "indicator", "scale", "rater", "moment", "target_group", "target_group_unknown", "too_few",
]  # fmt: skip
REASONS: tuple[Reason, ...] = get_args(Reason)
# The family of an instrument by its id: versions of one instrument are of one family.
Families = Mapping[str, str]


class Side(Frozen):
    """One indicator of one project. Counts are rounded, None where hidden; then there is no `share` that improved."""

    edition: str
    project: str
    target_group: str | None
    moment: int | None
    indicator: PublishedIndicator
    n: int | None
    n_improved: int | None
    share: Share | None


class DomainSides(Frozen):
    """`alike` are the sides that were measured alike, each group by the name of its projects: no other order."""

    life_domain: str
    alike: tuple[tuple[Side, ...], ...]

    @property
    def projects(self) -> tuple[str, ...]:
        """By name."""
        return tuple(sorted({side.project for group in self.alike for side in group}, key=str.casefold))

    def of(self, project: str) -> tuple[Side, ...]:
        return tuple(side for group in self.alike for side in group if side.project == project)


class ProjectPair(Frozen):
    """On which life domains two projects may be compared, and for which reasons not on the others that both measure."""

    one: str
    other: str
    comparable: tuple[str, ...]
    apart: dict[str, tuple[Reason, ...]]

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Of all domains together."""
        found = {reason for reasons in self.apart.values() for reason in reasons}
        return tuple(reason for reason in REASONS if reason in found)


def lay_side_by_side(editions: Iterable[Edition]) -> tuple[DomainSides, ...]:
    """Every life domain that a project measured, in the order in which they come."""
    by_domain: dict[str, list[Side]] = {}
    for edition in newest_of_each(editions):
        for indicator in edition.contents.indicators:
            by_domain.setdefault(indicator.life_domain, []).append(side_of(edition, indicator))
    return tuple(DomainSides(life_domain=domain, alike=_alike(sides)) for domain, sides in by_domain.items())


def side_of(edition: Edition, indicator: PublishedIndicator) -> Side:
    """What the edition shows of everybody on this indicator."""
    n, n_improved = (shown_count(edition, outcome_table(indicator), TOTAL, column) for column in (TOTAL, "improved"))
    return Side(
        edition=edition.id, project=edition.manifest.project, target_group=edition.contents.target_group,
        moment=edition.contents.moment, indicator=indicator, n=n, n_improved=n_improved,
        share=shown_share(n_improved, n),
    )  # fmt: skip


def reasons_between(one: Side, other: Side, families: Families) -> tuple[Reason, ...]:
    """Why these may not be compared; none where they may."""
    here, there = one.indicator, other.indicator
    same_set = here.instrument == there.instrument != OWN_SET
    same_indicator = same_set and here.indicator == there.indicator
    is_so: dict[Reason, bool] = {
        "instrument": not same_set and not _are_versions(here.instrument, there.instrument, families),
        "version": not same_set and _are_versions(here.instrument, there.instrument, families),
        "indicator": same_set and not same_indicator,
        "scale": same_indicator and scale_of(here) != scale_of(there),
        "rater": here.rater != there.rater,
        "moment": one.moment != other.moment,
        "target_group": _is_other_group(one.target_group, other.target_group),
        "target_group_unknown": not (one.target_group and other.target_group),
        "too_few": one.share is None or other.share is None,
    }
    return tuple(reason for reason in REASONS if is_so[reason])


def pair_projects(domains: Sequence[DomainSides], families: Families) -> tuple[ProjectPair, ...]:
    """Every two projects, by name."""
    projects = sorted({project for domain in domains for project in domain.projects}, key=str.casefold)
    return tuple(_pair(one, other, domains, families) for one, other in combinations(projects, 2))


def scale_of(indicator: PublishedIndicator) -> tuple[Hashable, ...]:
    """An indicator may be called alike and yet be counted otherwise."""
    return indicator.kind, indicator.direction, indicator.minimum, indicator.maximum


def measure_of(edition_project: str, indicator: PublishedIndicator, moment: int | None) -> Hashable:
    """What must be the same for two numbers to speak of the same thing. An own list is nobody else's."""
    whose = edition_project if indicator.instrument == OWN_SET else ""
    return indicator.instrument, whose, indicator.indicator, indicator.rater, scale_of(indicator), moment


def _alike(sides: Sequence[Side]) -> tuple[tuple[Side, ...], ...]:
    groups: dict[Hashable, list[Side]] = {}
    for side in sides:
        for_whom = bare(side.target_group) if side.target_group else (side.project,)
        groups.setdefault((measure_of(side.project, side.indicator, side.moment), for_whom), []).append(side)
    return tuple(tuple(group) for group in groups.values())


def _pair(one: str, other: str, domains: Sequence[DomainSides], families: Families) -> ProjectPair:
    """Of several indicators on a domain those two count that lie closest."""
    closest: dict[str, tuple[Reason, ...]] = {}
    for domain in domains:
        found = [reasons_between(here, there, families) for here in domain.of(one) for there in domain.of(other)]
        if found:
            closest[domain.life_domain] = min(found, key=len)
    return ProjectPair(
        one=one, other=other,
        comparable=tuple(domain for domain, reasons in closest.items() if not reasons),
        apart={domain: reasons for domain, reasons in closest.items() if reasons},
    )  # fmt: skip


def _are_versions(one: str, other: str, families: Families) -> bool:
    family = families.get(one)
    return OWN_SET not in (one, other) and family is not None and family == families.get(other)


def _is_other_group(one: str | None, other: str | None) -> bool:
    return bool(one and other) and bare(one) != bare(other)
