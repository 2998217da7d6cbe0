"""Four eyes: one composes an edition and proposes it, another looks and signs."""

from datetime import datetime

from pipelines.domain.frozen import Frozen
from pipelines.domain.project import Project
from pipelines.publishing.composition import Composition
from pipelines.publishing.draft import Draft
from pipelines.store.editions import Proposal, put_proposal, read_proposal
from pipelines.store.store import Store


class Proposed(Frozen):
    """`digest` is of the registrations that the proposer looked at."""

    proposed_at: datetime
    proposed_by: str
    composition: Composition
    digest: str


def propose(store: Store, project: Project, composition: Composition, draft: Draft, *, proposed_by: str) -> None:
    """In the place of an earlier proposal for this project."""
    proposal = Proposal(
        proposed_at=datetime.now().replace(microsecond=0), proposed_by=proposed_by,
        composition=composition.model_dump_json(), digest=draft.digest,
    )  # fmt: skip
    with store.transaction() as cursor:
        put_proposal(cursor, project.project_id, proposal)


def proposed(store: Store, project: Project) -> Proposed | None:
    """What waits for a signature."""
    with store.cursor() as cursor:
        found = read_proposal(cursor, project.project_id)
    if found is None:
        return None
    composition = Composition.model_validate_json(found.composition)
    return Proposed(**found.model_dump(exclude={"composition"}), composition=composition)


def take_back(store: Store, project: Project) -> None:
    """Nothing waits any more; also once it was published."""
    with store.transaction() as cursor:
        put_proposal(cursor, project.project_id, None)
