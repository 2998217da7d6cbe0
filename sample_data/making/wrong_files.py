"""Files that are wrong on purpose, from a plan: sound tables, and what to write over them (mistakes.toml)."""

import json
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

from pydantic import Field

from pipelines.domain.frozen import Frozen
from sample_data.making.achter_de_voordeur import FACTS, KINDS
from sample_data.making.broken_files import broken
from sample_data.making.chance import Chance
from sample_data.making.course import courses_of
from sample_data.making.files import workbook_bytes
from sample_data.making.people import enrol, follow_up, leave, start
from sample_data.making.records import ask_recognition, intervene, set_goals
from sample_data.making.sample import Person, Row, Sample, read_profiles
from sample_data.making.scores import measure
from sample_data.making.tables import (
    Cell,
    Table,
    notice_table,
    people_rows,
    project_table,
    row_per_moment,
    sheet_table,
)

SEED = "met fouten 1"
WORKBOOK = "with_mistakes.xlsx"
FOUND = "with_mistakes.toml"
LISTED = {"code", "sheet", "row", "column", "value", "about"}
N_PEOPLE = 30
FIRST_NUMBER = 201
# Places of those who left early enough for a measurement to come too late; row 39 of Metingen is one of theirs.
LEFT_EARLY = 18

OWN_INDICATOR: Row = {
    "code": "buddy",
    "name_nl": "Heeft een maatje",
    "life_domain": "social_network",
    "kind": "yes_no",
    "direction": "higher",
}


class Mistake(Frozen):
    """What must be found in a file, and how it gets there. mistakes.toml explains the fields."""

    code: str
    sheet: str | None = None
    row: int | None = None
    column: str | None = None
    value: str | None = None
    puts: dict[str, str | float | date] = Field(default_factory=dict)
    without: str | None = None
    about: str


class ExtraColumn(Frozen):
    sheet: str
    heading: str
    fill: str


class SmallFile(Frozen):
    """An import of its own: a file with this content (or broken in a way of its own), and what must be found in it."""

    name: str
    content: str | None = None
    instruments: tuple[str, ...] = ()
    mapping: str | None = None
    mistake: tuple[Mistake, ...]


class Plan(Frozen):
    mistake: tuple[Mistake, ...]
    column: tuple[ExtraColumn, ...]
    file: tuple[SmallFile, ...] = ()


@cache
def plan() -> Plan:
    text = files("sample_data.making").joinpath("mistakes.toml").read_text(encoding="utf-8")
    return Plan.model_validate(tomllib.loads(text))


def wrong_files() -> dict[str, bytes]:
    """The workbook, the small files, and the list of what must be found in them."""
    small = {file.name: broken(file.name) if file.content is None else _as_csv(file.content) for file in plan().file}
    return {WORKBOOK: workbook_bytes(_spoilt(_sound_tables())), **small, FOUND: _list_found().encode()}


def _as_csv(content: str) -> bytes:
    return content.replace("\n", "\r\n").encode("cp1252")


def _sound_tables() -> list[Table]:
    sample = _sound_sample()
    return [
        notice_table(),
        project_table(sample.facts),
        sheet_table("indicators", [OWN_INDICATOR]),
        sheet_table("participants", people_rows(sample.people)),
        row_per_moment(sample, "professional"),
        sheet_table("goals", sample.goals),
        sheet_table("interventions", sample.interventions),
        sheet_table("narratives", sample.narratives),
        replace(sheet_table("recognition", sample.recognition), is_hidden=True),
        Table("Kladblok", (("nog bellen",), ("koffie halen",)), has_headings=False),
        Table("Kladblok (2)", (("nog bellen",), ("koffie halen",)), has_headings=False),
        Table("Oude lijst", (("code", "Finacien", "Huisvestng"), ("a1", 2, 3), ("a2", 3, 4))),
    ]


def _sound_sample() -> Sample:
    chance = Chance(SEED)
    profiles = tuple(profile.model_copy(update={"unscored": 0.0}) for profile in read_profiles("achter_de_voordeur"))
    people = tuple(_person(chance, place) for place in range(N_PEOPLE))
    measurements = measure(SEED, people, profiles)
    courses = courses_of(people, profiles, measurements)[:4]
    told_on = date(2026, 5, 4)
    return Sample(
        profiles=profiles,
        facts=FACTS,
        people=people,
        measurements=measurements,
        goals=set_goals(chance, courses),
        interventions=intervene(chance, courses, told_on),
        narratives=tuple(_narrative(words, told_on) for words in ("Ik ga weer naar buiten.", "Nog niets te melden.")),
        recognition=ask_recognition(chance, {"professional": 3}, {"finances": {"professional": 0.7}}, told_on),
    )


def _person(chance: Chance, place: int) -> Person:
    enrolled_on = date(2025, 1, 6) + timedelta(days=7 * place)
    person = start(chance, enrol(chance, str(FIRST_NUMBER + place), enrolled_on, KINDS))
    person = follow_up(chance, person)
    return leave(chance, person, (1, 20), ("moved",)) if place == LEFT_EARLY else person


def _narrative(words: str, told_on: date) -> Row:
    return {
        "teller": "participant",
        "told_on": told_on,
        "life_domains": "mental_health",
        "words": words,
        "direction": "same",
        "consent": "internal",
        "consented_on": told_on,
    }


def _spoilt(tables: Iterable[Table]) -> list[Table]:
    spoilt = []
    for table in tables:
        for column in plan().column:
            table = _with_column(table, column) if column.sheet == table.name else table
        for mistake in plan().mistake:
            table = _with_mistake(table, mistake) if mistake.sheet == table.name else table
        spoilt.append(table)
    return spoilt


def _with_column(table: Table, column: ExtraColumn) -> Table:
    heading, *rows = table.rows
    filled = ((*row, column.fill.format(n=n)) for n, row in enumerate(rows, start=1))
    return replace(table, rows=((*heading, column.heading), *filled))


def _with_mistake(table: Table, mistake: Mistake) -> Table:
    headings = table.rows[0]
    if mistake.without:
        gone = headings.index(mistake.without)
        return replace(table, rows=tuple(row[:gone] + row[gone + 1 :] for row in table.rows))
    if not mistake.puts:
        return table
    rows = [*table.rows, *[(None,) * len(headings)] * (mistake.row - len(table.rows))]
    rows[mistake.row - 1] = _overwritten(headings, rows[mistake.row - 1], mistake)
    return replace(table, rows=tuple(rows))


def _overwritten(headings: Sequence[Cell], row: Sequence[Cell], mistake: Mistake) -> tuple[Cell, ...]:
    unknown = set(mistake.puts) - set(headings)
    if unknown:
        raise KeyError(f"{mistake.code}: no column {unknown}")
    cells = (mistake.puts.get(heading, cell) for heading, cell in zip(headings, row, strict=True))
    return tuple(None if cell == "" else cell for cell in cells)


def _list_found() -> str:
    """The table of what must be found, as .toml."""
    lines = ["# What an import must find in the files that are wrong on purpose. Made by make_samples.py."]
    for name, mistakes in ((WORKBOOK, plan().mistake), *((file.name, file.mistake) for file in plan().file)):
        for mistake in mistakes:
            found = {"file": name, **mistake.model_dump(include=LISTED, exclude_none=True)}
            lines += ["", "[[mistake]]"]
            lines += [f"{key} = {json.dumps(said, ensure_ascii=False)}" for key, said in found.items()]
    return "\n".join(lines) + "\n"
