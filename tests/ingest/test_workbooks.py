"""From bytes to cells: nothing is lost, nothing is invented, and no file takes the process down."""

import subprocess
import sys
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from xlsxwriter import Workbook

from pipelines.ingest.cells import cell_reader, limits, workbook
from pipelines.ingest.cells.apart import HOUSE
from pipelines.ingest.cells.details import reader
from pipelines.ingest.cells.details.sheet_details import NOT_CALCULATED
from pipelines.ingest.cells.sheet import Sheet
from pipelines.ingest.cells.upload import Upload
from pipelines.ingest.cells.workbook import UnreadableUpload, read_workbook
from tests.ingest.reading import codes, read_book, read_files
from tests.ingest.spreadsheets import ods, xls, xlsx


def sheets(content: bytes, name: str = "bestand") -> tuple[Sheet, ...]:
    return read_workbook(Upload(name=name, content=content))


def cells(sheet: Sheet) -> list[list]:
    return [[column[row] for column in sheet.columns] for row in range(sheet.n_rows)]


def fault(content: bytes, name: str = "bestand") -> str:
    with pytest.raises(UnreadableUpload) as raised:
        sheets(content, name)
    return raised.value.code


def with_formulas() -> bytes:
    book = openpyxl.Workbook()
    book.active.append(["kop", "kop 2"])
    book.active.append(["=1+1", "#N/A"])
    book.active.append(["", "=NA()"])
    content = BytesIO()
    book.save(content)
    return content.getvalue()


@pytest.mark.parametrize("write", [xlsx, xls, ods], ids=["xlsx", "xls", "ods"])
def test_cells_stand_where_the_spreadsheet_shows_them(write):
    (sheet,) = sheets(write({"Blad": [["", ""], ["", ""], ["", "a"], ["", 7]]}))
    assert cells(sheet) == [["", ""], ["", ""], ["", "a"], ["", 7.0]]


def test_true_is_no_number():
    (sheet,) = sheets(xlsx({"Blad": [[1, True], [1.0, 1]]}))
    assert cells(sheet) == [[1.0, "TRUE"], [1.0, 1.0]]


def test_errors_and_formulas_without_a_result_are_seen():
    (sheet,) = sheets(with_formulas())
    assert cells(sheet) == [["kop", "kop 2"], [NOT_CALCULATED, "#N/A"], ["", NOT_CALCULATED]]


def test_a_formula_with_an_empty_result_is_an_empty_cell():
    content = BytesIO()
    with Workbook(content) as book:
        worksheet = book.add_worksheet()
        worksheet.write(0, 0, "kop")
        worksheet.write_formula(1, 0, '=IF(1,"a","")', None, "a")
        worksheet.write(2, 0, "x")
    packed = BytesIO()
    with ZipFile(BytesIO(content.getvalue())) as source, ZipFile(packed, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(name, source.read(name).replace(b"<v>a</v>", b"<v></v>"))
    (sheet,) = sheets(packed.getvalue())
    assert cells(sheet) == [["kop"], [""], ["x"]]


def test_hidden_sheets_are_known():
    book = openpyxl.Workbook()
    book.create_sheet("Verborgen").sheet_state = "veryHidden"
    content = BytesIO()
    book.save(content)
    assert [sheet.is_hidden for sheet in sheets(content.getvalue())] == [False, True]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty_file"),
        (b"  \r\n\t", "empty_file"),
        (b"\xef\xbb\xbf", "empty_file"),
        (b"%PDF-1.4 x", "unknown_file_type"),
        (b"<html><table><tr><td>1", "unknown_file_type"),
        (b"\x89PNG\r\n\x1a\n" + bytes(40), "unknown_file_type"),
        (bytes(range(256)), "unknown_file_type"),
        (b"PK\x03\x04 and then nothing", "unreadable_file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), "unreadable_file"),
        (b'a;b\n1;"never closed\n2;3', "unreadable_file"),
    ],
)
def test_what_cannot_be_read_says_why(content, code):
    assert fault(content) == code


