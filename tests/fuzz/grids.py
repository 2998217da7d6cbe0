"""Grids of cells as nobody would fill them in, in every shape, and mappings that fit them or not."""

from datetime import date, datetime, timedelta
from random import Random

from pipelines.ingest.mapping.column_mapping import ColumnMapping, GroupColumn, MeasuredColumn, MomentColumn
from tests.ingest.spreadsheets import csv, ods, xls, xlsx

HEADINGS = (
    "Deelnemer", "Nr", "Meetmoment", "Datum", "Beoordelaar", "Financiën", "Huisvesting", "fin_t0", "fin_t1",
    "Financiën 0-meting", "Financiën T1", "Datum 0-meting", "Datum T1", "Domein", "Score", "Leefgebied", "Naam", "BSN",
    "E-mail", "Postcode", "Geboortedatum", "Groep", "Leeftijd", "Doel", "Verhaal", "", "Iets", "T0", "1", "Totaal",
    "Sociale contacten", "Financiën*", "Werk & opleiding", "0M Financiën", "x" * 300,
)  # fmt: skip
CELLS = (
    "", " ", "0", "1", "2", "9", "99", "3,5", "1.234", "1,234.5", "0-meting", "T1", "eind", "20-01-2025", "1/25/2025",
    "3 jan. '25", "31-02-2025", "29-02-1900", "ja", "X", "professional", "deelnemer", "controle", "Financiën", "fin",
    "Totaal", "Gemiddelde", "VOORBEELD", "#N/B", "#N/A", "Err:502", "=A1", "+31", "@x", "007", "P 7", "weet niet",
    "n.v.t.", "<5", ".", "-", "06-12345678", "111222333", "NL91ABNA0417164300", "a@b.nl", "1234 AB 5", "Jan de Vries",
    "beperkt zelfredzaam", "\u0000", "\ufeff", "é" * 40, "y" * 5000, "1e400", "nan", "١٢", "²", "\u202e", "a\nb", "'",
    '"', ";", "\t",
)  # fmt: skip
# What belongs below some headings: without it nearly everything is refused at the first look.
FITTING = {
    "Deelnemer": ("1", "2", "3", "007", "P 7"),
    "Nr": ("1", "2", "3"),
    "Meetmoment": ("0", "1", "0-meting", "T1", "2"),
    "Datum": ("20-01-2025", "1-7-2025", "3 jan. '25", "2025-03-04"),
    "Beoordelaar": ("professional", "deelnemer", ""),
    "Groep": ("deelnemer", "controle", ""),
    "Domein": ("Financiën", "Huisvesting", "Justitie"),
    "Doel": ("post openen",),
    "Leefgebied": ("Financiën",),
}
FITTING_SCORES = ("1", "2", "3", "4", "5", "", "9", "weet niet")
LIKELY_HEADINGS = (
    ("Deelnemer", "Meetmoment", "Datum", "Beoordelaar", "Financiën", "Huisvesting"),
    ("Deelnemer", "Financiën 0-meting", "Financiën T1", "Datum 0-meting", "Datum T1"),
    ("Nr", "Meetmoment", "Datum", "Domein", "Score"),
    ("Nr", "fin_t0", "fin_t1"),
    ("Deelnemer", "Groep", "Leeftijd", "Postcode", "Geboortedatum", "Naam"),
    ("Deelnemer", "Leefgebied", "Doel"),
)
NUMBERS = (0, 1, 2, 5, 6, 9, -1, 99, 2.5, 45678, 1e15, -1e-9, 0.1 + 0.2)
NAMES = ("Metingen", "Deelnemers", "Doelen", "Project", "Indicatoren", "Verhalen", "Blad1", "0-meting", "T1", "Uitleg")
WRITERS = {"xlsx": xlsx, "xls": xls, "ods": ods}
SOME_DAY = date(2025, 1, 1)


def random_files(chance: Random) -> dict[str, bytes]:
    """One or two files, mostly csv because those are read within this process."""
    return dict(_file(chance, n) for n in range(chance.choice((1, 1, 2))))


def random_mapping(chance: Random) -> ColumnMapping | None:
    """None as often as not."""
    if chance.random() < 0.5:
        return None
    free = list(HEADINGS[:24])
    chance.shuffle(free)
    return ColumnMapping(
        participant=tuple(free.pop() for _ in range(chance.choice((0, 1, 2)))),
        moment=chance.choice((None, MomentColumn(column=free.pop(), values={"0": 0, "eind": 1}))),
        date=chance.choice((None, free.pop())),
        group=chance.choice((None, GroupColumn(column=free.pop(), comparison=("controle",)))),
        measured={free.pop(): MeasuredColumn(indicator="finances", moment=chance.choice((None, 0)))},
        fields={free.pop(): chance.choice(("enrolled_on", "left_on", "rater", "words"))},
        values={"weet niet": 3.0},
        ticks={free.pop(): chance.choice(("no", "missing"))},
        decimal={free.pop(): chance.choice((",", "."))},
        sheet_moments={chance.choice(NAMES): chance.randint(0, 3)},
        missing=("9", "."),
        ignore=(free.pop(),),
    )


def _file(chance: Random, n: int) -> tuple[str, bytes]:
    if chance.random() < 0.7:
        encoding = chance.choice(("utf-8", "utf-8-sig", "utf-16", "utf-16-le"))
        content = csv(_grid(chance, is_text=True), separator=chance.choice(";,\t|"), encoding=encoding)
        return f"{chance.choice(NAMES)} {n}.csv", content
    kind = chance.choice(tuple(WRITERS))
    names = chance.sample(NAMES, chance.randint(1, 3))
    return f"{n}.{kind}", WRITERS[kind]({name: _grid(chance, is_text=False) for name in names})


def _grid(chance: Random, *, is_text: bool) -> list[list]:
    headings = list(chance.choice(LIKELY_HEADINGS))
    if chance.random() < 0.4:
        headings = [chance.choice(HEADINGS) for _ in range(chance.randint(1, 9))]
    oddness = chance.choice((0, 0.02, 0.2, 1))
    title = [[_cell(chance, is_text)] for _ in range(chance.choice((0, 0, 0, 1, 3)))]
    rows = [[_below(heading, chance, is_text, oddness) for heading in headings] for _ in range(chance.randint(0, 12))]
    return [*title, headings, *rows]


def _below(heading: str, chance: Random, is_text: bool, oddness: float) -> object:
    if chance.random() < oddness:
        return _cell(chance, is_text)
    return chance.choice(FITTING.get(heading, FITTING_SCORES))


def _cell(chance: Random, is_text: bool) -> object:
    if is_text or chance.random() < 0.6:
        # A workbook cannot hold these signs; a csv may.
        cell = chance.choice(CELLS)
        return cell if is_text else cell.replace("\u0000", "")
    if chance.random() < 0.5:
        return chance.choice(NUMBERS)
    day = SOME_DAY + timedelta(days=chance.randint(-3000, 3000))
    return day if chance.random() < 0.8 else datetime(day.year, day.month, day.day)
