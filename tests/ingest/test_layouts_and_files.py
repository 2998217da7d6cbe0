"""The same registration in every layout and every kind of file is the same registration."""

from datetime import date

import pytest

from tests.ingest.reading import TODAY, ZRM, plain, read_files
from tests.ingest.spreadsheets import Book, Cell, csv, ods, xls, xlsx

DAYS = {0: date(2025, 1, 20), 1: date(2025, 7, 21)}
SCORES: dict[tuple[str, int], dict[str, Cell]] = {
    ("01", 0): {"Financiën": 2, "Huisvesting": 3, "Justitie": 5},
    ("01", 1): {"Financiën": 4, "Huisvesting": None, "Justitie": 5},
    ("A 7", 0): {"Financiën": 1, "Huisvesting": 2, "Justitie": 4},
    ("A 7", 1): {"Financiën": 1, "Huisvesting": 4, "Justitie": 3},
}
DOMAINS = ("Financiën", "Huisvesting", "Justitie")
PEOPLE = ("01", "A 7")
RATER = "professional"


def rows() -> Book:
    heading = ["Deelnemer", "Meetmoment", "Datum", "Beoordelaar", *DOMAINS]
    return {"Metingen": [heading, *(
        [person, f"{moment}-meting", DAYS[moment], RATER, *(scores[domain] for domain in DOMAINS)]
        for (person, moment), scores in SCORES.items()
    )]}  # fmt: skip


def long() -> Book:
    heading = ["Deelnemer", "Meetmoment", "Datum", "Beoordelaar", "Leefgebied", "Score"]
    return {"Metingen": [heading, *(
        [person, moment, DAYS[moment], RATER, domain, scores[domain]]
        for (person, moment), scores in SCORES.items()
        for domain in DOMAINS
    )]}  # fmt: skip


def wide() -> Book:
    columns = [(domain, moment) for moment in DAYS for domain in DOMAINS]
    heading = ["Deelnemer", "Datum 0-meting", "Datum 1-meting", "Beoordelaar"]
    return {"Metingen": [
        [*heading, *(f"{domain} {moment}-meting" for domain, moment in columns)],
        *([person, DAYS[0], DAYS[1], RATER, *(SCORES[person, moment][domain] for domain, moment in columns)]
          for person in PEOPLE),
    ]}  # fmt: skip


def sheet_per_moment() -> Book:
    heading = ["Deelnemer", "Datum", "Beoordelaar", *DOMAINS]
    return {f"{moment}-meting": [heading, *(
        [person, day, RATER, *(SCORES[person, moment][domain] for domain in DOMAINS)] for person in PEOPLE
    )] for moment, day in DAYS.items()}  # fmt: skip


LAYOUTS = (rows, long, wide, sheet_per_moment)


def as_csv(book: Book, **notation: str) -> dict[str, bytes]:
    """A sheet is a file: the name of the sheet is the name of the file."""
    return {f"{name}.csv": csv(grid, **notation) for name, grid in book.items()}


FILES = {
    "xlsx": lambda book: {"registratie.xlsx": xlsx(book)},
    "xls": lambda book: {"registratie.xls": xls(book)},
    "ods": lambda book: {"registratie.ods": ods(book)},
    "csv with semicolons": as_csv,
    "csv with commas": lambda book: as_csv(book, separator=",", line_end="\n"),
    "csv with tabs in UTF-16": lambda book: as_csv(book, separator="\t", encoding="utf-16"),
    "csv in Windows-1252": lambda book: as_csv(book, encoding="cp1252"),
    "csv with a byte-order mark": lambda book: as_csv(book, encoding="utf-8-sig"),
}
EXPECTED = plain(read_files({"registratie.xlsx": xlsx(rows())}, instruments=ZRM).observations)


def test_every_score_is_read_once():
    assert len(EXPECTED) == sum(score is not None for scores in SCORES.values() for score in scores.values())


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.__name__)
@pytest.mark.parametrize("file", FILES)
def test_the_layout_and_the_kind_of_file_make_no_difference(layout, file):
    registration = read_files(FILES[file](layout()), instruments=ZRM)
    assert registration.errors == ()
    assert plain(registration.observations) == EXPECTED


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.__name__)
def test_every_row_is_accounted_for(layout):
    book = layout()
    tally = read_files({"registratie.xlsx": xlsx(book)}, instruments=ZRM).tally
    assert tally.read == sum(len(grid) - 1 for grid in book.values())
    assert tally.accepted + tally.skipped == tally.read
    assert tally.refused == 0


@pytest.mark.parametrize("name", ["registratie.csv", "registratie.xlsx", "registratie", "foto.jpg"])
def test_the_name_of_the_file_does_not_say_what_it_is(name):
    assert plain(read_files({name: xlsx(rows())}, instruments=ZRM, today=TODAY).observations) == EXPECTED
