"""Where the table of a sheet begins and ends, and what becomes of what stands around it."""

import pytest

from pipelines.domain.registration import Confidence, Reason
from pipelines.ingest.cells.upload import Upload
from pipelines.ingest.mapping.column_mapping import read_mapping
from pipelines.ingest.tables.look import look_at
from tests.ingest.reading import ZRM, codes, only_issue, read_book, read_files, read_grid, scores
from tests.ingest.spreadsheets import Grid, csv, grid_of, xlsx

HEADING = ["Deelnemer", "Meetmoment", "Datum", "Financiën", "Huisvesting"]
FIRST = ["p1", "0-meting", "20-01-2025", 2, 3]
SECOND = ["p2", "0-meting", "20-01-2025", 4, 5]
LATER = ["p1", "1-meting", "20-07-2025", 3, 4]
EMPTY = ["", "", "", "", ""]


def line(*cells: str | int) -> list[str | int]:
    return [*cells, *[""] * (len(HEADING) - len(cells))]


def table_of(*rows: list) -> tuple:
    """Heading rows, first and last row of the table that is found, and the registration."""
    registration = read_grid(rows)
    (table,) = registration.tables
    return (*table.heading_rows, table.first_row, table.last_row), registration


def test_titles_notes_and_empty_rows_above_are_passed_over():
    above = [line("Registratie Noord"), EMPTY, line("Peildatum", "1 januari"), line("", "Leefgebieden")]
    found, registration = table_of(*above, HEADING, FIRST, SECOND)
    assert found == (5, 5, 6, 7)
    assert registration.tally.accepted == 2


def test_empty_columns_beside_the_table_are_no_part_of_it():
    registration = read_grid([["", "", *row, ""] for row in (HEADING, FIRST)])
    (table,) = registration.tables
    assert (table.first_column, table.last_column) == ("C", "G")
    assert [column.letter for column in registration.found] == ["C", "D", "E", "F", "G"]


@pytest.mark.parametrize(
    "below",
    [
        [line("Bron: eigen administratie")],
        [line("1", "acute problematiek"), line("2", "niet zelfredzaam"), line("5", "volledig zelfredzaam")],
        [line("Legenda"), line("", "x = onbekend"), EMPTY, line("Datum export", "woensdag 19 maart 2025")],
        [line("", "", "", "acute problematiek")],
    ],
)
def test_a_legend_below_an_empty_row_ends_the_table_and_is_told(below):
    found, registration = table_of(HEADING, FIRST, SECOND, EMPTY, *below)
    told = only_issue(registration, "rows_below_table")
    n_filled = sum(row != EMPTY for row in below)
    assert found == (1, 1, 2, 3)
    assert (told.row, told.expected) == (5, str(n_filled))
    assert len(registration.observations) == 4
    assert (registration.tally.read, registration.tally.accepted) == (3 + len(below), 2)


@pytest.mark.parametrize(
    "later",
    [
        LATER,
        ["", "1-meting", "20-07-2025", 3, 4],
        ["p1", "", "", 3, 4],
        ["p1", "1-meting", "", "", 4],
        ["p1", "1-meting", "20-07-2025", "", ""],
        ["p1", "1-meting", "20-07-2025", "goed", "slecht"],
        ["", "", "", 3, ""],
    ],
)
def test_a_record_below_an_empty_row_is_never_lost_without_a_word(later):
    """It counts, or something says in which row it went wrong."""
    found, registration = table_of(HEADING, FIRST, EMPTY, EMPTY, later)
    told = [issue for issue in registration.issues if issue.row == 5]
    assert found == (1, 1, 2, 5)
    assert "rows_below_table" not in codes(registration)
    assert told or len(registration.observations) > 2


def test_records_go_on_below_a_note_between_them():
    found, registration = table_of(HEADING, FIRST, EMPTY, line("Hieronder de vervolgmetingen"), EMPTY, LATER)
    assert found == (1, 1, 2, 6)
    assert len(scores(registration)) == 4
    assert only_issue(registration, "row_without_scores").row == 4


def test_a_table_without_a_record_keeps_its_rows():
    """Nothing looks like a record: then nothing tells where the table ends."""
    found, registration = table_of(HEADING, line("iets"), EMPTY, line("nog iets"))
    assert found == (1, 1, 2, 4)
    assert codes(registration).count("row_without_scores") == 2


