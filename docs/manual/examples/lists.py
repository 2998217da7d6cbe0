"""The lists of the manual: what measured.toml says, each time in another layout. In Dutch, as projects keep them."""

from io import BytesIO

import openpyxl

from docs.manual.examples.drawn_sheet import DrawnSheet, Row, Value, csv_bytes, workbook_bytes
from docs.manual.examples.measured import Visit, measured
from pipelines.ingest.cells.upload import Upload
from pipelines.instruments.catalogue import shipped_sets
from pipelines.template import write_template

ZRM = shipped_sets()["zrm_2017"]
DOMAINS = tuple(
    indicator.name.nl for code in measured().domains for indicator in ZRM.indicators if indicator.code == code
)
SHORT = ("fin", "werk", "won", "psy", "netw")
MOMENTS = ("0-meting", "1-meting")
LEVELS = (
    "Legenda: 1 = acute problematiek, 2 = niet zelfredzaam, 3 = beperkt zelfredzaam, 4 = voldoende zelfredzaam, "
    "5 = volledig zelfredzaam"
)


def template() -> list[Upload]:
    """Our own workbook, filled in below the example row."""
    workbook = openpyxl.load_workbook(BytesIO(write_template("nl", ZRM)))
    sheet = workbook["Metingen"]
    columns = {str(cell.value): cell.column for cell in sheet[1]}
    for row, visit in enumerate(measured().visit, start=3):
        headings = ("Deelnemer", "Meetmoment", "Datum", "Beoordelaar", *DOMAINS)
        for heading, value in zip(headings, (*_who_when(visit), "professional", *visit.levels), strict=True):
            sheet.cell(row, columns[heading], value)
    content = BytesIO()
    workbook.save(content)
    return [Upload(name="invulbestand_zrm_2017.xlsx", content=content.getvalue())]


def own_list() -> list[Upload]:
    """Titles above the table, averages, a legend and a source below it."""
    headings = ("Nr", "Meting", "Datum", "Financiën*", *DOMAINS[1:])
    above = (("Achter de voordeur Rivierenbuurt",), ("ZRM-scores, bijgewerkt op 1 december 2025",), (None,))
    rows = tuple((*_who_when(visit), *visit.levels) for visit in measured().visit)
    below = (
        ("Gemiddelde", None, None, *_averages()),
        (None,),
        (LEVELS,),
        ("* volgens opgave van de deelnemer zelf",),
        ("Bron: teamoverleg wijkteam Rivierenbuurt",),
    )
    last = len(above) + 1 + len(rows)
    styles = {0: "title", 1: "quiet", 3: "heading", last: "total"} | dict.fromkeys(range(last + 2, last + 5), "quiet")
    return _book("ZRM Rivierenbuurt.xlsx", DrawnSheet("Blad1", (*above, headings, *rows, *below), styles))


def row_per_score() -> list[Upload]:
    """An export of a client system: one row per score."""
    headings = ("Cliëntnummer", "Instrument", "Meetmoment", "Afnamedatum", "Domein", "Score", "Ingevuld door")
    rows = tuple(
        (visit.number, "ZRM 2017", f"T{visit.moment}", visit.day, domain, level, "professional")
        for visit in measured().visit
        for domain, level in zip(DOMAINS, visit.levels, strict=True)
    )
    return _book("export_clientsysteem.xlsx", DrawnSheet("Export", (headings, *rows), {0: "heading"}))


def short_names() -> list[Upload]:
    """One row per participant; the moment stands behind short names."""
    headings = ("nr", *(f"{name}_t{moment}" for moment in (0, 1) for name in ("datum", *SHORT)))
    return _book("zrm_kort.xlsx", DrawnSheet("Scores", (headings, *_rows_per_participant()), {0: "heading"}))


def two_heading_rows() -> list[Upload]:
    """One row per participant; the moment stands once above the columns it holds for."""
    width = 1 + len(DOMAINS)
    above = (None, *(cell for moment in MOMENTS for cell in (moment, *(None,) * len(DOMAINS))))
    headings = ("Deelnemer", *("Datum", *DOMAINS) * 2)
    merges = tuple((0, 1 + moment * width, (moment + 1) * width) for moment in (0, 1))
    rows = (above, headings, *_rows_per_participant())
    return _book("zrm_voor_en_na.xlsx", DrawnSheet("ZRM", rows, {0: "moments", 1: "heading"}, merges))


def sheet_per_moment() -> list[Upload]:
    """The sheets are called after the season: which moment that is, only the project knows."""
    names = ("Voorjaar 2025", "Najaar 2025")
    return _book("zrm_2025.xlsx", *(_sheet_of(moment, name) for moment, name in enumerate(names)))


