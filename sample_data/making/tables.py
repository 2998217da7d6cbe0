"""From a sample to tables as people keep them: Dutch headings and words instead of fields and codes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from operator import add

from pipelines.domain.life_domain import life_domains
from pipelines.domain.registration_sheets import CellType, Column, registration_sheets
from sample_data.making.sample import Measurement, Person, Profile, Row, Sample

Cell = str | float | date | None

YES_OR_NO = {1: "ja", 0: "nee", None: None}
NOTICE = "Verzonnen voorbeeldgegevens: geen van deze mensen, scores en verhalen bestaat."


@dataclass(frozen=True)
class Table:
    """A sheet or a csv file; mostly the first row holds the headings."""

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    has_headings: bool = True
    is_hidden: bool = False


def notice_table() -> Table:
    made_by = "Gemaakt door sample_data/make_samples.py, om Tel en vertel mee te proberen."
    return Table("Uitleg", ((NOTICE,), (made_by,)), has_headings=False)


def project_table(facts: Row) -> Table:
    """The sheet Project: a name and a value per row."""
    sheet = registration_sheets()["project"]
    rows = tuple((column.name.nl, _cell(column, facts.get(column.field))) for column in sheet.column)
    return Table(sheet.name.nl, rows, has_headings=False)


def sheet_table(sheet_id: str, rows: Sequence[Row], *, with_example: bool = False, only_used: bool = False) -> Table:
    """A registration sheet; `only_used` leaves out columns that no row fills."""
    sheet = registration_sheets()[sheet_id]
    columns = [column for column in sheet.column if not only_used or any(_is_filled(row, column) for row in rows)]
    example = (tuple(_example(column) for column in columns),) if with_example else ()
    filled = (tuple(_cell(column, row.get(column.field)) for column in columns) for row in rows)
    return Table(sheet.name.nl, (tuple(column.name.nl for column in columns), *example, *filled))


def people_rows(people: Iterable[Person]) -> list[Row]:
    """The sheet Deelnemers."""
    return [
        {
            "participant": person.number,
            "participation": person.participation,
            "enrolled_on": person.enrolled_on,
            "left_on": person.left_on,
            "exit_reason": person.exit_reason,
            "household": person.household,
            **{f"attribute:{kind}": value for kind, value in person.attributes.items()},
        }
        for person in people
    ]


def row_per_moment(sample: Sample, rater: str, *, with_example: bool = False) -> Table:
    """One row per participant and moment, a column per indicator."""
    rows = [_moment_row(measurement, rater) for measurement in sample.measurements]
    keys = sheet_table("measurements", rows, with_example=with_example, only_used=True)
    headings: tuple[Cell, ...] = tuple(profile.heading for profile in sample.profiles)
    examples = [(3,) * len(headings)] if with_example else []
    scores = [_scores(measurement, sample.profiles) for measurement in sample.measurements]
    return Table(keys.name, tuple(map(add, keys.rows, [headings, *examples, *scores])))


def row_per_participant(sample: Sample) -> Table:
    """One row per participant, a column per indicator and moment (wide)."""
    moments = range(max(measurement.moment for measurement in sample.measurements) + 1)
    labels = ["Datum", *(profile.heading for profile in sample.profiles)]
    headings = ("Deelnemer", *(f"{label} {moment}-meting" for moment in moments for label in labels))
    by_key = {(measurement.number, measurement.moment): measurement for measurement in sample.measurements}
    rows = []
    for person in (person for person in sample.people if person.measured_on):
        measured = (by_key.get((person.number, moment)) for moment in moments)
        rows.append((person.number, *(cell for at in measured for cell in _wide_cells(at, sample.profiles))))
    return Table("Metingen", (headings, *rows))


def _wide_cells(measurement: Measurement | None, profiles: Sequence[Profile]) -> tuple[Cell, ...]:
    if measurement is None:
        return (None,) * (1 + len(profiles))
    return (measurement.measured_on, *_scores(measurement, profiles))


def _scores(measurement: Measurement, profiles: Sequence[Profile]) -> tuple[Cell, ...]:
    return tuple(_score(profile, measurement.values[profile.heading]) for profile in profiles)


def _score(profile: Profile, value: float | None) -> Cell:
    return YES_OR_NO[value] if profile.yes_or_no else value


def _moment_row(measurement: Measurement, rater: str) -> Row:
    return {
        "participant": measurement.number,
        "moment": f"{measurement.moment}-meting",
        "measured_on": measurement.measured_on,
        "rater": rater,
    }


def _is_filled(row: Row, column: Column) -> bool:
    return row.get(column.field) is not None


def _cell(column: Column, value: Cell) -> Cell:
    """A code becomes the word that people choose from the list."""
    if value is None or not isinstance(value, str):
        return value
    if column.type is CellType.CHOICE:
        return next(choice.name.nl for choice in column.choices if choice.code == value)
    if column.type in (CellType.LIFE_DOMAIN, CellType.LIFE_DOMAINS):
        return "; ".join(life_domains()[code].name.nl for code in value.split("; "))
    return value


def _example(column: Column) -> Cell:
    if column.example is None:
        return None
    return date.fromisoformat(column.example.nl) if column.type is CellType.DATE else column.example.nl
