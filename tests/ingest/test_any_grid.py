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


# --- one registration, any layout -----------------------------------------------------------------------------------

DOMAINS = ("Financiën", "Huisvesting", "Justitie")
FIRST_DAY = date(2024, 1, 1)
KEYS = st.tuples(st.sampled_from(["1", "02", "b 3"]), st.integers(0, 2), st.sampled_from(DOMAINS))
SCORES = st.dictionaries(KEYS, st.integers(1, 5), min_size=1)
NAMINGS = ("{} T{}", "{1}-meting {0}", "{}_t{}", "{1}M {0}", "{} (meting {})", "{} follow-up {}", "{}T{}")


def day(moment: int) -> date:
    return FIRST_DAY + timedelta(days=180 * moment)


class Written:
    """What was scored, and how it is written down in rows and columns; only what was scored is."""

    def __init__(self, found: dict) -> None:
        self.found = found
        self.people = sorted({who for who, _, _ in found})
        self.moments = sorted({moment for _, moment, _ in found})
        self.visits = sorted({(who, moment) for who, moment, _ in found})

    def of(self, who: str, moment: int) -> list:
        return [self.found.get((who, moment, domain), "") for domain in DOMAINS]

    def rows(self) -> list[list]:
        body = [[who, moment, day(moment), *self.of(who, moment)] for who, moment in self.visits]
        return [["Nr", "Meting", "Datum", *DOMAINS], *body]

    def long(self) -> list[list]:
        body = [[who, moment, day(moment), domain, score] for (who, moment, domain), score in self.found.items()]
        return [["Nr", "Meting", "Datum", "Domein", "Score"], *body]

    def wide(self, *heading: list) -> list[list]:
        """A row per person; per moment the day and the domains."""
        cells = [[(day(moment), *self.of(who, moment)) for moment in self.moments] for who in self.people]
        return [
            *heading,
            *([who, *(cell for at in row for cell in at)] for who, row in zip(self.people, cells, strict=True)),
        ]

    def wide_named(self, naming: str) -> list[list]:
        names = [naming.format(name, moment) for moment in self.moments for name in ("Datum", *DOMAINS)]
        return self.wide(["Nr", *names])

    def wide_below_labels(self) -> list[list]:
        """The moment in a row of its own, once for its columns."""
        labels = [cell for moment in self.moments for cell in (f"{moment}-meting", *[""] * len(DOMAINS))]
        return self.wide(["", *labels], ["Nr", *[name for _ in self.moments for name in ("Datum", *DOMAINS)]])

    def wide_above_moments(self) -> list[list]:
        """The domain in the upper row, the moments in the lower."""
        names = [name for name in ("Datum", *DOMAINS) for _ in self.moments]
        upper = [name if place % len(self.moments) == 0 else "" for place, name in enumerate(names)]
        lower = [f"{moment}-meting" for _ in ("Datum", *DOMAINS) for moment in self.moments]
        scored = [[self.of(who, moment)[place] for place in range(len(DOMAINS)) for moment in self.moments]
                  for who in self.people]  # fmt: skip
        days = [day(moment) for moment in self.moments]
        return [
            ["Nr", *upper],
            ["", *lower],
            *([who, *days, *row] for who, row in zip(self.people, scored, strict=True)),
        ]

    def per_moment(self) -> dict[str, list[list]]:
        return {
            f"{moment}-meting": [["Nr", "Datum", *DOMAINS], *(
                [who, day(moment), *self.of(who, moment)] for who in self.people if (who, moment) in self.visits
            )]
            for moment in self.moments
        }  # fmt: skip


def dressed(table: list[list]) -> list[list]:
    """The table with a title above it, a remark in every row, a total and, below an empty row, a legend."""
    width = len(table[0])
    heading, *rows = table
    total = ["Totaal", *[""] * width]
    return [
        ["Registratie van het project", *[""] * width], [""] * (width + 1), [*heading, "Opmerkingen"],
        *([*row, "belt liever zelf"] for row in rows), total, [""] * (width + 1),
        ["1", "acute problematiek", *[""] * (width - 1)], ["Bron: eigen administratie", *[""] * width],
    ]  # fmt: skip


def layouts(found: dict) -> dict[str, dict[str, bytes]]:
    """The files of every layout."""
    written = Written(found)
    mirrored = [row[::-1] for row in written.rows()]
    books: dict[str, Book] = {
        "rows": {"metingen": written.rows()},
        "rows, columns the other way round": {"metingen": mirrored},
        "rows, dressed": {"metingen": dressed(written.rows())},
        "long": {"metingen": written.long()},
        "long, dressed": {"metingen": dressed(written.long())},
        "labels above": {"metingen": written.wide_below_labels()},
        "moments below": {"metingen": written.wide_above_moments()},
        **{naming: {"metingen": written.wide_named(naming)} for naming in NAMINGS},
        "wide, dressed": {"metingen": dressed(written.wide_named("{} T{}"))},
        "a file per moment": written.per_moment(),
    }
    files = {name: {f"{sheet}.csv": csv(grid) for sheet, grid in book.items()} for name, book in books.items()}
    of_moments = {f"{name}.xlsx": xlsx({"Blad1": grid}) for name, grid in written.per_moment().items()}
    return {**files, "a sheet per moment": {"x.xlsx": xlsx(written.per_moment())}, "a workbook per moment": of_moments}


@settings(max_examples=25, deadline=None)
@given(SCORES)
def test_the_layout_makes_no_difference(found):
    read = {name: read_files(files, instruments=ZRM) for name, files in layouts(found).items()}
    assert {name: registration.errors for name, registration in read.items() if registration.errors} == {}
    expected = plain(read["rows"].observations)
    assert {name for name, registration in read.items() if plain(registration.observations) != expected} == set()
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
