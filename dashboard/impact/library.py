"""The door to the editions: every read of one goes through here, so that who may see it is asked in one place."""

from collections.abc import Callable
from pathlib import Path

import streamlit as st

from dashboard.impact.shelf import places_in, read_edition, read_if_whole
from dashboard.impact.visitor import current_visitor
from dashboard.people import readers_audit_log
from pipelines.audit_log import Event, Way
from pipelines.domain.person import Person
from pipelines.editions.edition import Edition
from pipelines.editions.portfolio import newest_of_each
from pipelines.editions.sharing import DamagedSharing, read_sharing
from pipelines.settings import read_settings

OPENED_KEY = "editions_opened"


class NotForReader(PermissionError):
    """Whoever asks for a file may not see its edition, or may not see it any more."""


def editions_folder() -> Path:
    return read_settings().editions


def visible_editions() -> tuple[Edition, ...]:
    """All that this reader may see, newest first. Those that cannot be read are `unreadable_editions`."""
    found = [edition for edition in map(read_if_whole, _visible_places().values()) if edition is not None]
    return tuple(sorted(found, key=lambda edition: edition.manifest.published_at, reverse=True))


def unreadable_editions() -> tuple[str, ...]:
    """Ids of what this reader might see, and is damaged or was changed after it was frozen."""
    return tuple(name for name, place in _visible_places().items() if read_if_whole(place) is None)


def editions_with_damaged_sharing() -> tuple[str, ...]:
    """Ids of editions that nobody sees until it can be read with whom they are shared; told to the project only."""
    visitor = current_visitor()
    if visitor.is_at_this_computer or not visitor.is_of_the_project:
        return ()
    return tuple(name for name in places_in(editions_folder()) if _has_damaged_sharing(name))


def open_edition(edition_id: str) -> Edition | None:
    """None for one that is not there and for one that is not for this reader: nobody can tell the one from the other.

    Raises EditionUnreadable for one that is damaged.
    """
    editions = editions_folder()
    place, way = places_in(editions).get(edition_id), current_visitor().way_to(editions, edition_id)
    if place is None or way is None:
        return None
    edition = read_edition(place)
    _note_opening(edition_id, way)
    return edition


def open_side_by_side() -> tuple[Edition, ...]:
    """Of every project that this reader may see the newest edition."""
    newest = newest_of_each(visible_editions())
    return tuple(edition for edition in newest if open_edition(edition.id) is not None)


def newer_edition(edition: Edition) -> Edition | None:
    """The newest of the same project, where that is another one."""
    newest = next((one for one in visible_editions() if one.manifest.project == edition.manifest.project), edition)
    return None if newest.id == edition.id else newest


def downloadable(edition: Edition, write: Callable[[Edition], bytes]) -> Callable[[], bytes]:
    """Writes the file when it is asked for, if its reader may see the edition then; else raises NotForReader.

    Streamlit asks outside the session, so that who reads has to be known before.
    """
    visitor, editions, log = current_visitor(), editions_folder(), readers_audit_log()

    def write_and_note() -> bytes:
        way = visitor.way_to(editions, edition.id)
        if way is None:
            raise NotForReader
        log.note(Event.DOWNLOAD, way, edition_id=edition.id)
        return write(edition)

    return write_and_note


def is_seen_by_link_only(edition: Edition) -> bool:
    """Then an address of it opens nothing, neither for this reader after loading it again nor for others."""
    return current_visitor().way_to(editions_folder(), edition.id) is Way.SHARE_LINK


def _note_opening(edition_id: str, way: Person | Way) -> None:
    """Once in a session for each."""
    opened: set[str] = st.session_state.setdefault(OPENED_KEY, set())
    if edition_id not in opened:
        readers_audit_log().note(Event.OPENING, way, edition_id=edition_id)
        opened.add(edition_id)


def _visible_places() -> dict[str, Path]:
    visitor, editions = current_visitor(), editions_folder()
    return {name: place for name, place in places_in(editions).items() if visitor.way_to(editions, name) is not None}


def _has_damaged_sharing(edition_id: str) -> bool:
    try:
        read_sharing(editions_folder(), edition_id)
    except ValueError as fault:
        return isinstance(fault, DamagedSharing)
    return False
