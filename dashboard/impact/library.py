"""The door to the editions: every read of one goes through here, so that who may see it is asked in one place."""

import os
from pathlib import Path

import streamlit as st

from pipelines.editions.bundle import CONTENTS, MANIFEST, NUMBERS, EditionUnreadable, read_bundle
from pipelines.editions.edition import Edition
from pipelines.editions.withdrawn import SUFFIX

DEFAULT_FOLDER = ".data/editions"
MOST_EDITIONS = 200

Stamp = tuple[tuple[int, int] | None, ...]


def editions_folder() -> Path:
    return Path(os.environ.get("TEL_EN_VERTEL_EDITIONS", DEFAULT_FOLDER))


def visible_editions() -> tuple[Edition, ...]:
    """All that this reader may see, newest first. Those that cannot be read are `unreadable_editions`."""
    found = [edition for edition in map(_read_if_whole, _places().values()) if edition is not None]
    return tuple(sorted(found, key=lambda edition: edition.manifest.published_at, reverse=True))


def unreadable_editions() -> tuple[str, ...]:
    """Ids of what lies there as an edition and is damaged, or was changed after it was frozen."""
    return tuple(name for name, place in _places().items() if _read_if_whole(place) is None)


def open_edition(edition_id: str) -> Edition | None:
    """None for one that is not there, or not for this reader. Raises EditionUnreadable for one that is damaged."""
    place = _places().get(edition_id)
    return _read(place, _stamp(place)) if place else None


def newer_edition(edition: Edition) -> Edition | None:
    """The newest of the same project, where that is another one."""
    newest = next((one for one in visible_editions() if one.manifest.project == edition.manifest.project), edition)
    return None if newest.id == edition.id else newest


def _places() -> dict[str, Path]:
    """Only what stands in the folder itself: an id from an address leads nowhere else."""
    places = [manifest.parent for manifest in sorted(editions_folder().glob(f"*/{MANIFEST}"))]
    return {place.name: place for place in places if not place.name.startswith(".")}


def _read_if_whole(place: Path) -> Edition | None:
    try:
        return _read(place, _stamp(place))
    except EditionUnreadable:
        return None


@st.cache_resource(max_entries=MOST_EDITIONS, show_spinner=False)
def _read(place: Path, stamp: Stamp) -> Edition:  # noqa: ARG001  part of the key
    return read_bundle(place)


def _stamp(place: Path) -> Stamp:
    """Changes with the files, and with the stories that were withdrawn since."""
    files = [*(place / name for name in (MANIFEST, NUMBERS, CONTENTS)), place.with_name(place.name + SUFFIX)]
    return tuple(_size_and_time(file) for file in files)


def _size_and_time(file: Path) -> tuple[int, int] | None:
    if not file.exists():
        return None
    found = file.stat()
    return found.st_size, found.st_mtime_ns
