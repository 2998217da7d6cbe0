"""The measurements of one project written in every layout that occurs; what they say is the same."""

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


LAYOUTS = (
    rows_in_a_workbook, rows_in_csv_files, long_in_a_workbook, long_in_csv_files, wide_in_a_workbook, wide_in_csv_files,
    a_sheet_per_moment, columns_in_another_order,
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
