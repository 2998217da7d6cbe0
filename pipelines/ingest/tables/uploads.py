"""All files of one upload → their sheets, each with a label of its own, and the faults of whole files."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import NamedTuple

import numpy as np

from pipelines.domain.issue import Issue
from pipelines.domain.spelling import bare
from pipelines.ingest.cells.sheet import Sheet
from pipelines.ingest.cells.upload import Upload
from pipelines.ingest.cells.workbook import UnreadableUpload, read_workbook
from pipelines.ingest.headings.moments import moment_of_name
from pipelines.ingest.tables.layout import is_without_records, kind_called


@dataclass(frozen=True)
class OpenedUpload:
    """The sheets of one file that may hold records, empty ones and copies left out; or why there are none."""

    name: str
    sheets: tuple[Sheet, ...]
    issues: tuple[Issue, ...] = ()


def open_uploads(
    uploads: Sequence[Upload], only_sheets: Collection[str], moments: Mapping[str, int]
) -> list[OpenedUpload]:
    """Every file with its sheets, in order; with `only_sheets` only the sheets of these names.

    What is there twice is read once, unless its name makes it another moment; so does the mapping (`moments`).
    """
    only = {bare(name) for name in only_sheets}
    said = {bare(name): moment for name, moment in moments.items()}
    opened: list[OpenedUpload] = []
    for place, upload in enumerate(uploads):
        first = next((other for other in uploads[:place] if _is_copy(upload, other, said)), None)
        if first is None:
            opened.append(_open(upload, only, is_alone=len(uploads) == 1))
        else:
            issue = Issue(code="same_file_twice", sheet=upload.name, expected=first.name)
            opened.append(OpenedUpload(upload.name, (), (issue,)))
    return list(_without_copies(opened, said))


def sheets_not_found(opened: Sequence[OpenedUpload], only_sheets: Collection[str]) -> Iterator[str]:
    """The names of sheets that were asked for and are not there."""
    there = {bare(sheet.name) for upload in opened for sheet in upload.sheets}
    yield from (name for name in only_sheets if bare(name) not in there)


def _open(upload: Upload, only: Collection[str], *, is_alone: bool) -> OpenedUpload:
    try:
        sheets = [sheet for sheet in read_workbook(upload) if not sheet.is_empty]
    except UnreadableUpload as fault:
        issue = Issue(code=fault.code, sheet=upload.name, expected=fault.expected)
        return OpenedUpload(upload.name, (), (issue,))
    if not sheets:
        return OpenedUpload(upload.name, (), (Issue(code="empty_file", sheet=upload.name),))
    wanted = [sheet for sheet in sheets if not is_without_records(sheet) and (not only or bare(sheet.name) in only)]
    return OpenedUpload(upload.name, tuple(sheet if is_alone else _labelled(upload, sheet) for sheet in wanted))


def _labelled(upload: Upload, sheet: Sheet) -> Sheet:
    """Two workbooks may both have a sheet Metingen."""
    return sheet if sheet.label == upload.name else replace(sheet, label=f"{upload.name}: {sheet.label}")


def _is_copy(upload: Upload, other: Upload, said: Mapping[str, int]) -> bool:
    is_same = upload.content == other.content and bool(upload.content.strip())
    return is_same and _may_be_the_same(_what_it_is(upload.name, said), _what_it_is(other.name, said))


def _without_copies(opened: Sequence[OpenedUpload], said: Mapping[str, int]) -> Iterator[OpenedUpload]:
    """Of sheets that hold the same, such as "Metingen" and "Metingen (2)", only the first."""
    kept: list[tuple[Sheet, Named]] = []
    for upload in opened:
        sheets, issues = [], list(upload.issues)
        for sheet in upload.sheets:
            named = _what_it_is(sheet.name, said, sheet.label, upload.name)
            first = next((of for of, so in kept if _may_be_the_same(named, so) and _hold_the_same(of, sheet)), None)
            if first is None:
                kept.append((sheet, named))
                sheets.append(sheet)
            else:
                issues.append(Issue(code="same_sheet_twice", sheet=sheet.label, expected=first.label))
        yield replace(upload, sheets=tuple(sheets), issues=tuple(issues))


class Named(NamedTuple):
    """What the name of a file or sheet says of what is in it."""

    kind: str | None
    moment: int | None


def _what_it_is(name: str, said: Mapping[str, int], *other_names: str) -> Named:
    stems = [PurePath(known).stem for known in (name, *other_names)]
    given = (said[bare(known)] for known in (name, *other_names, *stems) if bare(known) in said)
    told = (moment for stem in stems if (moment := moment_of_name(stem)) is not None)
    return Named(kind_called(stems[0]), next(given, next(told, None)))


def _may_be_the_same(one: Named, other: Named) -> bool:
    return one.moment == other.moment and (one.kind == other.kind or None in (one.kind, other.kind))


def _hold_the_same(one: Sheet, other: Sheet) -> bool:
    if one.n_rows != other.n_rows or len(one.columns) != len(other.columns) or one.n_rows < 2:
        return False
    return all(
        np.array_equal(a.codes, b.codes) and list(a.distinct) == list(b.distinct)
        for a, b in zip(one.columns, other.columns, strict=True)
    )
