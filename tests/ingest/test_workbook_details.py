"""What the reader of cells leaves unsaid, in every kind of workbook: errors, hidden and merged cells, the first day."""

from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import pytest
import xlwt
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from pipelines.ingest.cells.details.sheet_details import NOT_CALCULATED
from pipelines.ingest.cells.sheet import Sheet
from pipelines.ingest.cells.upload import Upload
from pipelines.ingest.cells.workbook import read_workbook
from tests.ingest.reading import codes, read_files, scores
from tests.ingest.spreadsheets import xlsx
from tests.ingest.xlsb_file import xlsb

GRID = [
    ["Deelnemer", "Meetmoment", "Datum", "Financiën", "Huisvesting"],
    ["1", "0", "20-01-2025", 2, 3],
    ["1", "1", "20-07-2025", 3, "#N/A"],
]
ODS = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    ' xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">'
    "<office:body><office:spreadsheet>{}</office:spreadsheet></office:body></office:document-content>"
)


def first_sheet(content: bytes) -> Sheet:
    return read_workbook(Upload(name="x", content=content))[0]


def cells(sheet: Sheet) -> list[list]:
    return [[column[row] for column in sheet.columns] for row in range(sheet.n_rows)]


def as_ods(tables: str) -> bytes:
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", ODS.format(tables))
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
    return content.getvalue()


def ods_cell(text: str, attributes: str = 'office:value-type="string"') -> str:
    return f"<table:table-cell {attributes}><text:p>{text}</text:p></table:table-cell>"


def ods_table(*rows: str) -> bytes:
    return as_ods(f'<table:table table:name="x">{"".join(rows)}</table:table>')


def ods_row(*row_cells: str, attributes: str = "") -> str:
    return f"<table:table-row {attributes}>{''.join(row_cells)}</table:table-row>"


def xlsx_with_everything(*, from_1904: bool = False) -> bytes:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet.title = "Metingen"
    workbook.epoch = CALENDAR_MAC_1904 if from_1904 else workbook.epoch
    for row in GRID:
        sheet.append(row)
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["E"].hidden = True
    sheet.merge_cells("A2:A3")
    return saved(workbook)


def saved(workbook: openpyxl.Workbook | xlwt.Workbook) -> bytes:
    content = BytesIO()
    workbook.save(content)
    return content.getvalue()


def xls_with_everything(*, from_1904: bool = False) -> bytes:
    workbook = xlwt.Workbook()
    workbook.dates_1904 = from_1904
    sheet = workbook.add_sheet("Metingen")
    for row, row_cells in enumerate(GRID):
        for column, cell in enumerate(row_cells):
            if cell == "#N/A":
                sheet.row(row).set_cell_error(column, 0x2A)
            elif (row, column) not in ((1, 0), (2, 0)):
                sheet.write(row, column, cell)
    sheet.write_merge(1, 2, 0, 0, "1")
    sheet.row(2).hidden = True
    sheet.col(4).hidden = True
    return saved(workbook)


def ods_with_everything(*, from_1904: bool = False) -> bytes:
    null_date = '<table:null-date table:date-value="1904-01-01"/>'
    settings = f"<table:calculation-settings>{null_date}</table:calculation-settings>"
    number = 'office:value-type="float" office:value="{}"'
    error = 'table:formula="of:=NA()" office:value-type="string" office:string-value="" calcext:value-type="error"'
    rows = (
        ods_row(*map(ods_cell, GRID[0])),
        ods_row(
            ods_cell("1", 'office:value-type="string" table:number-rows-spanned="2" table:number-columns-spanned="1"'),
            *map(ods_cell, GRID[1][1:3]), ods_cell("2", number.format(2)), ods_cell("3", number.format(3)),
        ),
        ods_row(
            "<table:covered-table-cell/>", *map(ods_cell, GRID[2][1:3]), ods_cell("3", number.format(3)),
            ods_cell("#N/A", error), attributes='table:visibility="filter"',
        ),
    )  # fmt: skip
    columns = (
        '<table:table-column table:number-columns-repeated="4"/><table:table-column table:visibility="collapse"/>'
        '<table:table-column table:number-columns-repeated="1019"/>'
    )
    table = f'<table:table table:name="Metingen">{columns}{"".join(rows)}</table:table>'
    return as_ods((settings if from_1904 else "") + table)


def xlsb_with_everything(*, from_1904: bool = False) -> bytes:
    grid = [GRID[0], GRID[1], ["", *GRID[2][1:]]]
    return xlsb({"Metingen": grid}, from_1904=from_1904, hidden_row=2, hidden_column=4, merged=(1, 2, 0, 0))