@pytest.mark.parametrize(
    "total",
    [
        line("Totaal"), line("Eindtotaal wijk Noord", "", "", 6, 8), line("Gem.", "", "", 3, 4),
        ["", "Gemiddelde score", "", 3, 4], ["", "", "", 6, 8], ["", "", "", 2.7, 4.3],
    ],
)  # fmt: skip
def test_a_total_is_no_record(total):
    third = ["p3", "0-meting", "20-01-2025", 2, 5]
    rows = [FIRST, SECOND, third] if total[3] == 2.7 else [FIRST, SECOND]
    registration = read_grid([HEADING, *rows, total])
    assert registration.errors == ()
    assert (registration.tally.accepted, registration.tally.skipped) == (len(rows), 1)


@pytest.mark.parametrize("nameless", [["", "", "", 3, 4], ["", "0-meting", "20-01-2025", 6, 8], ["", "", "", 6, ""]])
def test_scores_of_nobody_are_no_total(nameless):
    assert "participant_missing" in codes(read_grid([HEADING, FIRST, SECOND, nameless]))


def test_a_remark_that_begins_with_a_word_for_a_total_makes_no_total():
    row = ["", "0-meting", "20-01-2025", 2, 3, "totaal overstuur"]
    registration = read_grid([[*HEADING, "Opmerkingen"], [*FIRST, ""], row])
    assert only_issue(registration, "participant_missing").row == 3


# --- headings of several rows ---------------------------------------------------------------------------------------


def test_labels_are_carried_across_the_columns_they_span():
    registration = read_grid(
        grid_of("""
        Naam van het project | | | |
        | 0-meting | | 1-meting |
        Deelnemer | Financiën | Huisvesting | Financiën | Huisvesting
        p1 | 2 | 3 | 4 | 5
        """)
    )
    assert [(column.column, column.indicator, column.moment) for column in registration.found[1:]] == [
        ("0-meting – Financiën", "finances", 0), ("0-meting – Huisvesting", "housing", 0),
        ("1-meting – Financiën", "finances", 1), ("1-meting – Huisvesting", "housing", 1),
    ]  # fmt: skip
    assert registration.tables[0].heading_rows == (2, 3)


def test_headings_are_carried_down_where_cells_are_merged():
    registration = read_grid(
        grid_of("""
        Deelnemer | Financiën | | Huisvesting |
        | 0-meting | 1-meting | 0-meting | 1-meting
        p1 | 2 | 3 | 4 | 5
        """)
    )
    moments = [(column.indicator, column.moment) for column in registration.found]
    assert moments == [(None, None), ("finances", 0), ("finances", 1), ("housing", 0), ("housing", 1)]


def test_three_rows_of_headings_tell_instrument_moment_and_domain():
    registration = read_grid(
        grid_of("""
        | ZRM | | |
        | 0-meting | | 1-meting |
        Nr | Financiën | Huisvesting | Financiën | Huisvesting
        p1 | 2 | 3 | 4 | 5
        """)
    )
    assert len(scores(registration)) == 4
    assert registration.tables[0].heading_rows[1] == 3


@pytest.mark.parametrize("label", ["Gewenst niveau", "Streefscore", "Doel"])
def test_a_label_that_makes_a_score_something_else_is_asked_about(label):
    registration = read_grid(
        grid_of(f"""
        | | | Score | | {label} |
        Deelnemer | Meetmoment | Datum | Financiën | Huisvesting | Financiën | Huisvesting
        p1 | 0 | 20-01-2025 | 2 | 3 | 5 | 5
        """)
    )
    asked = [issue.column for issue in registration.issues if issue.code == "column_in_question"]
    assert asked == [f"{label} – Financiën", f"{label} – Huisvesting"]


def test_labels_that_only_group_say_nothing():
    registration = read_grid(
        grid_of("""
        Algemeen | | | Wonen en werk |
        Deelnemer | Meetmoment | Datum | Financiën | Huisvesting
        p1 | 0 | 20-01-2025 | 2 | 3
        """)
    )
    assert registration.errors == ()
    assert len(scores(registration)) == 2


