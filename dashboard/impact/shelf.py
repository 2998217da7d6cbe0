"""The editions in the folder, each read once as long as its files stay the same. Only `library.py` comes here."""

from pathlib import Path

import streamlit as st

from pipelines.editions.bundle import CONTENTS, MANIFEST, NUMBERS, EditionUnreadable, read_bundle
from pipelines.editions.edition import Edition
from pipelines.editions.withdrawn import SUFFIX

MOST_EDITIONS = 200

Stamp = tuple[tuple[int, int] | None, ...]


def places_in(editions: Path) -> dict[str, Path]:
    """By id. Only what stands in the folder itself: an id from an address leads nowhere else."""
    places = [manifest.parent for manifest in sorted(editions.glob(f"*/{MANIFEST}"))]
    return {place.name: place for place in places if not place.name.startswith(".")}


def read_edition(place: Path) -> Edition:
    """Raises EditionUnreadable."""
    return _read(place, _stamp(place))


def read_if_whole(place: Path) -> Edition | None:
    try:
        return read_edition(place)
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
