"""The road of an edition: refused with reasons or frozen whole, remembered, and worked out again."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from pipelines.editions.bundle import EditionExists, EditionUnreadable, read_bundle, read_bundles, write_bundle
from pipelines.editions.edition import Edition
from pipelines.publishing.composition import Composition
from pipelines.publishing.draft import Draft
from pipelines.publishing.publish import publish
from pipelines.publishing.refusal import PublishingRefused
from pipelines.publishing.verify import NotOurEdition, verify
from pipelines.store.editions import read_editions
from pipelines.store.store import Store
from tests.publishing.conftest import TWO_PLACES, the_project
from tests.publishing.people import register
from tests.spec.tables import Project

MORE = {"North": {"improved": 11, "same": 11, "declined": 11}}


def reasons(refused: pytest.ExceptionInfo[PublishingRefused]) -> list[str]:
    return [reason.code for reason in refused.value.reasons]


def test_what_was_published_is_what_was_looked_at(
    project: Project, draft: Callable[..., Draft], publish_it: Callable[..., Edition]
):
    register(project, TWO_PLACES)
    seen, edition = draft(attributes=("place",)), publish_it(attributes=("place",))
    assert edition.cells.all == seen.cells.all
    assert edition.contents == seen.contents
    assert edition.manifest.signed_by == "M. de Boer"
    assert edition.manifest.registrations == seen.digest


def test_nobody_signs_nothing_is_published(
    project: Project, publish_it: Callable[..., Edition], tmp_path: Path, store: Store
):
    register(project, TWO_PLACES)
    with pytest.raises(PublishingRefused) as refused:
        publish_it(signed_by="  ")
    assert reasons(refused) == ["not_signed"]
    assert not (tmp_path / "editions").exists()
    with store.cursor() as cursor:
        assert read_editions(cursor, 1) == ()


def test_fewer_than_ten_people_are_not_published(project: Project, draft: Callable[..., Draft]):
    register(project, {"North": {"improved": 5, "same": 4}})
    with pytest.raises(PublishingRefused) as refused:
        draft()
    assert reasons(refused) == ["too_few"]


def test_an_attribute_or_instrument_that_is_not_there_is_refused(project: Project, draft: Callable[..., Draft]):
    register(project, TWO_PLACES)
    with pytest.raises(PublishingRefused) as refused:
        draft(attributes=("planet",), instruments=("ruler",))
    assert [(reason.code, reason.about) for reason in refused.value.reasons] == [
        ("unknown_attribute", "planet"), ("unknown_instrument", "ruler"),
    ]  # fmt: skip


def test_an_edition_that_differs_by_a_few_people_is_refused_and_says_from_which(
    project: Project, publish_it: Callable[..., Edition]
):
    register(project, TWO_PLACES)
    first = publish_it()
    register(project, {"North": {"improved": 2, "same": 1}}, first=300)
    with pytest.raises(PublishingRefused) as refused:
        publish_it()
    assert {(reason.code, reason.edition) for reason in refused.value.reasons} == {("few_apart", first.id)}


def test_an_edition_of_many_more_people_is_published(project: Project, publish_it: Callable[..., Edition]):
    register(project, TWO_PLACES)
    publish_it()
    register(project, MORE, first=300)
    assert publish_it().cells.value(("people", "", "", "", ""), "total", "enrolled") == 105


def test_the_same_people_may_be_published_again_with_another_breakdown(
    project: Project, publish_it: Callable[..., Edition]
):
    register(project, TWO_PLACES)
    first, second = publish_it(), publish_it(attributes=("place",))
    shown_first = {(cell.table, cell.row, cell.column) for cell in first.cells.all if not cell.hidden}
    assert all((c.table, c.row, c.column) in shown_first or c.hidden for c in second.cells.all if c.table in
               first.cells.tables() and c.table.subject == "outcome")  # fmt: skip


def test_what_changed_after_the_look_is_not_published(
    project: Project, draft: Callable[..., Draft], store: Store, tmp_path: Path
):
    register(project, TWO_PLACES)
    seen = draft()
    register(project, MORE, first=300)
    with pytest.raises(PublishingRefused) as refused:
        publish(
            store, the_project(store), Composition(), tmp_path, composed_by="", signed_by="x", seen=seen.fingerprint
        )
    assert reasons(refused) == ["changed"]


def test_a_bundle_cannot_be_changed_unseen(project: Project, publish_it: Callable[..., Edition], tmp_path: Path):
    register(project, TWO_PLACES)
    place = tmp_path / "editions" / publish_it().id
    contents = place / "contents.json"
    contents.chmod(0o644)
    contents.write_text(contents.read_text(encoding="utf-8").replace("Project", "Another"), encoding="utf-8")
    with pytest.raises(EditionUnreadable, match=r"contents\.json was changed"):
        read_bundle(place)


@pytest.mark.parametrize("missing", ["manifest.json", "numbers.parquet"])
def test_half_a_bundle_is_no_edition(
    project: Project, publish_it: Callable[..., Edition], tmp_path: Path, missing: str
):
    register(project, TWO_PLACES)
    place = tmp_path / "editions" / publish_it().id
    place.chmod(0o755)
    (place / missing).unlink()
    with pytest.raises(EditionUnreadable, match=missing):
        read_bundle(place)


def test_the_folder_and_its_files_are_read_only(project: Project, publish_it: Callable[..., Edition], tmp_path: Path):
    register(project, TWO_PLACES)
    place = tmp_path / "editions" / publish_it().id
    assert [path.stat().st_mode & 0o222 for path in (place, *place.iterdir())] == [0, 0, 0, 0]


def test_a_bundle_is_written_whole_or_not_at_all(
    project: Project, publish_it: Callable[..., Edition], tmp_path: Path, store: Store
):
    register(project, TWO_PLACES)
    manifest = publish_it().manifest
    with pytest.raises(EditionExists):
        write_bundle(tmp_path / "editions", manifest, {"numbers.parquet": b""})
    with pytest.raises(TypeError):
        write_bundle(tmp_path / "editions", manifest.model_copy(update={"edition": "other"}), {"a": None})  # type: ignore[dict-item]
    assert [edition.id for edition in read_bundles(tmp_path / "editions")] == [manifest.edition]
    assert [path.name for path in (tmp_path / "editions").iterdir()] == [manifest.edition]


def test_an_edition_stands_until_its_registrations_change(
    project: Project, publish_it: Callable[..., Edition], store: Store, tmp_path: Path
):
    register(project, TWO_PLACES)
    place = tmp_path / "editions" / publish_it(attributes=("place",)).id
    found = verify(store, place, (the_project(store),))
    assert (found.stands, found.is_unchanged, found.n_cells > 20) == (True, True, True)
    register(project, MORE, first=300)
    changed = verify(store, place, (the_project(store),))
    assert (changed.stands, changed.is_unchanged) == (False, False)
    assert {mismatch.published.column for mismatch in changed.mismatches} >= {"enrolled", "total"}


def test_an_edition_of_other_registrations_is_not_verified(
    project: Project, publish_it: Callable[..., Edition], store: Store, tmp_path: Path
):
    register(project, TWO_PLACES)
    place = tmp_path / "editions" / publish_it().id
    with pytest.raises(NotOurEdition):
        verify(store, place, ())


def test_no_pseudonym_stands_in_a_bundle(project: Project, publish_it: Callable[..., Edition], tmp_path: Path):
    register(project, {"North": {"improved": 15, "same": 15}}, first=7_654_000_001)
    place = tmp_path / "editions" / publish_it(attributes=("place",)).id
    for file in place.iterdir():
        assert b"7654000" not in file.read_bytes()
    assert "Project" in json.loads((place / "manifest.json").read_text(encoding="utf-8"))["project"]