@pytest.mark.parametrize(
    "heading",
    ["Financiën¹", "Financiën*", "Financiën (1)", "Financiën 1)", "Financiën a)", "Financiën (1-5)",
     "Financiën [score]", "Financiën (score 1 t/m 5)", "Financiën **", "Financiën (1-5)²"],
)  # fmt: skip
def test_footnote_marks_and_units_are_no_part_of_a_name(heading):
    registration = read_grid([["Deelnemer", "Meetmoment", heading], ["p1", "0", 2]])
    assert list(scores(registration).values()) == [2.0]
    assert registration.found[2].column == heading


# --- what is said of it ---------------------------------------------------------------------------------------------


def test_every_column_says_how_sure_it_is_and_why():
    mapping = read_mapping('ignore = ["Kleur"]')
    heading = ["Deelnemer", "Meting", "Datum", "Financiën", "LG", "Huisvestng", "Kleur", "Voornaam", "Weer"]
    row = ["p1", "0", "20-01-2025", 2, 3, 4, "rood", "Jan", "zon"]
    found = {column.column: column for column in read_grid([heading, row], mapping=mapping).found}
    assert {name: (column.confidence, column.reason) for name, column in found.items()} == {
        "Deelnemer": (Confidence.CERTAIN, Reason.NAME),
        "Meting": (Confidence.CERTAIN, Reason.ALIAS),
        "Datum": (Confidence.CERTAIN, Reason.NAME),
        "Financiën": (Confidence.CERTAIN, Reason.NAME),
        "LG": (Confidence.LIKELY, Reason.ALIAS),
        "Huisvestng": (Confidence.ASKED, Reason.RESEMBLES),
        "Kleur": (Confidence.CERTAIN, Reason.SAID),
        "Voornaam": (Confidence.CERTAIN, Reason.IDENTIFYING),
        "Weer": (Confidence.UNKNOWN, Reason.NOTHING),
    }
    assert (found["Financiën"].samples, found["Financiën"].n_filled) == (("2",), 1)
    assert found["Deelnemer"].samples == found["Voornaam"].samples == ()


def test_stories_and_numbers_of_people_are_no_samples():
    rows = [[f"p{n}", "0", f"{n}", "Het gaat steeds beter met ons sinds de hulp er is, zegt zij."] for n in range(1, 6)]
    found = read_grid([["Deelnemer", "Meetmoment", "Financiën", "Toelichting"], *rows]).found
    assert [len(column.samples) for column in found] == [0, 1, 5, 0]


def test_a_column_that_may_hold_the_numbers_of_people_is_suggested_and_not_used():
    rows = [[f"A-{n:03}", 1 + n % 5, 2] for n in range(8)]
    registration = read_grid([["Sleutel", "Financiën T0", "Financiën T1"], *rows])
    first = registration.found[0]
    assert [suggestion.role for suggestion in first.suggestions] == ["participant"]
    assert (first.role, first.confidence, first.reason, first.samples) == (None, Confidence.ASKED, Reason.CONTENT, ())
    assert "participant_column_missing" in codes(registration)


def test_scores_without_anybody_are_asked_about():
    rows = [[1 + n % 3, 1 + n % 2, "Group1" if n % 2 else "Group2"] for n in range(40)]
    registration = read_grid([["MO", "SC", "Group"], *rows], name="lijst.csv")
    assert codes(registration) == ["no_table_found"]
    assert [column.column for column in registration.found] == ["MO", "SC", "Group"]
    assert not [column for column in registration.found if column.role]
    assert registration.observations.empty


def test_a_sheet_that_looks_like_a_registration_is_asked_about():
    strange: Grid = [["Sleutel", "Vraag a", "Vraag b", "Vraag c"], *([f"k{n}", n % 5, n % 4, n % 3] for n in range(20))]
    registration = read_book({"Metingen": [HEADING, FIRST], "Blad2": strange, "Blad3": [["nog bellen"], ["koffie"]]})
    assert only_issue(registration, "sheet_in_question").sheet == "Blad2"
    assert only_issue(registration, "unknown_sheet").sheet == "Blad3"
    assert [column.letter for column in registration.found if column.sheet == "Blad2"] == ["A", "B", "C", "D"]


# --- the same twice -------------------------------------------------------------------------------------------------