def test_a_letter_in_a_zip_is_no_workbook():
    content = BytesIO()
    with ZipFile(content, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
    assert fault(content.getvalue()) == "unknown_file_type"


def test_a_workbook_cut_short_is_damaged():
    whole = xlsx({"Blad": [[str(row), row] for row in range(200)]})
    assert {fault(whole[:length]) for length in (200, 1000, len(whole) // 2, len(whole) - 30)} == {"unreadable_file"}


def test_a_sheet_that_claims_billions_of_cells_is_refused_and_the_process_lives():
    content = BytesIO()
    with Workbook(content) as book:
        worksheet = book.add_worksheet()
        worksheet.write(0, 0, 1)
        worksheet.write(1_048_575, 16_383, 1)
    assert len(content.getvalue()) < 10_000
    assert fault(content.getvalue()) == "file_too_large"


def test_the_bomb_would_take_a_process_down():
    """Why the cells are read apart: if this fails, the reader has learned to refuse, and may come home."""
    content = BytesIO()
    with Workbook(content) as book:
        worksheet = book.add_worksheet()
        worksheet.write(0, 0, 1)
        worksheet.write(1_048_575, 16_383, 1)
    program = (
        "import sys, io, python_calamine as calamine\n"
        "content = io.BytesIO(sys.stdin.buffer.read())\n"
        "calamine.CalamineWorkbook.from_filelike(content).get_sheet_by_index(0)"
    )
    done = subprocess.run([sys.executable, "-c", program], input=content.getvalue(), capture_output=True, check=False)
    assert done.returncode not in (0, 1)


def test_a_zip_that_unpacks_to_very_much_is_not_unpacked(monkeypatch):
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"<x/>")
        archive.writestr("xl/worksheets/sheet1.xml", bytes(limits.SMALL_ZIP_BYTES + 1))
    monkeypatch.setattr(workbook, "_read", lambda *_: pytest.fail("was handed to the reader"))
    assert fault(content.getvalue()) == "file_too_large"


def test_a_file_above_the_limit_is_not_looked_into(monkeypatch):
    monkeypatch.setattr(limits, "MAX_FILE_BYTES", 10)
    assert fault(b"a;b\n1;2\n3;4") == "file_too_large"


def test_more_columns_than_sense_are_refused():
    wide = [[str(column) for column in range(limits.MAX_COLUMNS + 1)]]
    assert fault(";".join(wide[0]).encode()) == "file_too_large"
    assert fault(xlsx({"Blad": wide})) == "file_too_large"


def test_the_reader_may_not_take_more_memory_than_its_limit(monkeypatch):
    monkeypatch.setattr(limits, "READING_MEMORY_BYTES", 20 * 1024**2)
    assert (
        fault(xlsx({"Blad": [[row * 20 + column for column in range(20)] for row in range(5000)]})) == "file_too_large"
    )


@pytest.mark.parametrize("module", [cell_reader.__name__, reader.__name__])
def test_the_readers_know_nothing_but_calamine(module):
    """It must start within a few hundredths of a second."""
    program = f"import sys; sys.path.insert(0, {str(HOUSE)!r}); import {module}; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-I", "-c", program], capture_output=True, text=True, check=True
    ).stdout.split()
    assert not {"numpy", "pandas", "pydantic"}.intersection(loaded)


def test_every_sheet_of_every_file_has_its_own_name_in_the_issues():
    heading = ["Deelnemer", "Meetmoment", "Financiën"]
    files = {f"{name}.xlsx": xlsx({"Metingen": [heading, [name, "0", "7"]]}) for name in ("oost", "west")}
    issues = read_files(files, instruments=("zrm_2017",)).errors
    assert [issue.sheet for issue in issues] == ["oost.xlsx: Metingen", "west.xlsx: Metingen"]


def test_empty_sheets_are_not_worth_a_word():
    grid = [["Deelnemer", "Meetmoment", "Datum", "Financiën"], ["1", "0", "20-01-2025", "3"]]
    assert codes(read_book({"Metingen": grid, "Blad2": [], "Blad3": [[""]]})) == []


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300))
def test_no_bytes_break_the_reading(content):
    assert all(issue.sheet == "x" for issue in read_files({"x": content}).issues)


WHOLE = xlsx({"Metingen": [["Deelnemer", "Meetmoment", "Financiën"], ["1", "0", "3"]]})
DAMAGE = st.dictionaries(st.floats(0, 1, exclude_max=True), st.integers(0, 255), min_size=1, max_size=20)


@settings(max_examples=40, deadline=None)
@example({0.9325134843740851: 64})  # a version of zip that does not exist
@given(DAMAGE)
def test_no_damage_to_a_workbook_breaks_the_reading(damage):
    content = bytearray(WHOLE)
    for place, byte in damage.items():
        content[int(place * len(content))] = byte
    read_files({"x.xlsx": bytes(content)})
