"""All files of one upload → their sheets, each with a label of its own, and the faults of whole files."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from pipelines.domain.issue import Issue
from pipelines.domain.spelling import bare
from pipelines.ingest.cells.sheet import Sheet
from pipelines.ingest.cells.upload import Upload
from pipelines.ingest.cells.workbook import UnreadableUpload, read_workbook
from pipelines.ingest.tables.layout import is_without_records


@dataclass(frozen=True)
class OpenedUpload:
    """The sheets of one file that may hold records, empty ones left out; or why it could not be opened."""

    name: str
    sheets: tuple[Sheet, ...]
    issue: Issue | None = None


def open_uploads(uploads: Sequence[Upload], only_sheets: Collection[str]) -> list[OpenedUpload]:
    """Every file with its sheets, in order; with `only_sheets` only the sheets of these names."""
    only = {bare(name) for name in only_sheets}
    return [_open(upload, only, is_alone=len(uploads) == 1) for upload in uploads]


def sheets_not_found(opened: Sequence[OpenedUpload], only_sheets: Collection[str]) -> Iterator[str]:
    """The names of sheets that were asked for and are not there."""
    there = {bare(sheet.name) for upload in opened for sheet in upload.sheets}
    yield from (name for name in only_sheets if bare(name) not in there)


def _open(upload: Upload, only: Collection[str], *, is_alone: bool) -> OpenedUpload:
    try:
        sheets = [sheet for sheet in read_workbook(upload) if not sheet.is_empty]
    except UnreadableUpload as fault:
        return OpenedUpload(upload.name, (), Issue(code=fault.code, sheet=upload.name, expected=fault.expected))
    if not sheets:
        return OpenedUpload(upload.name, (), Issue(code="empty_file", sheet=upload.name))
    wanted = [sheet for sheet in sheets if not is_without_records(sheet) and (not only or bare(sheet.name) in only)]
    return OpenedUpload(upload.name, tuple(sheet if is_alone else _labelled(upload, sheet) for sheet in wanted))


def _labelled(upload: Upload, sheet: Sheet) -> Sheet:
    """Two workbooks may both have a sheet Metingen."""
    return sheet if sheet.label == upload.name else replace(sheet, label=f"{upload.name}: {sheet.label}")
