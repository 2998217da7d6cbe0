"""Files that ask for more than a spreadsheet needs: made small, and harmless until they are opened."""

import struct
from collections.abc import Callable
from io import BytesIO
from random import Random
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from xlsxwriter import Workbook

from tests.ingest.spreadsheets import ods, xls, xlsx

HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {}
LAUGHS = '<!ENTITY l0 "ha">' + "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
DOCTYPE = f"<!DOCTYPE x [{LAUGHS}]>"
SOMEBODYS_FILE = '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/hostname">]>'
BIG = 300 * 1024**2


def refused_as(code: str) -> Callable[[Callable[[], bytes]], Callable[[], bytes]]:
    def note(make: Callable[[], bytes]) -> Callable[[], bytes]:
        HOSTILE[make.__name__] = (make, code)
        return make

    return note


def changed(content: bytes, name: str, change: Callable[[bytes], bytes], compression: int = ZIP_DEFLATED) -> bytes:
    """The zip file with one part changed."""
    packed = BytesIO()
    with ZipFile(BytesIO(content)) as source, ZipFile(packed, "w", compression) as target:
        for entry in source.namelist():
            target.writestr(entry, change(source.read(entry)) if entry == name else source.read(entry))
    return packed.getvalue()


def sheet_xml(rows: bytes, before: bytes = b"") -> bytes:
    """A workbook whose sheet is this XML."""
    namespace = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    xml = b'<worksheet xmlns="' + namespace + b'">' + before + b"<sheetData>" + rows + b"</sheetData></worksheet>"
    return changed(xlsx({"Metingen": [["x"]]}), "xl/worksheets/sheet1.xml", lambda _: xml)


def after_declaration(xml: bytes, text: str) -> bytes:
    end = xml.find(b"?>") + 2 if xml.startswith(b"<?xml") else 0
    return xml[:end] + text.encode() + xml[end:]


@refused_as("file_too_large")
def two_cells_in_the_far_corners() -> bytes:
    content = BytesIO()
    with Workbook(content) as book:
        worksheet = book.add_worksheet()
        worksheet.write(0, 0, 1)
        worksheet.write(1_048_575, 16_383, 1)
    return content.getvalue()


@refused_as("file_too_large")
def a_sheet_that_unpacks_to_300_megabytes_of_nothing() -> bytes:
    return sheet_xml(bytes(BIG))


@refused_as("file_too_large")
def two_thousand_columns_of_a_million_rows() -> bytes:
    content = BytesIO()
    with Workbook(content) as book:
        worksheet = book.add_worksheet()
        worksheet.write(0, 0, 1)
        worksheet.write(1_048_575, 1_999, 1)
    return content.getvalue()


@refused_as("file_too_large")
def every_row_in_a_column_beyond_sense() -> bytes:
    cell = '<row r="{0}"><c r="XFC{0}" t="inlineStr"><is><t>{0}</t></is></c></row>'
    return sheet_xml("".join(cell.format(n) for n in range(1, 60_001)).encode())


@refused_as("file_too_large")
def a_directory_of_very_many_parts() -> bytes:
    content = BytesIO()
    with ZipFile(content, "w", ZIP_STORED) as archive:
        archive.writestr("xl/workbook.xml", "<x/>")
        for n in range(20_000):
            archive.writestr(f"xl/{n}", b"")
    return content.getvalue()


@refused_as("file_too_large")
def columns_repeated_without_end() -> bytes:
    table = ods({"Metingen": [["Deelnemer", "x"]]})
    return changed(
        table, "content.xml",
        lambda xml: xml.replace(b"<table:table-cell ", b'<table:table-cell table:number-columns-repeated="900000000" '),
    )  # fmt: skip


@refused_as("unreadable_file")
def a_billion_laughs_in_the_workbook() -> bytes:
    return changed(xlsx({"Metingen": [["x"]]}), "xl/workbook.xml", lambda xml: after_declaration(xml, DOCTYPE))


@refused_as("unreadable_file")
def a_billion_laughs_in_the_sheet() -> bytes:
    return changed(
        xlsx({"Metingen": [["x"]]}), "xl/worksheets/sheet1.xml",
        lambda xml: after_declaration(xml, DOCTYPE).replace(b"<v>", b"<v>&l9;"),
    )  # fmt: skip


@refused_as("unreadable_file")
def a_billion_laughs_in_a_document() -> bytes:
    return changed(ods({"Metingen": [["x"]]}), "content.xml", lambda xml: after_declaration(xml, DOCTYPE))


@refused_as("unreadable_file")
def somebodys_file_in_the_workbook() -> bytes:
    return changed(
        xlsx({"Metingen": [["x"]]}), "xl/workbook.xml",
        lambda xml: after_declaration(xml, SOMEBODYS_FILE).replace(b'name="Metingen"', b'name="&f;"'),
    )  # fmt: skip


@refused_as("unreadable_file")
def entities_in_two_bytes_a_letter() -> bytes:
    def in_two_bytes(xml: bytes) -> bytes:
        text = after_declaration(xml, DOCTYPE).decode().replace("UTF-8", "UTF-16").replace("utf-8", "UTF-16")
        return text.encode("utf-16")

    return changed(xlsx({"Metingen": [["x"]]}), "xl/workbook.xml", in_two_bytes)


@refused_as("unreadable_file")
def two_parts_of_one_name() -> bytes:
    content = BytesIO(xlsx({"Metingen": [["x"]]}))
    with ZipFile(content) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml")
    whole = content.getvalue()
    return _with_entry_twice(whole, "xl/worksheets/sheet1.xml", sheet)


