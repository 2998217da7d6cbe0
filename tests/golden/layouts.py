"""The measurements of one project written in every layout that occurs; what they say is the same."""

import re
from dataclasses import replace

from pipelines.ingest.cells.upload import Upload
from sample_data.making.files import csv_bytes, workbook_bytes
from sample_data.making.sample import Sample
from sample_data.making.tables import (
    Table,
    people_rows,
    project_table,
    row_per_moment,
    row_per_participant,
    sheet_table,
)

RATER = "professional"
MOMENT_OF_HEADING = re.compile(r"(?P<name>.+) (?P<moment>\d+-meting|T\d+)")


def rows_in_a_workbook(sample: Sample) -> list[Upload]:
    return in_a_workbook(sample, row_per_moment(sample, RATER))


def rows_in_csv_files(sample: Sample) -> list[Upload]:
    return in_csv_files(sample, row_per_moment(sample, RATER))


def long_in_a_workbook(sample: Sample) -> list[Upload]:
    return in_a_workbook(sample, row_per_observation(sample))


def long_in_csv_files(sample: Sample) -> list[Upload]:
    return in_csv_files(sample, row_per_observation(sample))


def wide_in_a_workbook(sample: Sample) -> list[Upload]:
    return in_a_workbook(sample, with_rater(row_per_participant(sample)))


def wide_in_csv_files(sample: Sample) -> list[Upload]:
    return in_csv_files(sample, with_rater(row_per_participant(sample)))


def a_sheet_per_moment(sample: Sample) -> list[Upload]:
    return in_a_workbook(sample, *tables_per_moment(sample))


def columns_in_another_order(sample: Sample) -> list[Upload]:
    table = row_per_moment(sample, RATER)
    return in_a_workbook(sample, replace(table, rows=tuple(row[::-1] for row in table.rows)))


def wide_below_labels(sample: Sample) -> list[Upload]:
    """The moment in a row of its own above the headings, once for the columns of each."""
    table = with_rater(row_per_participant(sample))
    heading, *rows = table.rows
    places = [MOMENT_OF_HEADING.fullmatch(str(text)) for text in heading]
    order = sorted(range(len(heading)), key=lambda place: found["moment"] if (found := places[place]) else "")
    labels, told = [], ""
    for found in (places[place] for place in order):
        moment = found["moment"] if found else ""
        labels.append(moment if moment != told else "")
        told = moment
    names = [found["name"] if (found := places[place]) else heading[place] for place in order]
    return in_a_workbook(sample, replace(table, rows=(tuple(labels), tuple(names), *(_at(row, order) for row in rows))))


def between_a_title_and_a_legend(sample: Sample) -> list[Upload]:
    """A csv as it is often exported: a title above, an empty row and a source below."""
    table = row_per_moment(sample, RATER)
    empty = (None,) * len(table.rows[0])
    title, source = ("Registratie van het project", *empty[1:]), ("Bron: eigen administratie", *empty[1:])
    return in_csv_files(sample, replace(table, rows=(title, empty, *table.rows, empty, source)))


def _at(row: tuple, order: list[int]) -> tuple:
    return tuple(row[place] for place in order)


LAYOUTS = (
    rows_in_a_workbook, rows_in_csv_files, long_in_a_workbook, long_in_csv_files, wide_in_a_workbook, wide_in_csv_files,
    a_sheet_per_moment, columns_in_another_order, wide_below_labels, between_a_title_and_a_legend,
)  # fmt: skip


def in_a_workbook(sample: Sample, *measurements: Table) -> list[Upload]:
    tables = [project_table(sample.facts), sheet_table("participants", people_rows(sample.people)), *measurements]
    return [Upload(name="registratie.xlsx", content=workbook_bytes(tables))]


def in_csv_files(sample: Sample, measurements: Table) -> list[Upload]:
    tables = [project_table(sample.facts), sheet_table("participants", people_rows(sample.people)), measurements]
    return [Upload(name=f"{table.name}.csv", content=csv_bytes(table)) for table in tables]


def row_per_observation(sample: Sample) -> Table:
    """One row per score, with the indicator in a column of its own."""
    rows = [
        {
            "participant": measurement.number,
            "moment": f"T{measurement.moment}",
            "measured_on": measurement.measured_on,
            "rater": RATER,
            "indicator": heading,
            "value": value,
        }
        for measurement in sample.measurements
        for heading, value in measurement.values.items()
        if value is not None
    ]
    return sheet_table("measurements", rows, only_used=True)


def tables_per_moment(sample: Sample) -> list[Table]:
    """A sheet 0-meting, a sheet 1-meting …, none of them with a column for the moment."""
    tables = []
    for moment in sorted({measurement.moment for measurement in sample.measurements}):
        measured = tuple(found for found in sample.measurements if found.moment == moment)
        table = row_per_moment(replace(sample, measurements=measured), RATER)
        gone = table.rows[0].index("Meetmoment")
        rows = tuple(row[:gone] + row[gone + 1 :] for row in table.rows)
        tables.append(replace(table, name=f"{moment}-meting", rows=rows))
    return tables


def with_rater(table: Table) -> Table:
    heading, *rows = table.rows
    return replace(table, rows=((*heading, "Beoordelaar"), *((*row, RATER) for row in rows)))
