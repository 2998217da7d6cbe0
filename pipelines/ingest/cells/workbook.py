"""Bytes of an upload → its sheets as raw cells. What the bytes are is read from the bytes; the file's name may err."""

import pickle
import subprocess
import sys
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import numpy as np
import pandas as pd

from pipelines.ingest.cells import cell_reader, limits
from pipelines.ingest.cells.cell_reader import PackedColumn, PackedSheet
from pipelines.ingest.cells.delimited import NotText, read_delimited
from pipelines.ingest.cells.formulas import ZIP_FAULTS, FaultyCells, find_faulty_cells, mark_faulty_cells
from pipelines.ingest.cells.sheet import CellColumn, Sheet
from pipelines.ingest.cells.upload import Upload

ZIP, COMPOUND = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# The part without which a zip file is not a workbook of Excel or LibreOffice, in whatever folder.
WORKBOOK_PARTS = ("workbook.xml", "workbook.bin", "content.xml")
# What begins like this is no table, though it may be text.
OTHER_BEGINNINGS = (b"%PDF", b"<html", b"<!doctype", b"<?xml", b"{\\rtf", b"\x89PNG", b"\xff\xd8\xff", b"GIF8")
FAULT_OF_EXIT = {
    cell_reader.PASSWORD: "password_protected",
    cell_reader.NOT_READABLE: "unreadable_file",
    cell_reader.FELL_OVER: "unreadable_file",
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
        return _read_zipped(upload)
    if content.startswith(COMPOUND):
        return _sheets(_read_apart(content), {})
    if content.lstrip()[:16].lower().startswith(tuple(beginning.lower() for beginning in OTHER_BEGINNINGS)):
        raise UnreadableUpload("unknown_file_type")
    return _read_text(upload)


def _read_zipped(upload: Upload) -> tuple[Sheet, ...]:
    _look_inside(upload.content)
    with ThreadPoolExecutor(max_workers=1) as beside:
        faulty = beside.submit(find_faulty_cells, upload.content)
        packed = _read_apart(upload.content)
    return _sheets(packed, faulty.result())


def _look_inside(content: bytes) -> None:
    """What the directory of a zip file says about it, before anything is unpacked."""
    try:
        entries = ZipFile(BytesIO(content)).infolist()
    except ZIP_FAULTS as fault:
        raise UnreadableUpload("unreadable_file") from fault
    if not any(entry.filename.endswith(WORKBOOK_PARTS) for entry in entries):
        raise UnreadableUpload("unknown_file_type")
    if any(entry.flag_bits & 1 for entry in entries):
        raise UnreadableUpload("password_protected")
    unpacked = sum(entry.file_size for entry in entries)
    is_bomb = unpacked > limits.SMALL_ZIP_BYTES and unpacked > limits.MAX_ZIP_RATIO * len(content)
    if is_bomb or unpacked > limits.MAX_UNPACKED_BYTES or len(entries) > limits.MAX_ZIP_ENTRIES:
        raise _too_large()


def _read_apart(content: bytes) -> list[PackedSheet]:
    """The cells, read in a process that may be lost (see cell_reader)."""
    asked = (limits.READING_MEMORY_BYTES, limits.READING_SECONDS, limits.MAX_COLUMNS)
    command = [sys.executable, "-I", str(Path(cell_reader.__file__)), *map(str, asked)]
    try:
        reader = subprocess.run(
            command, input=content, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            timeout=limits.READING_SECONDS, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired as fault:
        raise _too_large() from fault
    if reader.returncode in FAULT_OF_EXIT:
        raise UnreadableUpload(FAULT_OF_EXIT[reader.returncode])
    if reader.returncode != cell_reader.READ:
        raise _too_large()
    return pickle.loads(reader.stdout)


def _sheets(packed: list[PackedSheet], faulty: Mapping[str, FaultyCells]) -> tuple[Sheet, ...]:
    return tuple(_sheet(name, is_hidden, columns, faulty.get(name, {})) for name, is_hidden, columns in packed)


def _sheet(name: str, is_hidden: bool, packed: list[PackedColumn], faulty: FaultyCells) -> Sheet:
    columns = [_unpack(*column) for column in packed]
    return Sheet(name, label=name, columns=mark_faulty_cells(columns, faulty), is_hidden=is_hidden)


def _unpack(distinct: list | None, packed: bytes) -> CellColumn:
    if distinct is not None:
        return CellColumn(distinct, np.frombuffer(packed, dtype=np.int32))
    codes, numbers = pd.factorize(np.frombuffer(packed, dtype=np.float64), use_na_sentinel=False)
    return CellColumn(numbers.tolist(), codes.astype(np.int32))


def _read_text(upload: Upload) -> tuple[Sheet, ...]:
    try:
        columns = read_delimited(upload.content)
    except NotText as fault:
        raise (_too_large() if fault.code == "file_too_large" else UnreadableUpload(fault.code)) from fault
    return (Sheet(name=Path(upload.name).stem, label=upload.name, columns=columns),)


def _too_large() -> UnreadableUpload:
    return UnreadableUpload("file_too_large", str(limits.MAX_FILE_BYTES // 1024**2))
