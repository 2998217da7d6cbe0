"""With whom an edition is shared: with nobody until it is said, and never with another than is named."""

import os
import stat
from pathlib import Path

import pytest

from pipelines.domain.person import Person
from pipelines.domain.role import Role
from pipelines.editions.edition_id import UnusableEditionId
from pipelines.editions.sharing import NOT_SHARED, DamagedSharing, Sharing, read_sharing, sharing_file, write_sharing

EDITION = "2026-11-achter-de-voordeur-3f2a9c1d"
FUNDER = Person(login="f", roles=frozenset({Role.FUNDER}), shared_with=frozenset({"jan@city.example", "funders"}))
ADMINISTRATOR = Person(login="a", roles=frozenset({Role.ADMINISTRATOR}), shared_with=frozenset({"admin@city.example"}))
STRANGER = Person(login="s", shared_with=frozenset({"jan@elsewhere.example"}))


def of_role(role: Role) -> Person:
    return Person(login="x", roles=frozenset({role}))


def test_at_first_only_those_who_work_for_the_project_see_it(tmp_path: Path):
    sharing = read_sharing(tmp_path, EDITION)
    assert sharing == NOT_SHARED
    seen_by = {role for role in Role if sharing.is_open_to(of_role(role))}
    assert seen_by == {Role.PROJECT_LEADER, Role.SECOND_READER}
    assert not sharing.is_open_to(None)


@pytest.mark.parametrize("named", ["Jan@City.example", "FUNDERS"])
def test_a_funder_sees_what_is_shared_with_their_address_or_group(named: str):
    sharing = NOT_SHARED.shared_with([named, "other@city.example"])
    assert sharing.is_open_to(FUNDER)
    assert not sharing.is_open_to(of_role(Role.FUNDER))
    assert not any(sharing.is_open_to(person) for person in (ADMINISTRATOR, STRANGER, None))


def test_who_is_named_needs_no_role():
    assert NOT_SHARED.shared_with(["jan@elsewhere.example"]).is_open_to(STRANGER)


def test_an_empty_name_is_nobody():
    sharing = NOT_SHARED.shared_with(["", "  "])
    assert sharing.funders == ()
    assert not sharing.is_open_to(Person(login="x", shared_with=frozenset({""})))


def test_a_public_edition_is_seen_by_anybody_until_it_is_not():
    public = NOT_SHARED.made_public()
    assert public.is_open_to(None)
    assert not public.made_public(False).is_open_to(None)


def test_what_is_written_is_read_back_and_readable_by_its_owner_only(tmp_path: Path):
    sharing = Sharing(public=True, funders=("jan@city.example",), link_round=3)
    write_sharing(tmp_path / "editions", EDITION, sharing)
    assert read_sharing(tmp_path / "editions", EDITION) == sharing
    assert [file.name for file in (tmp_path / "editions").iterdir()] == [f"{EDITION}.sharing.toml"]
    assert stat.S_IMODE(sharing_file(tmp_path / "editions", EDITION).stat().st_mode) == 0o600


def test_a_disk_that_breaks_off_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    write_sharing(tmp_path, EDITION, Sharing(public=True))

    def fail(_: int) -> None:
        raise OSError("no room")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="no room"):
        write_sharing(tmp_path, EDITION, NOT_SHARED)
    assert read_sharing(tmp_path, EDITION).public
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize("text", ["public = ", "public = 'perhaps'", "everybody = true", "link_round = -1"])
def test_a_damaged_file_is_loud(tmp_path: Path, text: str):
    sharing_file(tmp_path, EDITION).write_text(text, encoding="utf-8")
    with pytest.raises(DamagedSharing):
        read_sharing(tmp_path, EDITION)


@pytest.mark.parametrize("id", ["", "..", "../a", "a/b", "A", "a b", "a.toml", "-a", "a\n", "a" * 121, "é"])
def test_an_id_leads_to_no_other_file(tmp_path: Path, id: str):
    with pytest.raises(UnusableEditionId):
        read_sharing(tmp_path, id)