def _with_entry_twice(content: bytes, name: str, inner: bytes) -> bytes:
    packed = BytesIO()
    with ZipFile(BytesIO(content)) as source, ZipFile(packed, "w") as target:
        for entry in source.namelist():
            target.writestr(entry, source.read(entry))
        target.writestr("xl/worksheets/sheet1.xmm", inner)
    return packed.getvalue().replace(b"sheet1.xmm", b"sheet1.xml")


@refused_as("password_protected")
def a_workbook_locked_by_excel() -> bytes:
    """What Excel makes of a workbook with a password: a compound file with an encrypted package in it."""
    return compound({"EncryptionInfo": b"\x04\x00\x04\x00" + bytes(60), "EncryptedPackage": bytes(4200)})


@refused_as("password_protected")
def a_locked_xls() -> bytes:
    """A record that says that the rest is encrypted, after the first one."""
    stream = struct.pack("<HHHHHHII", 0x0809, 16, 0x0600, 5, 0, 0, 0, 0) + struct.pack("<HH", 0x002F, 6) + bytes(6)
    return compound({"Workbook": stream + bytes(5000)})


@refused_as("unreadable_file")
def a_compound_file_that_runs_in_circles() -> bytes:
    """The chain of sectors of its directory leads back to itself."""
    content = bytearray(xls({"Metingen": [["x"]]}))
    content[512:1024] = struct.pack("<I", 0) * 128
    return bytes(content)


def compound(streams: dict[str, bytes]) -> bytes:
    """A small compound file (MS-CFB): header, one sector of allocation, one of directory, then the streams."""
    size, end, free = 512, 0xFFFFFFFE, 0xFFFFFFFF
    following, sectors, entries = [0xFFFFFFFD, end], [], []
    for name, inner in streams.items():
        inner = inner.ljust(4096, b"\0")
        first, n = len(following), -(-len(inner) // size)
        following += [*range(first + 1, first + n), end]
        sectors.append(inner.ljust(n * size, b"\0"))
        entries.append(_entry(name, 2, first, len(inner)))
    directory = _entry("Root Entry", 5, end, 0, child=1) + b"".join(entries)
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    header += (
        struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, end, 0, end, 0)
        + struct.pack("<I", 0)
        + struct.pack("<I", free) * 108
    )
    table = b"".join(struct.pack("<I", number) for number in following).ljust(size, b"\xff")
    return header + table + directory.ljust(size, b"\0") + b"".join(sectors)


def _entry(name: str, kind: int, first: int, size: int, child: int = 0xFFFFFFFF) -> bytes:
    """One name of the directory; the streams hang on each other by their right side."""
    encoded = name.encode("utf-16-le")
    none = 0xFFFFFFFF
    right = 2 if name == "EncryptionInfo" else none
    return (
        encoded.ljust(64, b"\0") + struct.pack("<HBBIII", len(encoded) + 2, kind, 1, none, right, child)
        + bytes(36) + struct.pack("<IQ", first, size)
    )  # fmt: skip


def quarter_million_rows_with_nothing() -> bytes:
    """Mixed so that they pack no better than they may."""
    chance, nothing = Random(1), b'<row><c t="n"/></row>' * 250
    return b"".join(nothing + b"<!--%s-->" % chance.randbytes(15).hex().encode() for _ in range(1000))


@refused_as("file_too_large")
def three_million_rows_with_nothing_in_them() -> bytes:
    return sheet_xml(quarter_million_rows_with_nothing() * 12)


# --- as much as the limits allow: read or refused, but within bounds --------------------------------------------------


def rows_repeated_without_end() -> bytes:
    """LibreOffice itself repeats the last row up to the end of the sheet."""
    table = ods({"Metingen": [["Deelnemer", "x"]]})
    repeated = b'<table:table-row table:number-rows-repeated="900000000">'
    return changed(table, "content.xml", lambda xml: xml.replace(b"<table:table-row>", repeated))


def a_million_empty_styled_rows() -> bytes:
    rows = "".join(
        f'<row r="{n}" spans="1:20" s="1" customFormat="1"><c r="A{n}" s="1"/></row>' for n in range(1, 1_048_577)
    )
    return sheet_xml(rows.encode())


def as_much_as_may_be_unpacked() -> bytes:
    """A sheet of 1.3 GB of rows with nothing in them."""
    return sheet_xml(quarter_million_rows_with_nothing() * 240)


def as_many_merged_cells_as_fit() -> bytes:
    merged = "".join(f'<mergeCell ref="A{n}:B{n + 1}"/>' for n in range(1, 1_000_001, 2)).encode()
    return sheet_xml(b'<row r="1"><c r="A1"><v>1</v></c></row>', merged)


def half_a_million_errors() -> bytes:
    cells = "".join(f'<row r="{n}"><c r="A{n}" t="e"><v>#N/A</v></c></row>' for n in range(1, 500_001))
    return sheet_xml(cells.encode())


def very_many_texts_of_their_own() -> bytes:
    """What the reader hands over is far more than what it was given."""
    row = "".join(
        f'<c r="{chr(65 + n)}{{0}}" t="inlineStr"><is><t>{{0}}{chr(97 + n) * 40}</t></is></c>' for n in range(20)
    )
    rows = "".join(f'<row r="{n}">{row.format(n)}</row>' for n in range(1, 400_001))
    return _with_ballast(sheet_xml(rows.encode()))


def _with_ballast(content: bytes) -> bytes:
    packed = BytesIO(content)
    with ZipFile(packed, "a", ZIP_STORED) as archive:
        archive.writestr("xl/media/image1.png", Random(1).randbytes(8 * 1024**2))
    return packed.getvalue()


BOUNDED = (
    rows_repeated_without_end, a_million_empty_styled_rows, as_much_as_may_be_unpacked, as_many_merged_cells_as_fit,
    half_a_million_errors, very_many_texts_of_their_own,
)  # fmt: skip
