"""The parts of a zipped workbook, none with tricks in it that no spreadsheet program plays."""

import re
import struct
import zlib
from collections.abc import Iterator
from io import BytesIO
from xml.etree import ElementTree
from zipfile import BadZipFile, ZipFile, ZipInfo

from pipelines.ingest.cells.details.sheet_details import NotReadable

# What a damaged zip file can raise on the way: its sizes, names, versions and checksums may say anything.
ZIP_FAULTS = (
    BadZipFile, EOFError, KeyError, NotImplementedError, OSError, OverflowError, RuntimeError, ValueError, struct.error,
    zlib.error,
)  # fmt: skip
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
XML_PARTS = (".xml", ".rels")
# What begins a row or a cell; a tag that lies across two pieces is missed.
ROW_TAGS = (b"<row", b"<x:row", b"<table:table-row")
CELL_TAGS = (b"<c ", b"<c>", b"<c/", b"<x:c ", b"<table:table-cell")
# The shortest: <c/>.
FEWEST_BYTES_OF_CELL = 4
COUNTED_AT_ONCE, FEWEST_BYTES_COUNTED = 2**22, 50 * 2**20
# What stands before the first element of a document.
PROLOG_BYTES = 65_536
FIRST_ELEMENT = re.compile(rb"<[A-Za-z_]")
DOCUMENT_TYPE = re.compile(rb"<!DOCTYPE|<!ENTITY", re.IGNORECASE)


def open_parts(content: bytes) -> ZipFile:
    """The archive, once no part of it declares entities. Raises NotReadable and ZIP_FAULTS."""
    archive = ZipFile(BytesIO(content))
    for entry in archive.infolist():
        if entry.filename.endswith(XML_PARTS):
            with archive.open(entry) as part:
                _refuse_entities(part.read(PROLOG_BYTES))
    return archive


def refuse_overfull(archive: ZipFile, max_rows: int, max_cells: int) -> None:
    """Raises MemoryError for a part with more rows or cells than a sheet may have: to read them would take a minute,
    to count their tags takes a second."""
    for entry in archive.infolist():
        if entry.filename.endswith(XML_PARTS) and entry.file_size > FEWEST_BYTES_COUNTED:
            may_hold_too_many = entry.file_size > FEWEST_BYTES_OF_CELL * max_cells
            n_rows = n_cells = 0
            for xml in _pieces(archive, entry):
                n_rows += sum(map(xml.count, ROW_TAGS))
                n_cells += sum(map(xml.count, CELL_TAGS)) if may_hold_too_many else 0
                if n_rows > max_rows or n_cells > max_cells:
                    raise MemoryError


def _pieces(archive: ZipFile, entry: ZipInfo) -> Iterator[bytes]:
    with archive.open(entry) as part:
        while piece := part.read(COUNTED_AT_ONCE):
            yield piece


def _refuse_entities(prolog: bytes) -> None:
    """A document type can make a few letters stand for any amount of text, or for somebody else's file.

    It may only stand before the first element; no spreadsheet program writes one.
    """
    letters = prolog.replace(b"\0", b"")
    element = FIRST_ELEMENT.search(letters)
    if DOCUMENT_TYPE.search(letters, 0, element.start() if element else len(letters)):
        raise NotReadable
    if element is None and len(prolog) == PROLOG_BYTES:
        raise NotReadable


def find_part(archive: ZipFile, name: str) -> str | None:
    """The part of this name, in whatever folder; the one nearest to the top."""
    parts = [part for part in archive.namelist() if part.rpartition("/")[2] == name]
    return min(parts, key=lambda part: (part.count("/"), part), default=None)


def targets_of(archive: ZipFile, part: str) -> dict[str, str]:
    """The parts that this part refers to, by the id of the relation."""
    folder, _, name = part.rpartition("/")
    folder = f"{folder}/" if folder else ""
    relations = ElementTree.fromstring(archive.read(f"{folder}_rels/{name}.rels"))
    return dict(_targets(relations, folder))


def _targets(relations: ElementTree.Element, folder: str) -> Iterator[tuple[str, str]]:
    for relation in relations:
        target = relation.get("Target", "")
        yield relation.get("Id", ""), target.lstrip("/") if target.startswith("/") else f"{folder}{target}"
