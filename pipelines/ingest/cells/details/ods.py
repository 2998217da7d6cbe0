"""The details of .ods: searched for in content.xml, row by row, in those rows only that hold something of the kind.

LibreOffice writes an error as an empty text or as the number 0 that shows "Err:502"; other programs may leave out the
result of a formula.
"""

import re
from collections.abc import Sequence
from html import unescape
from zipfile import ZipFile

from pipelines.ingest.cells.details.sheet_details import (
    NOT_CALCULATED,
    Locked,
    NotReadable,
    SheetDetails,
    WorkbookDetails,
    no_details,
    note_faulty,
    note_hidden,
)

TABLE_BEGINS, TABLE_ENDS, ROW_BEGINS = b"<table:table ", b"</table:table>", b"<table:table-row"
NAME = re.compile(rb"""table:name=(?:"([^"]*)"|'([^']*)')""")
COLUMN_TAG = re.compile(rb"<table:table-column\b([^>]*)>")
CELL = re.compile(rb"<table:(?:covered-)?table-cell\b([^>]*?)(?:/>|>(.*?)</table:(?:covered-)?table-cell>)", re.DOTALL)
HIDDEN = re.compile(rb"""table:visibility=["'](?:collapse|filter)["']""")
COLUMNS_REPEATED, ROWS_REPEATED, COLUMNS_SPANNED, ROWS_SPANNED = (
    re.compile(rb"""table:number-%s=["'](\d{1,7})["']""" % what)
    for what in (b"columns-repeated", b"rows-repeated", b"columns-spanned", b"rows-spanned")
)
MANIFEST, ENCRYPTED = "META-INF/manifest.xml", b"encryption-data"
# A row without any of these has nothing to tell.
OF_NOTE = (b"table:formula=", b'-type="error', b"-type='error", b"-rows-spanned=")
ERROR_TYPE = re.compile(rb"""calcext:value-type=["']error["']""")
SHOWN = re.compile(rb"<text:p[^>]*>([^<]*)</text:p>")
ANNOTATION = re.compile(rb"<office:annotation\b.*?</office:annotation>", re.DOTALL)
HAS_VALUE = b"office:value-type="
FROM_1904 = re.compile(rb"""<table:null-date\b[^>]*table:date-value=["']1904-01-01""")
ERROR_SHOWN = ("Err:", "Fout:", "#")
# A row that is repeated more often than this is no row of a table.
MOST_REPEATED = 1_000


def ods_details(archive: ZipFile, part: str) -> WorkbookDetails:
    """Of the document whose content is this part. Raises Locked and NotReadable."""
    if MANIFEST in archive.namelist() and ENCRYPTED in archive.read(MANIFEST):
        raise Locked
    xml = archive.read(part)
    _, *tables = xml.split(TABLE_BEGINS)
    if not tables:
        raise NotReadable
    of_note = [mark for mark in OF_NOTE if mark in xml]
    return WorkbookDetails([_sheet_details(table, of_note) for table in tables], FROM_1904.search(xml) is not None)


def _sheet_details(xml: bytes, of_note: Sequence[bytes]) -> SheetDetails:
    name = NAME.search(xml, 0, xml.find(b">"))
    details = no_details(unescape((name[1] or name[2] or b"").decode("utf-8", "replace")) if name else "")
    columns, *rows = xml.partition(TABLE_ENDS)[0].split(ROW_BEGINS)
    _note_hidden_columns(details, columns)
    first_row = 0
    for row in rows:
        attributes, _, cells = row.partition(b">")
        n_rows = _times(ROWS_REPEATED, attributes)
        if HIDDEN.search(attributes):
            note_hidden(details.hidden_rows, first_row, first_row + n_rows - 1)
        if any(mark in cells for mark in of_note):
            _note_cells(details, cells, range(first_row, first_row + min(n_rows, MOST_REPEATED)))
        first_row += n_rows
    return details


def _note_hidden_columns(details: SheetDetails, xml: bytes) -> None:
    first_column = 0
    for found in COLUMN_TAG.finditer(xml):
        n_columns = _times(COLUMNS_REPEATED, found[1])
        if HIDDEN.search(found[1]):
            note_hidden(details.hidden_columns, first_column, first_column + n_columns - 1)
        first_column += n_columns


def _note_cells(details: SheetDetails, row_xml: bytes, rows: range) -> None:
    first_column = 0
    for attributes, inner in CELL.findall(row_xml):
        n_columns = _times(COLUMNS_REPEATED, attributes)
        if text := _fault(attributes, ANNOTATION.sub(b"", inner)):
            for row in rows:
                for column in range(first_column, first_column + min(n_columns, MOST_REPEATED)):
                    note_faulty(details, row, column, text)
        n_spanned = _times(ROWS_SPANNED, attributes), _times(COLUMNS_SPANNED, attributes)
        if n_spanned != (1, 1):
            last_row, last_column = rows.start + n_spanned[0] - 1, first_column + n_spanned[1] - 1
            details.merged.append((rows.start, first_column, last_row, last_column))
        first_column += n_columns


def _fault(attributes: bytes, inner: bytes) -> str | None:
    """What an error shows; the sign of a formula without a result. An empty text was calculated."""
    shown = SHOWN.search(inner)
    text = unescape(shown[1].decode("utf-8", "replace")).strip() if shown else ""
    if ERROR_TYPE.search(attributes):
        return text or "#N/A"
    if b"table:formula=" not in attributes:
        return None
    if text.startswith(ERROR_SHOWN):
        return text
    return None if HAS_VALUE in attributes or b"<text:p" in inner else NOT_CALCULATED


def _times(attribute: re.Pattern[bytes], attributes: bytes) -> int:
    found = attribute.search(attributes)
    return int(found[1]) if found else 1
