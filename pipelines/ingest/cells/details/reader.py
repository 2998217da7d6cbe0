"""A small program of its own: the bytes of a workbook on standard input, its details on standard output.

Runs in a process that may be lost (see apart.py), because a file may be made to take any amount of memory. Knows only
the standard library. Exit codes: those of cell_reader.py.
"""

import gc
import pickle
import sys
from xml.etree import ElementTree

from pipelines.ingest.cells.details.ods import ods_details
from pipelines.ingest.cells.details.sheet_details import Locked, NotReadable, WorkbookDetails
from pipelines.ingest.cells.details.xls import xls_details
from pipelines.ingest.cells.details.xlsb import xlsb_details
from pipelines.ingest.cells.details.xlsx import xlsx_details
from pipelines.ingest.cells.details.zipped import ZIP_FAULTS, find_part, open_parts, refuse_overfull
from pipelines.ingest.cells.exit_codes import NOT_READABLE, PASSWORD, READ, TOO_LARGE
from pipelines.ingest.cells.own_limits import limit_own_process

ZIP = b"PK\x03\x04"
READERS = {"workbook.xml": xlsx_details, "workbook.bin": xlsb_details, "content.xml": ods_details}


def read_details(content: bytes, max_rows: int, max_cells: int) -> WorkbookDetails:
    """Raises Locked, NotReadable, MemoryError and what a damaged file can raise on the way."""
    if not content.startswith(ZIP):
        return xls_details(content)
    with open_parts(content) as archive:
        refuse_overfull(archive, max_rows, max_cells)
        for name, read in READERS.items():
            if part := find_part(archive, name):
                return read(archive, part)
    raise NotReadable


def main(memory_bytes: int, seconds: int, max_rows: int, max_cells: int) -> int:
    limit_own_process(memory_bytes, seconds)
    gc.disable()
    try:
        pickle.dump(read_details(sys.stdin.buffer.read(), max_rows, max_cells), sys.stdout.buffer, protocol=5)
    except Locked:
        return PASSWORD
    except MemoryError:
        return TOO_LARGE
    except (NotReadable, ElementTree.ParseError, LookupError, *ZIP_FAULTS):
        return NOT_READABLE
    return READ
