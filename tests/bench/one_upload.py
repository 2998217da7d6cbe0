"""A sheet of 20 columns from bytes to committed, against merely reading its cells."""

import csv
import io
import random
from collections.abc import Callable
from datetime import date, timedelta
from itertools import count
from pathlib import Path

import xlsxwriter
from python_calamine import CalamineWorkbook

from pipelines import imports
from pipelines.domain.import_report import ImportStatus
from pipelines.ingest.cells.upload import Upload
from pipelines.instruments.catalogue import shipped_sets
from pipelines.models.opening import open_store
from tests.bench.measure import Figure, median_seconds

INSTRUMENT = "zrm_2017"
FIRST_DAY = date(2024, 1, 1)
COLUMNS_THAT_ARE_NOT_READ = ("Opmerking a", "Opmerking b", "Opmerking c")


def measure_one_upload(folder: Path, n_rows: int, repeats: int) -> list[Figure]:
    table = invented_table(n_rows)
    as_csv, as_xlsx = write_csv(table), write_xlsx(table)
    return [
        _measure(folder, f"import of a csv of {n_rows} rows", "upload.csv", as_csv, read_csv, 2, repeats),
        _measure(folder, f"import of an xlsx of {n_rows} rows", "upload.xlsx", as_xlsx, read_xlsx, 1.3, repeats),
    ]


def _measure(
    folder: Path, what: str, name: str, content: bytes, read: Callable[[bytes], int], aim: float, repeats: int
) -> Figure:
    store = open_store(folder / f"{name}.duckdb")
    number = count()

    def import_anew() -> None:
        report = imports.import_files(
            store, f"Project {next(number)}", [Upload(name=name, content=content)], instruments=(INSTRUMENT,)
        )
        assert report.status is ImportStatus.IMPORTED, report.issues[:3]

    seconds = median_seconds({"import": import_anew, "read": lambda: read(content)}, repeats)
    store.close()
    return Figure(what, seconds["import"], "merely reading its cells", seconds["read"], aim)


def invented_table(n_rows: int) -> list[list[str | int | date]]:
    """A heading and `n_rows` of 20 columns: who, when, by whom, 13 scores, and three columns that are not known."""
    chance = random.Random(1)
    domains = [indicator.name.nl for indicator in shipped_sets()[INSTRUMENT].indicators]
    table: list[list] = [["Deelnemer", "Meetmoment", "Datum", "Beoordelaar", *domains, *COLUMNS_THAT_ARE_NOT_READ]]
    for row in range(n_rows):
        person, moment = divmod(row, 3)
        day = FIRST_DAY + timedelta(days=180 * moment + chance.randrange(30))
        scores = [chance.randint(1, 5) for _ in domains]
        table.append([f"K{person:06}", f"{moment}-meting", day, "professional", *scores, "", "", ""])
    return table


def write_csv(table: list[list]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";")
    writer.writerows([[cell.strftime("%d-%m-%Y") if isinstance(cell, date) else cell for cell in row] for row in table])
    return text.getvalue().encode()


def write_xlsx(table: list[list]) -> bytes:
    content = io.BytesIO()
    workbook = xlsxwriter.Workbook(content, {"constant_memory": True})
    sheet = workbook.add_worksheet("Metingen")
    as_day = workbook.add_format({"num_format": "dd-mm-yyyy"})
    for number, row in enumerate(table):
        for column, cell in enumerate(row):
            if isinstance(cell, date):
                sheet.write_datetime(number, column, cell, as_day)
            else:
                sheet.write(number, column, cell)
    workbook.close()
    return content.getvalue()


def read_csv(content: bytes) -> int:
    return len(list(csv.reader(io.StringIO(content.decode()), delimiter=";")))


def read_xlsx(content: bytes) -> int:
    return len(CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_name("Metingen").to_python())
