"""Which stories an edition tells, and what becomes of them when a teller wants that no more."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from pipelines import imports
from pipelines.domain.records import Narrative
from pipelines.editions.bundle import read_bundle
from pipelines.editions.edition import Edition
from pipelines.ingest.identities.pseudonyms import Pseudonyms
from pipelines.publishing.composition import Composition
from pipelines.publishing.draft import Draft
from pipelines.publishing.proposing import propose, proposed, sign
from pipelines.publishing.refusal import PublishingRefused
from pipelines.publishing.verify import verify
from pipelines.publishing.withdrawing import mark_withdrawn, replace_edition
from pipelines.store.editions import read_editions, read_story_records
from pipelines.store.store import Store
from tests.publishing.conftest import TWO_PLACES, the_project
from tests.publishing.people import register
from tests.spec.tables import Project

DAY = date(2025, 7, 1)


def story(record_id: int, direction: str, *, consent: str = "public", why: str | None = None, person: int = 1):
    return Narrative(
        record_id=record_id, participant_id=person, teller="participant", told_on=DAY, life_domains=("finances",),
        words=f"Story {record_id}.", direction=direction, consent=consent, consented_on=DAY,
        chosen_by="panel" if why else None, chosen_because=why,
    )  # fmt: skip


def told(edition: Edition | Draft) -> list[str]:
    return [one.words for one in edition.contents.stories]


def test_chosen_stories_with_consent_are_told(project: Project, draft: Callable[..., Draft]):
    stories = [
        story(1, "better", why="rings true"),
        story(2, "better"),
        story(3, "better", consent="internal", why="x"),
    ]
    register(project, TWO_PLACES, narratives=stories)
    assert told(draft()) == ["Story 1."]


def test_no_life_domain_shows_the_better_ones_alone(project: Project, draft: Callable[..., Draft]):
    register(project, TWO_PLACES, narratives=[story(1, "better", why="rings true"), story(2, "worse")])
    one, other = draft().contents.stories
    assert (one.chosen_because, other.chosen_because) == ("rings true", "beside_the_others")
    with pytest.raises(PublishingRefused, match="only_better finances"):
        draft(stories={1: "rings true"})


@pytest.mark.parametrize(
    ("chosen", "reason"),
    [
        ({9: "why"}, "unknown_story 9"),
        ({3: "why"}, "no_consent 3"),
        ({2: " "}, "no_reason 2"),
    ],
)
def test_a_story_that_may_not_be_told_is_refused(
    project: Project, draft: Callable[..., Draft], chosen: dict[int, str], reason: str
):
    stories = [story(1, "better"), story(2, "same"), story(3, "same", consent="funder")]
    register(project, TWO_PLACES, narratives=stories)
    with pytest.raises(PublishingRefused, match=reason):
        draft(stories=chosen)


def test_a_story_says_which_way_its_teller_went_where_that_count_is_shown(
    project: Project, draft: Callable[..., Draft]
):
    """Person 1 improved as did 20 others; person 70 declined, as did 15; with few of them it is not said."""
    register(project, TWO_PLACES, narratives=[story(1, "same", why="x"), story(2, "worse", why="y", person=70)])
    one, other = draft().contents.stories
    assert one.moved == {"matrix_2017 finances unstated": "improved"}
    assert other.moved == {"matrix_2017 finances unstated": "declined"}


def test_a_story_does_not_say_it_where_the_count_is_hidden(project: Project, draft: Callable[..., Draft]):
    few = {"North": {"improved": 20, "same": 15, "declined": 3}}
    register(project, few, narratives=[story(1, "worse", why="x", person=38)])
    (one,) = draft().contents.stories
    assert one.moved == {}


def test_explanations_are_told_with_a_role(project: Project, draft: Callable[..., Draft], tmp_path: Path):
    register(project, TWO_PLACES)
    assert draft().contents.words == ()


def test_a_story_whose_consent_is_taken_back_is_shown_nowhere_any_more(
    project: Project, publish_it: Callable[..., Edition], store: Store
):
    register(project, TWO_PLACES, narratives=[story(1, "same", why="x"), story(2, "worse", why="y")])
    edition = publish_it()
    project.register(narratives=[story(2, "worse", why="y", consent="internal")])
    assert mark_withdrawn(store) == (edition.id,)
    assert [one.words for one in read_again(store, edition).stories] == ["Story 1."]
    assert mark_withdrawn(store) == ()


def test_an_import_that_is_withdrawn_takes_its_stories_along(
    project: Project, publish_it: Callable[..., Edition], store: Store
):
    register(project, TWO_PLACES)
    telling = project.register(narratives=[story(1, "same", why="x")])
    edition = publish_it()
    imports.withdraw(store, telling)
    assert read_again(store, edition).stories == ()


def test_who_is_erased_is_heard_in_no_edition_any_more(
    project: Project, publish_it: Callable[..., Edition], store: Store
):
    whose = Pseudonyms(store.key, "Project").participant("0042")
    register(project, TWO_PLACES, narratives=[story(1, "same", why="x", person=whose), story(2, "worse", why="y")])
    edition = publish_it()
    erasure = imports.erase(store, "Project", "0042")
    assert erasure.editions_affected == (edition.id,)
    assert [one.words for one in read_again(store, edition).stories] == ["Story 2."]
    with store.cursor() as cursor:
        assert read_story_records(cursor, edition.id) == {1: None, 2: 2}


def test_a_replacement_has_the_same_numbers_and_not_the_story_and_the_old_one_is_gone(
    project: Project, publish_it: Callable[..., Edition], store: Store
):
    register(project, TWO_PLACES, narratives=[story(1, "same", why="x"), story(2, "worse", why="y")])
    edition = publish_it()
    project.register(narratives=[story(2, "worse", why="y", consent="internal")])
    mark_withdrawn(store)
    old = place_of(store, edition)
    manifest = replace_edition(store, the_project(store), old, signed_by="K. Bakker")
    new = read_bundle(old.with_name(manifest.edition))
    assert (new.cells.all, told(new), manifest.replaces) == (edition.cells.all, ["Story 1."], edition.id)
    assert not old.exists()
    assert b"Story 2" not in (old.with_name(manifest.edition) / "contents.json").read_bytes()
    assert verify(store, old.with_name(manifest.edition), (the_project(store),)).stands
    project.register(narratives=[story(1, "same", why="x", consent="internal")])
    assert mark_withdrawn(store) == (manifest.edition,)


def test_what_was_proposed_is_forgotten_with_a_person(project: Project, draft: Callable[..., Draft], store: Store):
    whose = Pseudonyms(store.key, "Project").participant("0042")
    register(project, TWO_PLACES, narratives=[story(1, "same", why="x", person=whose)])
    chosen = Composition(stories={1: "x"})
    propose(store, the_project(store), chosen, draft(stories={1: "x"}), proposed_by="leader")
    waiting = proposed(store, the_project(store))
    assert waiting is not None
    assert (waiting.composition.stories, waiting.proposed_by) == ({1: "x"}, "leader")
    assert waiting.composition.as_of is not None
    imports.erase(store, "Project", "0042")
    assert proposed(store, the_project(store)) is None


def place_of(store: Store, edition: Edition) -> Path:
    with store.cursor() as cursor:
        return next(Path(record.place) for record in read_editions(cursor, 1) if record.edition == edition.id)


def read_again(store: Store, edition: Edition) -> Edition:
    return read_bundle(place_of(store, edition))


def test_who_proposed_an_edition_may_not_sign_it(
    project: Project, draft: Callable[..., Draft], store: Store, tmp_path: Path
):
    register(project, TWO_PLACES)
    propose(store, the_project(store), Composition(), draft(), proposed_by="leader", proposer="code 1")
    with pytest.raises(PublishingRefused, match="same_person"):
        sign(store, the_project(store), tmp_path / "editions", signed_by="leader", signer="code 1")
    assert sign(store, the_project(store), tmp_path / "editions", signed_by="reader", signer="code 2")
    with pytest.raises(PublishingRefused, match="nothing_waits"):
        sign(store, the_project(store), tmp_path / "editions", signed_by="reader", signer="code 2")


def test_words_that_changed_since_somebody_looked_are_not_signed(
    project: Project, draft: Callable[..., Draft], store: Store, tmp_path: Path
):
    """No number changed: only what the project says of itself."""
    register(project, TWO_PLACES, aim="Peace in money matters")
    propose(store, the_project(store), Composition(), draft(), proposed_by="leader")
    project.register(aim="Another aim")
    with pytest.raises(PublishingRefused, match="changed"):
        sign(store, the_project(store), tmp_path / "editions", signed_by="reader")
