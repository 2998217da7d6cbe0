"""Several projects as a funder sees them: of each its newest edition, by name and in no other order."""

from collections.abc import Collection, Iterable

from pipelines.domain.frozen import Frozen
from pipelines.domain.outcome import Share
from pipelines.editions.cell import TOTAL
from pipelines.editions.edition import Edition
from pipelines.editions.shown import shown_count, shown_share
from pipelines.editions.tables import ENROLLED, PEOPLE, WITH_FOLLOW_UP, WITH_START


class Reach(Frozen):
    """Whom a project reached. Counts are rounded, None where hidden; `target` is what the project set itself.

    `followed` is the share of those with a start who were measured again.
    """

    edition: str
    project: str
    is_sample: bool
    neighbourhood: str | None
    target_group: str | None
    approach: str | None
    target: int | None
    enrolled: int | None
    with_start: int | None
    with_follow_up: int | None
    followed: Share | None


def newest_of_each(editions: Iterable[Edition]) -> tuple[Edition, ...]:
    """One edition a project, so that nobody is counted twice; by the name of the project."""
    newest: dict[str, Edition] = {}
    for edition in sorted(editions, key=lambda edition: edition.manifest.published_at):
        newest[edition.manifest.project] = edition
    return tuple(sorted(newest.values(), key=lambda edition: edition.manifest.project.casefold()))


def choose(
    editions: Iterable[Edition],
    *,
    neighbourhoods: Collection[str] = (),
    target_groups: Collection[str] = (),
    approaches: Collection[str] = (),
) -> tuple[Edition, ...]:
    """The editions that have one of each; what is empty asks for nothing."""
    return tuple(
        edition for edition in editions
        if _is_among(edition.contents.neighbourhood, neighbourhoods)
        and _is_among(edition.contents.target_group, target_groups)
        and _is_among(edition.contents.approach, approaches)
    )  # fmt: skip


def reach_of(edition: Edition) -> Reach:
    """From the table of people; whoever is in the comparison group was not reached."""
    enrolled, with_start, with_follow_up = (
        shown_count(edition, PEOPLE, TOTAL, column) for column in (ENROLLED, WITH_START, WITH_FOLLOW_UP)
    )
    contents = edition.contents
    return Reach(
        edition=edition.id,
        project=edition.manifest.project,
        is_sample=contents.is_sample,
        neighbourhood=contents.neighbourhood,
        target_group=contents.target_group,
        approach=contents.approach,
        target=contents.reach_target,
        enrolled=enrolled,
        with_start=with_start,
        with_follow_up=with_follow_up,
        followed=shown_share(with_follow_up, with_start),
    )


def _is_among(value: str | None, asked: Collection[str]) -> bool:
    return not asked or value in asked
