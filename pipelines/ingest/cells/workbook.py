"""Bytes of an upload → its sheets as raw cells. What the bytes are is read from the bytes; the file's name may err."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from types import ModuleType
from typing import Any
from zipfile import ZipFile, ZipInfo

import numpy as np
import pandas as pd

from pipelines.ingest.cells import cell_reader, exit_codes, limits
from pipelines.ingest.cells.apart import EndedEarly, ReadersApart
from pipelines.ingest.cells.cell_reader import PackedSheet
from pipelines.ingest.cells.delimited import NotText, read_delimited
from pipelines.ingest.cells.details import reader as details_reader
from pipelines.ingest.cells.details.sheet_details import SheetDetails, WorkbookDetails
from pipelines.ingest.cells.details.zipped import ZIP_FAULTS
from pipelines.ingest.cells.formulas import mark_faulty_cells
from pipelines.ingest.cells.sheet import CellColumn, Sheet
from pipelines.ingest.cells.upload import Upload

ZIP, ZIP_ENTRY, COMPOUND = b"PK\x03\x04", b"PK\x01\x02", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# The part without which a zip file is not a workbook of Excel or LibreOffice, in whatever folder.
WORKBOOK_PARTS = ("workbook.xml", "workbook.bin", "content.xml")
# What begins like this is no table, though it may be text.
OTHER_BEGINNINGS = (b"%PDF", b"<html", b"<!doctype", b"<?xml", b"{\\rtf", b"\x89PNG", b"\xff\xd8\xff", b"GIF8")
FAULT_OF_EXIT = {
    exit_codes.PASSWORD: "password_protected",
    exit_codes.NOT_READABLE: "unreadable_file",
    exit_codes.FELL_OVER: "unreadable_file",
}


class UnreadableUpload(Exception):
    """A file of which nothing can be read; `code` is the issue that says why."""

    def __init__(self, code: str, expected: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.expected = expected


def read_workbook(upload: Upload) -> tuple[Sheet, ...]:
    """All sheets with their cells where they stand: row 0 is the first row the spreadsheet shows.

    Raises UnreadableUpload. Never lets a file take more than the limits allow.
    """
    content = upload.content
    if not content.strip():
        raise UnreadableUpload("empty_file")
    if len(content) > limits.MAX_FILE_BYTES:
        raise _too_large()
    if content.startswith(ZIP):
        _look_inside(content)
    if content.startswith((ZIP, COMPOUND)):
        return _read_binary(content)
    if content.lstrip()[:16].lower().startswith(tuple(beginning.lower() for beginning in OTHER_BEGINNINGS)):
        raise UnreadableUpload("unknown_file_type")
    return _read_text(upload)


def _look_inside(content: bytes) -> None:
    """What the directory of a zip file says about it, before anything is unpacked."""
    if content.count(ZIP_ENTRY) > limits.MAX_ZIP_ENTRIES:
        raise _too_large()
    try:
        entries = ZipFile(BytesIO(content)).infolist()
    except ZIP_FAULTS as fault:
        raise UnreadableUpload("unreadable_file") from fault
    if not any(entry.filename.endswith(WORKBOOK_PARTS) for entry in entries):
        raise UnreadableUpload("unknown_file_type")
    if any(entry.flag_bits & 1 for entry in entries):
        raise UnreadableUpload("password_protected")
    if len({entry.filename for entry in entries}) < len(entries):
        # Two parts of one name: which of them is read is up to the reader.
        raise UnreadableUpload("unreadable_file")
    if any(map(_is_bomb, entries)) or sum(entry.file_size for entry in entries) > limits.MAX_UNPACKED_BYTES:
        raise _too_large()


def _is_bomb(entry: ZipInfo) -> bool:
    """Part by part, so that a picture beside it does not make it look like an ordinary file."""
    return entry.file_size > limits.SMALL_ZIP_BYTES and entry.file_size > limits.MAX_ZIP_RATIO * entry.compress_size


def _read_binary(content: bytes) -> tuple[Sheet, ...]:
    """The cells by one process, and beside it by another what the reader of cells leaves unsaid."""
    readers = ReadersApart(content)
    with ThreadPoolExecutor(max_workers=1) as beside:
        beside_it = beside.submit(_read, readers, details_reader, limits.MAX_ROWS, limits.MAX_CELLS)
        try:
            packed: list[PackedSheet] = _read(readers, cell_reader, limits.MAX_COLUMNS, limits.MAX_CELLS)
        except UnreadableUpload as fault:
            raise _clearer(fault, beside_it.exception()) from fault
        details: WorkbookDetails = beside_it.result()
    if not packed:
        raise UnreadableUpload("no_worksheets")
    return tuple(_sheet(sheet, details) for sheet in packed)


def _clearer(fault: UnreadableUpload, other: BaseException | None) -> UnreadableUpload:
    """The reader of cells does not tell a locked file from a damaged one."""
    is_locked = isinstance(other, UnreadableUpload) and other.code == "password_protected"
    return other if is_locked else fault


def _read(readers: ReadersApart, module: ModuleType, *asked: int) -> Any:
    """What a process that may be lost answers; why it gives no answer as UnreadableUpload."""
    try:
        return readers.read(module.__name__, *asked)
    except EndedEarly as ended:
        if ended.exit_code in FAULT_OF_EXIT:
            raise UnreadableUpload(FAULT_OF_EXIT[ended.exit_code]) from ended
        raise _too_large() from ended


def _sheet(packed: PackedSheet, workbook: WorkbookDetails) -> Sheet:
    place, name, is_hidden, columns = packed
    details = _details_of(place, name, workbook)
    unpacked = [replace(_unpack(*column), counts_from_1904=workbook.counts_from_1904) for column in columns]
    return Sheet(
        name,
        label=name,
        columns=mark_faulty_cells(unpacked, details.faulty),
        is_hidden=is_hidden,
        hidden_rows=tuple(details.hidden_rows),
        hidden_columns=tuple(details.hidden_columns),
        merged=tuple(details.merged),
    )


def _details_of(place: int, name: str, workbook: WorkbookDetails) -> SheetDetails:
    """Where a sheet is not told of, an error in it would pass for an empty cell."""
    by_name = {details.name: details for details in workbook.sheets}
    if name in by_name:
        return by_name[name]
    if place < len(workbook.sheets):
        return workbook.sheets[place]
    raise UnreadableUpload("unreadable_file")


def _unpack(distinct: list, upper: bytes, numbers: bytes) -> CellColumn:
    codes = np.frombuffer(upper, dtype=np.int32)
    if not numbers:
        return CellColumn(distinct, codes)
    below, values = pd.factorize(np.frombuffer(numbers, dtype=np.float64), use_na_sentinel=False)
    return CellColumn([*distinct, *values.tolist()], np.concatenate([codes, below.astype(np.int32) + len(distinct)]))


def _read_text(upload: Upload) -> tuple[Sheet, ...]:
    try:
        columns = read_delimited(upload.content)
    except NotText as fault:
        raise (_too_large() if fault.code == "file_too_large" else UnreadableUpload(fault.code)) from fault
    return (Sheet(name=Path(upload.name).stem, label=upload.name, columns=columns),)


def _too_large() -> UnreadableUpload:
    return UnreadableUpload("file_too_large", str(limits.MAX_FILE_BYTES // 1024**2))
