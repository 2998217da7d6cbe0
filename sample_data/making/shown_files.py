"""Workbooks whose looks say something else than their cells: hidden, merged, or with no cells at all."""

from collections.abc import Callable, Mapping
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

import xlsxwriter
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from sample_data.making.files import CREATED

ROWS = (
    ("Deelnemer", "Meetmoment", "Datum", "Financiën", "Huisvesting"),
    ("1", "0-meting", "03-02-2025", 2, 3),
    ("1", "1-meting", "04-08-2025", 3, 3),
    ("2", "0-meting", "10-02-2025", 3, 4),
)


def shown_file(name: str) -> bytes:
    """The workbook of this name."""
    return FILES[name]()


def _only_a_chart() -> bytes:
    def chart_alone(workbook: Workbook) -> None:
        chart = workbook.add_chart({"type": "line"})
        chart.add_series({"values": "=Grafiek!$A$1:$A$2"})
        workbook.add_chartsheet("Grafiek").set_chart(chart)

    return _workbook(chart_alone)


def _measurements(look: Callable[[Worksheet], object]) -> bytes:
    def write(workbook: Workbook) -> None:
        sheet = workbook.add_worksheet("Metingen")
        for row, cells in enumerate(ROWS):
            sheet.write_row(row, 0, cells)
        look(sheet)

    return _workbook(write)


def _workbook(write: Callable[[Workbook], None]) -> bytes:
    """Not pressed: bytes that do not depend on a version of zlib."""
    pressed, stored = BytesIO(), BytesIO()
    with xlsxwriter.Workbook(pressed, {"in_memory": True}) as workbook:
        workbook.set_properties({"created": CREATED, "title": "Verzonnen voorbeeldgegevens"})
        write(workbook)
    with ZipFile(pressed) as source, ZipFile(stored, "w", ZIP_STORED) as target:
        for entry in source.infolist():
            content = source.read(entry)
            entry.compress_type = ZIP_STORED
            target.writestr(entry, content)
    return stored.getvalue()


FILES: Mapping[str, Callable[[], bytes]] = {
    "only_a_chart": _only_a_chart,
    "hidden_row": lambda: _measurements(lambda sheet: sheet.set_row(2, None, None, {"hidden": True})),
    "hidden_column": lambda: _measurements(lambda sheet: sheet.set_column(4, 4, None, None, {"hidden": True})),
    "merged_number": lambda: _measurements(lambda sheet: sheet.merge_range(1, 0, 2, 0, "1")),
    "merged_score": lambda: _measurements(lambda sheet: sheet.merge_range(1, 3, 2, 3, 2)),
}
