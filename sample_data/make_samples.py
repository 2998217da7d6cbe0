"""Makes all sample files again, the same bytes every time: `python -m sample_data.make_samples`.

Everything in them is invented. The seeds stand in the modules of sample_data/making, one module a project.
"""

from pathlib import Path

from sample_data.making import achter_de_voordeur, de_huiskamer, samen_sterk
from sample_data.making.files import csv_bytes, workbook_bytes
from sample_data.making.sample import Sample
from sample_data.making.tables import (
    notice_table,
    people_rows,
    project_table,
    row_per_moment,
    row_per_participant,
    sheet_table,
)
from sample_data.making.wrong_files import wrong_files

FOLDER = Path(__file__).parent


def sample_files() -> dict[str, bytes]:
    """Every file by its name."""
    return {
        "achter_de_voordeur.xlsx": template_workbook(achter_de_voordeur.make()),
        **csv_files("samen_sterk", samen_sterk.make()),
        "de_huiskamer.xlsx": wide_workbook(de_huiskamer.make()),
        **wrong_files(),
    }


def template_workbook(sample: Sample) -> bytes:
    """The sheets of our own template, its example rows still in them."""
    return workbook_bytes([
        notice_table(),
        project_table(sample.facts),
        sheet_table("participants", people_rows(sample.people), with_example=True),
        row_per_moment(sample, "professional", with_example=True),
        sheet_table("goals", sample.goals, with_example=True),
        sheet_table("interventions", sample.interventions, with_example=True),
        sheet_table("narratives", sample.narratives, with_example=True),
        sheet_table("recognition", sample.recognition, with_example=True),
    ])  # fmt: skip


def csv_files(folder: str, sample: Sample) -> dict[str, bytes]:
    """A file per sheet, as a record system exports them."""
    tables = [
        project_table(sample.facts),
        sheet_table("participants", people_rows(sample.people), only_used=True),
        row_per_moment(sample, "professional"),
        sheet_table("goals", sample.goals, only_used=True),
        sheet_table("interventions", sample.interventions, only_used=True),
        sheet_table("narratives", sample.narratives, only_used=True),
        sheet_table("recognition", sample.recognition, only_used=True),
    ]
    return {f"{folder}/{table.name.lower()}.csv": csv_bytes(table) for table in tables}


def wide_workbook(sample: Sample) -> bytes:
    """One row per participant, with indicators of the project's own."""
    return workbook_bytes([
        notice_table(),
        project_table(sample.facts),
        sheet_table("indicators", sample.indicators, only_used=True),
        sheet_table("participants", people_rows(sample.people), only_used=True),
        row_per_participant(sample),
        sheet_table("narratives", sample.narratives, only_used=True),
    ])  # fmt: skip


if __name__ == "__main__":
    for name, content in sample_files().items():
        (FOLDER / name).parent.mkdir(exist_ok=True)
        (FOLDER / name).write_bytes(content)
        print(f"{name}: {len(content)} bytes")
