"""Sound files of every kind, for the fuzzer to damage."""

from collections.abc import Mapping
from datetime import date
from io import BytesIO

import openpyxl

from tests.ingest.spreadsheets import csv, ods, xls, xlsx
from tests.ingest.xlsb_file import xlsb

GRID = [
    ["Deelnemer", "Meetmoment", "Datum", "Beoordelaar", "Financiën", "Huisvesting", "Opmerking"],
    ["007", "0-meting", date(2025, 1, 20), "professional", 2, 3, "“rustig” – één"],
    ["007", "1-meting", date(2025, 7, 20), "professional", 3, 3, ""],
    ["8", "0-meting", "21-1-2025", "deelnemer", "weet niet", 4.0, "06-12345678"],
]
BOOK = {"Deelnemers": [["Deelnemer", "Groep"], ["007", "deelnemer"], ["8", "controle"]], "Metingen": GRID}
PLAIN = [[cell if isinstance(cell, str | float | int) else cell.isoformat() for cell in row] for row in GRID]


def sound_files() -> Mapping[str, bytes]:
    """By name."""
    return {
        "metingen.xlsx": xlsx(BOOK),
        "opgemaakt.xlsx": _with_looks(),
        "metingen.xls": xls(BOOK),
        "metingen.ods": ods(BOOK),
        "metingen.xlsb": xlsb({"Metingen": PLAIN}, from_1904=True, hidden_row=2, hidden_column=6, merged=(1, 2, 0, 0)),
        "metingen.csv": csv(GRID),
        "komma.csv": csv(GRID, separator=",", encoding="cp1252"),
        "unicode.txt": csv(GRID, separator="\t", encoding="utf-16"),
    }


def _with_looks() -> bytes:
    workbook = openpyxl.load_workbook(BytesIO(xlsx(BOOK)))
    sheet = workbook["Metingen"]
    sheet["H1"], sheet["H2"], sheet["H3"] = "som", "=E2+F2", "#N/A"
    sheet.merge_cells("A2:A3")
    sheet.row_dimensions[4].hidden = True
    sheet.column_dimensions["G"].hidden = True
    content = BytesIO()
    workbook.save(content)
    return content.getvalue()
