"""The door to the editions: what is whole is shown, what is damaged is said, no address leads outside the folder."""

from datetime import datetime
from pathlib import Path

import pytest

from dashboard.impact.library import newer_edition, open_edition, unreadable_editions, visible_editions
from pipelines.editions.bundle import CONTENTS, EditionUnreadable
from pipelines.editions.withdrawn import write_withdrawn
from tests.impact.invented_edition import invented_manifest, write_edition


def change(place: Path) -> None:
    file = place / CONTENTS
    file.chmod(0o644)
    file.write_text(file.read_text(encoding="utf-8").replace("Huisbezoek", "Wonder"), encoding="utf-8")


def test_a_folder_that_is_not_there_holds_no_editions(editions: Path):
    assert visible_editions() == ()
    assert open_edition("anything") is None


def test_editions_come_newest_first_and_the_newest_of_a_project_is_known(place: Path, editions: Path):
    later = invented_manifest("2026-09-01-achter-de-voordeur-bbbbbbbb", published_at=datetime(2026, 9, 1))
    write_edition(editions, later)
    newest, first = visible_editions()
    assert (newest.id, first.id) == (later.edition, place.name)
    assert newer_edition(first) == newest
    assert newer_edition(newest) is None


@pytest.mark.parametrize("asked", ["..", "../editions", "/etc", ".draft-x", ""])
def test_an_address_leads_nowhere_but_to_editions_in_the_folder(place: Path, asked: str):
    (place.parent / ".draft-x").mkdir()
    (place.parent / ".draft-x" / "manifest.json").write_text("{}")
    assert open_edition(asked) is None


def test_an_edition_that_was_changed_is_not_shown_and_is_counted(place: Path):
    assert open_edition(place.name) is not None
    change(place)
    assert visible_editions() == ()
    assert unreadable_editions() == (place.name,)
    with pytest.raises(EditionUnreadable):
        open_edition(place.name)


def test_a_story_that_is_withdrawn_is_gone_at_the_next_look(place: Path):
    assert [story.number for story in open_edition(place.name).stories] == [1, 2]
    write_withdrawn(place, [1])
    assert [story.number for story in open_edition(place.name).stories] == [2]