def file_per_moment() -> list[Upload]:
    """Two workbooks; the name of each tells its moment."""
    return [
        upload
        for moment, name in enumerate(MOMENTS)
        for upload in _book(f"ZRM {name}.xlsx", _sheet_of(moment, "Blad1"))
    ]


def csv_export() -> list[Upload]:
    """Semicolons, Windows-1252 and scores with a comma."""
    headings = ("Deelnemer", "Meetmoment", "Datum", *DOMAINS)
    rows = ((*_who_when(visit), *map(float, visit.levels)) for visit in measured().visit)
    return [Upload(name="export_zrm.csv", content=csv_bytes([headings, *rows]))]


# In the list with codes, by participant, moment and domain: what stands there instead of the level.
CODES: dict[tuple[int, int, str], Value] = {
    (101, 0, "housing"): "redelijk",
    (102, 1, "social_network"): "redelijk",
    (103, 0, "work_education"): 9,
    (103, 1, "work_education"): 9,
    (104, 0, "mental_health"): "?",
    (105, 0, "work_education"): "n.v.t.",
    (105, 1, "work_education"): "n.v.t.",
    (104, 0, "social_network"): "voldoende zelfredzaam",
}
NOT_MEASURED = frozenset(place for place, code in CODES.items() if code in (9, "?", "n.v.t."))
WITH_PAID_WORK = frozenset({(102, 0), (102, 1), (104, 0), (104, 1), (101, 1)})


def codes() -> list[Upload]:
    """9, ? and n.v.t. for "not measured", words for levels, and an X for yes."""
    headings = ("Deelnemer", "Meetmoment", "Datum", *DOMAINS, "Betaald werk")
    rows = tuple((*_who_when(visit), *_coded(visit), _tick(visit)) for visit in measured().visit)
    return _book("zrm_met_codes.xlsx", DrawnSheet("Metingen", (headings, *rows), {0: "heading"}))


def sites() -> list[Upload]:
    """Each site counts its participants from 1."""
    headings = ("Locatie", "Nr", "Meetmoment", "Datum", *DOMAINS)
    rows = []
    for visit in measured().visit:
        person = measured().person_of(visit)
        rows.append((person.place, person.number_there, *_who_when(visit)[1:], *visit.levels))
    return _book("zrm_twee_locaties.xlsx", DrawnSheet("Metingen", (headings, *rows), {0: "heading"}))


def with_names() -> list[Upload]:
    """A list with everything in it by which somebody can be recognised."""
    headings = ("Nr", "Naam", "BSN", "Geboortedatum", "Straat", "Postcode", "Meetmoment", "Datum", *DOMAINS)
    rows = []
    for visit in measured().visit:
        person = measured().person_of(visit)
        about = (person.number, person.name, person.citizen_number, person.born, person.street, person.postcode)
        rows.append((*about, *_who_when(visit)[1:], *visit.levels))
    return _book("deelnemerslijst.xlsx", DrawnSheet("Deelnemers en scores", (headings, *rows), {0: "heading"}))


def _book(name: str, *sheets: DrawnSheet) -> list[Upload]:
    return [Upload(name=name, content=workbook_bytes(sheets))]


def _who_when(visit: Visit) -> Row:
    return (visit.number, MOMENTS[visit.moment], visit.day)


def _averages() -> list[float]:
    per_domain = zip(*(visit.levels for visit in measured().visit), strict=True)
    return [round(sum(levels) / len(levels), 1) for levels in per_domain]


def _rows_per_participant() -> list[Row]:
    """Date and levels of the start, then of the follow-up; empty where there was none."""
    rows = []
    for person in measured().person:
        visits = [(visit.day, *visit.levels) for visit in measured().visits_of(person)]
        empty = [(None,) * (1 + len(DOMAINS))] * (len(MOMENTS) - len(visits))
        rows.append((person.number, *(cell for part in (*visits, *empty) for cell in part)))
    return rows


def _sheet_of(moment: int, name: str) -> DrawnSheet:
    rows = tuple((visit.number, visit.day, *visit.levels) for visit in measured().at(moment))
    return DrawnSheet(name, (("Deelnemer", "Datum", *DOMAINS), *rows), {0: "heading"})


def _coded(visit: Visit) -> list[Value]:
    places = ((visit.number, visit.moment, domain) for domain in measured().domains)
    return [CODES.get(place, level) for place, level in zip(places, visit.levels, strict=True)]


def _tick(visit: Visit) -> Value:
    return "X" if (visit.number, visit.moment) in WITH_PAID_WORK else None