WRITERS = {
    "xlsx": xlsx_with_everything, "xls": xls_with_everything, "ods": ods_with_everything, "xlsb": xlsb_with_everything,
}  # fmt: skip


@pytest.mark.parametrize("kind", WRITERS)
def test_an_error_is_never_an_empty_cell(kind):
    assert cells(first_sheet(WRITERS[kind]()))[2][4] == "#N/A"


@pytest.mark.parametrize("kind", WRITERS)
def test_hidden_rows_and_columns_are_known(kind):
    sheet = first_sheet(WRITERS[kind]())
    assert sheet.is_row_hidden.tolist() == [False, False, True]
    assert sheet.is_column_hidden.tolist() == [False, False, False, False, True]


@pytest.mark.parametrize("kind", WRITERS)
def test_merged_cells_are_known_whatever_the_kind(kind):
    assert first_sheet(WRITERS[kind]()).merged == ((1, 0, 2, 0),)


@pytest.mark.parametrize("kind", WRITERS)
@pytest.mark.parametrize("from_1904", [False, True])
def test_from_when_days_count_is_known(kind, from_1904):
    column = first_sheet(WRITERS[kind](from_1904=from_1904)).columns[0]
    assert column.counts_from_1904 is from_1904
    assert column.rows(0, 1).counts_from_1904 is from_1904


@pytest.mark.parametrize("kind", WRITERS)
def test_a_number_merged_over_its_moments_holds_for_each_of_them_and_that_is_told(kind):
    registration = read_files({f"metingen.{kind}": WRITERS[kind]()}, instruments=("zrm_2017",))
    told = codes(registration)
    assert {"merged_cells", "hidden_rows", "hidden_columns", "formula_error"} == set(told)
    assert {moment for _, _, moment in scores(registration)} == {0}  # the row with the error is refused
    assert "participant_missing" not in told


def test_a_bare_number_is_another_day_in_a_workbook_that_counts_from_1904():
    days = {}
    for from_1904 in (False, True):
        workbook = openpyxl.Workbook()
        workbook.epoch = CALENDAR_MAC_1904 if from_1904 else workbook.epoch
        for row in (["Deelnemer", "Meetmoment", "Datum", "Financiën"], ["1", "0", 44_000, 3]):
            workbook.active.append(row)
        read = read_files({"x.xlsx": saved(workbook)}, instruments=("zrm_2017",))
        (days[from_1904],) = read.observations["measured_on"].dt.date
    assert days == {False: date(2020, 6, 18), True: date(2024, 6, 19)}


@pytest.mark.parametrize(
    ("attributes", "shown", "cell"),
    [
        ('table:formula="of:=1/0" office:value-type="float" office:value="0"', "Err:502", "Err:502"),
        ('table:formula="of:=1/0" office:value-type="float" office:value="0"', "#DEEL/0!", "#DEEL/0!"),
        ('table:formula="of:=A9" office:value-type="string" calcext:value-type="error"', "onbekend", "#N/A"),
        ('table:formula="of:=1+1" office:value-type="float" office:value="2"', "2", 2.0),
        ('office:value-type="float" office:value="7"', "7", 7.0),
    ],
)
def test_what_libreoffice_shows_for_an_error_is_no_number(attributes, shown, cell):
    content = ods_table(ods_row(ods_cell("kop")), ods_row(ods_cell(shown, attributes)))
    assert cells(first_sheet(content))[1] == [cell]


def test_a_formula_of_ods_without_a_result_is_seen_and_an_empty_text_is_empty():
    never = '<table:table-cell table:formula="of:=1+1"/>'
    empty = ods_cell("", 'table:formula="of:=A9"')
    content = ods_table(ods_row(ods_cell("a"), ods_cell("b")), ods_row(never, empty))
    assert cells(first_sheet(content))[1] == [NOT_CALCULATED, ""]


def test_a_comment_that_looks_like_an_error_is_no_error():
    note = "<office:annotation><text:p>#N/A</text:p></office:annotation>"
    attributes = 'table:formula="of:=1+1" office:value-type="float" office:value="2"'
    content = ods_table(ods_row(f"<table:table-cell {attributes}>{note}<text:p>2</text:p></table:table-cell>"))
    assert cells(first_sheet(content)) == [[2.0]]


def test_one_score_over_two_rows_is_asked_about():
    workbook = openpyxl.load_workbook(BytesIO(xlsx({"Metingen": [row[:4] for row in GRID]})))
    workbook["Metingen"].merge_cells("D2:D3")
    registration = read_files({"x.xlsx": saved(workbook)}, instruments=("zrm_2017",))
    assert [(issue.code, issue.row, issue.column) for issue in registration.errors] == [
        ("merged_scores", 3, "Financiën")
    ]
