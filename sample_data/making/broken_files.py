"""Files that are no spreadsheet, or no longer: damaged, locked, empty, something else altogether."""

from io import BytesIO
from pathlib import PurePosixPath
from zipfile import ZIP_STORED, ZipFile

from sample_data.making.files import workbook_bytes
from sample_data.making.shown_files import FILES, shown_file
from sample_data.making.tables import notice_table

ENCRYPTED = 1  # bit 0 of the flags of a zip entry
LOCAL_HEADER, CENTRAL_HEADER = b"PK\x03\x04", b"PK\x01\x02"
FLAGS_AT = {LOCAL_HEADER: 6, CENTRAL_HEADER: 8}  # offset of the flags in each kind of header


def broken(name: str) -> bytes:
    """The content of the file of this name."""
    stem = PurePosixPath(name).stem
    if stem in FILES:
        return shown_file(stem)
    whole = _unpressed(workbook_bytes([notice_table()]))
    contents = {
        "damaged": whole[: len(whole) // 2],
        "locked": _locked(whole),
        "empty": b"",
        "letter": b"%PDF-1.7\n% Verzonnen: een brief, geen rekenblad.\n",
    }
    return contents[stem]


def _unpressed(workbook: bytes) -> bytes:
    """The same workbook with its entries stored as they are: bytes that do not depend on a version of zlib."""
    buffer = BytesIO()
    with ZipFile(BytesIO(workbook)) as pressed, ZipFile(buffer, "w", ZIP_STORED) as unpressed:
        for entry in pressed.infolist():
            content = pressed.read(entry)
            entry.compress_type = ZIP_STORED
            unpressed.writestr(entry, content)
    return buffer.getvalue()


def _locked(workbook: bytes) -> bytes:
    """Every entry marked as encrypted, as in a zip with a password."""
    content = bytearray(workbook)
    with ZipFile(BytesIO(workbook)) as archive:
        places = [(entry.header_offset, LOCAL_HEADER) for entry in archive.infolist()]
        places += [(place, CENTRAL_HEADER) for place in _central_headers(workbook, archive)]
    for place, header in places:
        content[place + FLAGS_AT[header]] |= ENCRYPTED
    return bytes(content)


def _central_headers(workbook: bytes, archive: ZipFile) -> list[int]:
    places, place = [], archive.start_dir
    for _ in archive.infolist():
        places.append(place)
        place = workbook.find(CENTRAL_HEADER, place + 1)
    return places
