"""Whatever stands in the cells: nothing breaks, every row is accounted for, and the layout makes no difference."""

from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.domain.registration import OBSERVATION_COLUMNS, PLACE_COLUMNS, Registration
from pipelines.domain.registration_sheets import registration_sheets
from tests.ingest.reading import ZRM, plain, read_files, scores
from tests.ingest.spreadsheets import Book, csv, xls, xlsx

NAMES_OF_COLUMNS = {
    name
    for sheet in registration_sheets().values()
    for column in sheet.column
    for name in (column.name.nl, column.name.en)
}
HEADINGS = sorted(
    NAMES_OF_COLUMNS
    | {
        "Financiën",
        "Financiën 0-meting",
        "Financiën T1",
        "Datum 0-meting",
        "Huisvesting",
        "Naam",
        "BSN",
        "Iets",
        "",
        "T0",
    }
)
WORDS = [
    "", "0", "1", "2", "9", "3,5", "1.234", "0-meting", "1-meting", "20-01-2025", "31-02-2025", "01-01-2030", "ja",
    "professional", "deelnemer", "Financiën", "Huisvesting; Justitie", "VOORBEELD", "Totaal", "#N/B", "=A1", "beter",
    "openbaar", "niveau", "hoger", "zrm_2017", "zrm_2013", "06-12345678", "111222333", "doel bereikt", "x" * 300,
]  # fmt: skip
CELLS = st.one_of(
    st.sampled_from(WORDS),
    st.integers(-3, 50),
    st.floats(0, 6),
    st.dates(date(1890, 1, 1), date(2040, 1, 1)),
    st.text("abc;,\"' \n\t…é", max_size=6),
)
GRIDS = st.integers(1, 7).flatmap(
    lambda width: st.tuples(
        st.lists(st.sampled_from(HEADINGS), min_size=width, max_size=width),
        st.lists(st.lists(CELLS, min_size=width, max_size=width), max_size=8),
    ).map(lambda table: [table[0], *table[1]])
)
NAMES = st.sampled_from([sheet.name.nl for sheet in registration_sheets().values()] + ["Blad1", "0-meting", "Uitleg"])
BOOKS = st.dictionaries(NAMES, GRIDS, min_size=1, max_size=3)


def keeps_its_promises(registration: Registration) -> None:
    tally, frame = registration.tally, registration.observations
    assert tally.read == tally.accepted + tally.refused + tally.skipped
    refused = {(issue.sheet, issue.row) for issue in registration.errors if issue.row is not None}
    assert tally.refused >= len({place for place in refused if place[0] not in ("Project",)})
    assert tuple(frame.columns) == (*OBSERVATION_COLUMNS, *PLACE_COLUMNS)
    assert not frame.duplicated(["participant_id", "instrument", "indicator", "moment", "rater"]).any()
    assert frame["value"].notna().all()
    limits = {(known.id, of.code): of for known in registration.indicator_sets for of in known.indicators}
    for instrument, code, value in zip(frame["instrument"], frame["indicator"], frame["value"], strict=True):
        indicator = limits[instrument, code]
        assert indicator.minimum is None or value >= indicator.minimum
        assert indicator.maximum is None or value <= indicator.maximum


@settings(max_examples=40, deadline=None)
@given(BOOKS, st.sampled_from([(), ZRM, ("zrm_2013", "zrm_2017"), ("nobody",)]))
def test_no_workbook_breaks_the_reading(book: Book, instruments):
    keeps_its_promises(read_files({"x.xls": xls(book)}, instruments=instruments))


@settings(max_examples=60, deadline=None)
@given(
    GRIDS, st.sampled_from(["metingen.csv", "deelnemers.csv", "doelen.csv", "verhalen.csv", "x.csv", "1-meting.csv"])
)
def test_no_csv_breaks_the_reading(grid, name):
    keeps_its_promises(read_files({name: csv(grid)}, instruments=ZRM))


# --- one registration, four layouts ---------------------------------------------------------------------------------

DOMAINS = ("Financiën", "Huisvesting", "Justitie")
FIRST_DAY = date(2024, 1, 1)
KEYS = st.tuples(st.sampled_from(["1", "02", "b 3"]), st.integers(0, 2), st.sampled_from(DOMAINS))
SCORES = st.dictionaries(KEYS, st.integers(1, 5), min_size=1)


def day(moment: int) -> date:
    return FIRST_DAY + timedelta(days=180 * moment)


def layouts(found: dict) -> dict[str, Book]:
    """Rows, long, wide, a sheet per moment: only what was scored is written down."""
    people, moments = sorted({who for who, _, _ in found}), sorted({moment for _, moment, _ in found})
    visits = sorted({(who, moment) for who, moment, _ in found})

    def of(who: str, moment: int) -> list:
        return [found.get((who, moment, domain), "") for domain in DOMAINS]

    rows = [[who, moment, day(moment), *of(who, moment)] for who, moment in visits]
    long = [[who, moment, day(moment), domain, score] for (who, moment, domain), score in found.items()]
    wide = [[who, *(cell for moment in moments for cell in (day(moment), *of(who, moment)))] for who in people]
    at = {
        moment: [[who, day(moment), *of(who, moment)] for who in people if (who, moment) in visits]
        for moment in moments
    }
    columns = [f"{name} T{moment}" for moment in moments for name in ("Datum", *DOMAINS)]
    return {
        "rows": {"metingen": [["Nr", "Meting", "Datum", *DOMAINS], *rows]},
        "long": {"metingen": [["Nr", "Meting", "Datum", "Domein", "Score"], *long]},
        "wide": {"metingen": [["Nr", *columns], *wide]},
        "sheets": {f"{moment}-meting": [["Nr", "Datum", *DOMAINS], *at[moment]] for moment in moments},
    }


def read_as_csv(book: Book) -> Registration:
    return read_files({f"{name}.csv": csv(grid) for name, grid in book.items()}, instruments=ZRM)


@settings(max_examples=30, deadline=None)
@given(SCORES)
def test_the_layout_makes_no_difference(found):
    read = {name: read_as_csv(book) for name, book in layouts(found).items()}
    assert {name: registration.errors for name, registration in read.items() if registration.errors} == {}
    assert len({frozenset(plain(registration.observations)) for registration in read.values()}) == 1
    assert sorted(scores(read["rows"]).values()) == sorted(found.values())


@pytest.mark.parametrize("file", ["csv", "xlsx"])
def test_a_frame_without_rows_has_its_columns_and_types(file):
    grid = [["Deelnemer", "Meetmoment", "Datum", "Financiën"]]
    content = csv(grid) if file == "csv" else xlsx({"Metingen": grid})
    frame = read_files({f"metingen.{file}": content}, instruments=ZRM).observations
    types = {name: str(frame[name].dtype) for name in ("participant_id", "moment", "measured_on", "value")}
    assert types == {
        "participant_id": "int64", "moment": "int16", "measured_on": "datetime64[s]", "value": "float64",
    }  # fmt: skip
    assert isinstance(frame, pd.DataFrame)
    assert frame.empty