def test_the_same_file_is_read_once():
    content = xlsx({"Metingen": [HEADING, FIRST]})
    registration = read_files({"a.xlsx": content, "b.xlsx": content}, instruments=ZRM)
    assert (only_issue(registration, "same_file_twice").sheet, len(registration.observations)) == ("b.xlsx", 2)
    assert registration.errors == ()


def test_the_same_file_for_another_moment_is_another_file():
    content = csv([["Deelnemer", "Financiën"], ["p1", 2]])
    registration = read_files({"0-meting.csv": content, "1-meting.csv": content}, instruments=ZRM)
    assert sorted(moment for _, _, moment in scores(registration)) == [0, 1]


def test_a_copy_of_a_sheet_is_read_once():
    registration = read_book({"Metingen": [HEADING, FIRST], "Metingen (2)": [HEADING, FIRST]})
    assert only_issue(registration, "same_sheet_twice").sheet == "Metingen (2)"
    assert registration.errors == ()


def test_two_sheets_that_differ_in_one_cell_are_two_sheets():
    changed = [*FIRST[:-1], 1]
    registration = read_book({"Metingen": [HEADING, FIRST], "Metingen (2)": [HEADING, changed]})
    assert "duplicate_measurement" in codes(registration)


# --- numbers that several columns make up ---------------------------------------------------------------------------

BOTH = read_mapping('participant = ["Locatie", "Nr"]')


def test_numbers_that_restart_per_site_are_joined():
    table = grid_of("""
        Locatie | Nr | Meetmoment | Datum | Financiën
        Noord | 1 | 0 | 20-01-2025 | 2
        Zuid | 1 | 0 | 20-01-2025 | 3
        Noord | 11 | 0 | 20-01-2025 | 4
        """)
    registration = read_grid(table, mapping=BOTH)
    assert registration.errors == ()
    assert sorted(scores(registration).values()) == [2, 3, 4]
    assert [(column.letter, column.role, column.samples) for column in registration.found[:2]] == [
        ("A", "participant", ()), ("B", "participant", ()),
    ]  # fmt: skip


def test_half_a_number_is_no_number():
    registration = read_grid(
        [["Locatie", "Nr", "Meetmoment", "Financiën"], ["Noord", "", "0", 2], ["Zuid", "1", "0", 3]], mapping=BOTH
    )
    missing = only_issue(registration, "participant_missing")
    assert (missing.row, missing.column) == (2, "Locatie · Nr")


# --- any spreadsheet ------------------------------------------------------------------------------------------------


FIVE_RECORDS = "".join(f"\nx | y | 1-{month}-2020 | {month}" for month in range(1, 6))


def seen(grid: Grid) -> tuple | None:
    (sheet,) = look_at(Upload(name="x.csv", content=csv(grid)))
    found = sheet.found
    return found and (*found.heading_rows, found.first_row, found.last_row, found.first_column, found.last_column)


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("a | b\n1 | 2", (1, 1, 2, 2, "A", "B")),
        ("Thema 2015 | |\n | huizen | mensen\nNoord | 5 | 9\nZuid | 4 | 7\n | |\nBron | CBS |", (2, 2, 3, 4, "A", "C")),
        (f"a | title | of | several\nmerging | | cells |\nnaam | soort | dag | aantal{FIVE_RECORDS}\nnote | | |",
         (3, 3, 4, 8, "A", "D")),
        (" | 2013 | | 2014 |\nNaam | Inst. | Groep | Inst. | Groep\nx | 1 | 2 | 3 | 4", (1, 2, 3, 3, "A", "E")),
        ("naam | gewicht\n(bij geboorte) | (in gram)\nx | 5", (1, 2, 3, 3, "A", "B")),
        ("1 | 2\n3 | 4", None),
        ("1-1-2020 | 1-2-2020", None),
    ],
)  # fmt: skip
def test_the_table_of_any_sheet_is_where_a_person_would_point(table, expected):
    assert seen(grid_of(table)) == expected


def test_a_sheet_without_a_cell_has_no_table():
    book = {"leeg": [[""]], "vol": [["a", "b"], [1, 2]]}
    assert [sheet.found is None for sheet in look_at(Upload(name="x.xlsx", content=xlsx(book)))] == [True, False]
