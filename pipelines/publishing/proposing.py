"""Four eyes: one composes an edition and proposes it, another looks and signs."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from pipelines.domain.frozen import Frozen
from pipelines.domain.project import Project
from pipelines.editions.contents import BESIDE_THE_OTHERS
from pipelines.editions.manifest import Manifest
from pipelines.ingest.identities import free_text
from pipelines.ingest.identities.own_names import OwnNames
from pipelines.ingest.identities.pseudonyms import Pseudonyms
from pipelines.publishing.composition import Composition
from pipelines.publishing.draft import Draft
from pipelines.publishing.publish import publish
from pipelines.publishing.refusal import PublishingRefused, Reason
from pipelines.store.editions import Proposal, put_proposal, read_proposal
from pipelines.store.own_names import read_own_names
from pipelines.store.store import Store


class Proposed(Frozen):
    """`digest` is the fingerprint of what the proposer looked at; `proposer` a code of the login, or empty."""

    proposed_at: datetime
    proposed_by: str
    proposer: str
    composition: Composition
    digest: str


def propose(
    store: Store, project: Project, composition: Composition, draft: Draft, *, proposed_by: str, proposer: str = ""
) -> None:
    """In the place of an earlier proposal for this project. `composition` was cleaned before it was looked at.

    Whoever signs on a later day signs what was counted on the day of the draft.
    """
    counted_then = composition.model_copy(update={"as_of": draft.contents.as_of})
    proposal = Proposal(
        proposed_at=datetime.now().replace(microsecond=0), proposed_by=proposed_by,
        proposer=proposer, composition=counted_then.model_dump_json(), digest=draft.fingerprint,
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
    """Nothing waits any more."""
    with store.transaction() as cursor:
        put_proposal(cursor, project.project_id, None)


def sign(store: Store, project: Project, folder: Path, *, signed_by: str, signer: str = "") -> Manifest:
    """Publishes what waits. Raises PublishingRefused, also when nothing waits, something was registered since, or who
    logged in to sign is who logged in to propose.
    """
    waiting = proposed(store, project)
    if waiting is None:
        raise PublishingRefused([Reason(code="nothing_waits")])
    if waiting.proposer and waiting.proposer == signer:
        raise PublishingRefused([Reason(code="same_person")])
    manifest = publish(
        store, project, waiting.composition, folder, composed_by=waiting.proposed_by, signed_by=signed_by,
        seen=waiting.digest,
    )  # fmt: skip
    take_back(store, project)
    return manifest


def without_names(
    store: Store, project: Project, composition: Composition, clean: Callable = free_text.clean
) -> Composition:
    """The same, with personal data and the names that the project knows taken out of the typed reasons."""
    if not composition.stories:
        return composition
    with store.cursor() as cursor:
        own_names = OwnNames(Pseudonyms(store.key, project.name), (), read_own_names(cursor, project.project_id))
    reasons = {
        record_id: why if why == BESIDE_THE_OTHERS else own_names.take_out(clean(why)[0])[0]
        for record_id, why in composition.stories.items()
    }
    return composition.model_copy(update={"stories": reasons})
