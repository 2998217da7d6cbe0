"""Files that describe a project's own indicator set (.toml), among the spreadsheets of an upload."""

from collections.abc import Sequence
from typing import NamedTuple

from pipelines.domain.indicator import IndicatorSet
from pipelines.domain.issue import Issue
from pipelines.ingest.cells.upload import Upload
from pipelines.instruments.catalogue import InvalidIndicatorSet, read_set

SET_FILE = ".toml"


class SortedUploads(NamedTuple):
    """The spreadsheets, the sets that the other files describe, and why one of those cannot be used."""

    spreadsheets: tuple[Upload, ...]
    sets: tuple[IndicatorSet, ...]
    issues: tuple[Issue, ...]


def take_set_files_apart(uploads: Sequence[Upload]) -> SortedUploads:
    """Raises nothing for bad input."""
    sets: list[IndicatorSet] = []
    issues: list[Issue] = []
    for upload in uploads:
        if _is_set_file(upload):
            try:
                sets.append(read_set(upload.content.decode("utf-8-sig", errors="replace")))
            except InvalidIndicatorSet as fault:
                issues.append(Issue(code="invalid_indicator_set", sheet=upload.name, expected=fault.reason))
    return SortedUploads(tuple(upload for upload in uploads if not _is_set_file(upload)), tuple(sets), tuple(issues))


def _is_set_file(upload: Upload) -> bool:
    return upload.name.casefold().endswith(SET_FILE)
