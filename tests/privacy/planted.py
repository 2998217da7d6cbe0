"""Invented people, planted in every sheet and every place of an upload, and the forms in which their traces may lie."""

import struct
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import duckdb

from pipelines.ingest.cells.upload import Upload
from tests.ingest.spreadsheets import Book, Grid, csv, xlsx

PROJECT = "Rivierenbuurt"
# Numbers of nobody: the administration keeps 99999… for tests.
BSN = ("999990007", "999990019", "999990020", "999990032", "999990044", "999990056", "999990068", "999990081")
NUMBERS = tuple(f"QX7{place}ZK" for place in range(len(BSN)))
WORKERS = ("Willemijn van Oosterhout", "Abdelkader Bouhaddou", "Roderick Terlouw")
NAME, FIRST_NAME = "Hieronymus van Duivenvoorde", "Hieronymus"
MAIL, PHONE, IBAN = "h.duivenvoorde@voorbeeld.example", "06-98765432", "NL91ABNA0417164300"
BORN, POSTCODE, STREET = "17-03-1961", "7391 QZ 38", "Korenbloemstraat 38"
# Names that no list knows: the project's own.
OWN_NAMES = ("Zwaantje Qoppelstra", "Boerderij Xanthoria")
IN_TEXT = "Zwaantje's moeder"

# What must be found nowhere, in any form. Of a date of birth, also as another program writes it.
PLANTED = (
    *BSN, *NUMBERS, *map(str.lower, NUMBERS), *WORKERS, "Oosterhout", "Bouhaddou", "Terlouw", NAME, FIRST_NAME,
    "Duivenvoorde", MAIL, PHONE, PHONE.replace("-", ""), IBAN, BORN, "1961-03-17", POSTCODE, "7391 QZ", STREET,
    "Korenbloemstraat", *OWN_NAMES, "Zwaantje", "Qoppelstra", "Xanthoria",
)  # fmt: skip

STORY = f"{NAME} hielp mij. Bel {PHONE} of mail {MAIL}. Ik woon op de {STREET}, geboren op {BORN}. {IN_TEXT} kwam ook."


def book() -> Book:
    """Every kind of sheet, each with what does not belong there."""
    return {
        "Project": [["Buurt", f"Noord, bel {PHONE}"], ["Aanpak", "Xanthoria"], ["Contactpersoon", NAME]],
        "Deelnemers": _participants(),
        "Metingen": _measurements(),
        "Doelen": [
            ["Deelnemer", "Leefgebied", "Doel"],
            *([number, "Financiën", f"schuld bij {NAME} aflossen, {IBAN}"] for number in NUMBERS),
        ],
        "Interventies": [
            ["Deelnemer", "Interventie", "Uitgevoerd door", "Resultaat"],
            *([number, f"coaching door {WORKERS[0]}", "vrijwilliger", STORY] for number in NUMBERS),
        ],
        "Verhalen": [
            ["Deelnemer", "Verteller", "Verteld op", "Leefgebieden", "Verhaal", "Wat het opleverde", "Richting",
             "Toestemming", "Toestemming op", "Gekozen door", "Gekozen omdat"],
            *([number, "deelnemer", "20-01-2025", "Financiën", f"{STORY} {place}", f"rust met {NAME}", "beter",
               "intern", "20-01-2025", NAME, f"{NAME} vond het mooi"] for place, number in enumerate(NUMBERS)),
        ],
        "Herkenning": [
            ["Wie", "Leefgebied", "Herkent u dit? (1-5)", "Waarom"],
            ["professional", "Financiën", 4, f"{NAME} ziet het"],
        ],
    }  # fmt: skip


def _participants() -> Grid:
    heading = ["Deelnemer", "Naam", "Burgernummer", "Geboortedatum", "Postcode", "Adres", "Maatje", "Buurt", "Bereik",
               "Rekening", "Huishouden"]  # fmt: skip
    return [heading, *(
        [number, NAME, float(bsn), BORN, POSTCODE, STREET, WORKERS[place % 3], "Zuid", PHONE if place % 2 else MAIL,
         IBAN, f"{number}-huis"]
        for place, (number, bsn) in enumerate(zip(NUMBERS, BSN, strict=True))
    )]  # fmt: skip


def _measurements() -> Grid:
    heading = ["Deelnemer", "Meetmoment", "Datum", "Ingevuld door", "Financiën", "Huisvesting", "BSN", "Opmerking"]
    return [heading, *(
        [number, moment, f"20-0{moment + 1}-2025", WORKERS[place % 3], 1 + place % 4, 2 + moment, float(bsn), STORY]
        for place, (number, bsn) in enumerate(zip(NUMBERS, BSN, strict=True)) for moment in (0, 1)
    )]  # fmt: skip


def as_workbook() -> list[Upload]:
    return [Upload(name=f"ZRM {NAME}.xlsx", content=xlsx(book()))]


def as_texts() -> list[Upload]:
    """A file for every sheet; the project leader's own name is in one of theirs."""
    return [
        Upload(name=f"{sheet}.csv", content=csv([[_text(cell) for cell in row] for row in grid]))
        for sheet, grid in book().items()
    ]


def _text(cell: object) -> str:
    return f"{cell:.0f}" if isinstance(cell, float) else str(cell)


def forms_of(words: Sequence[str]) -> Mapping[bytes, str]:
    """How each of the words may lie in a file: as text, and where it is a number as that number."""
    return {form: word for word in words for form in _forms(word)}


def _forms(word: str) -> Iterator[bytes]:
    yield from (word.encode(), word.encode("utf-16-le"), word.encode("utf-16-be"))
    digits = word.replace("-", "")
    if digits.isdecimal() and len(digits) > 7:
        yield from (struct.pack("<q", int(digits)), struct.pack("<d", float(digits)), struct.pack("<i", int(digits)))


def found_in_files(folder: Path, forms: Mapping[bytes, str]) -> set[tuple[str, str]]:
    """File and word of everything that is found in any file of the folder."""
    contents = {file.name: file.read_bytes() for file in folder.rglob("*") if file.is_file()}
    return {(name, word) for name, content in contents.items() for form, word in forms.items() if form in content}


def found_in_cells(database: Path, words: Sequence[str]) -> set[tuple[str, str]]:
    """Table and word of everything found in any cell: texts in the file are packed, so its bytes do not tell all."""
    with duckdb.connect(database, read_only=True) as connection:
        tables = connection.execute("select schema_name, table_name from duckdb_tables()").fetchall()
        said = {
            f"{schema}.{name}": str(connection.execute(f'select * from "{schema}"."{name}"').fetchall())
            for schema, name in tables
        }
    return {(table, word) for table, text in said.items() for word in words if word in text}
