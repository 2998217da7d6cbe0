"""Moments in headings, labels and names of sheets and files: what is understood, and what is asked."""

import pytest

from pipelines.domain.registration import Confidence, Reason
from pipelines.ingest.mapping.column_mapping import read_mapping
from tests.ingest.reading import ZRM, codes, plain, read_book, read_files, read_grid, scores
from tests.ingest.spreadsheets import xlsx

EXPECTED = {("finances", 0): 1.0, ("finances", 1): 2.0, ("housing", 0): 3.0, ("housing", 1): 4.0}


def wide(*headings: str) -> list:
    """Financiën and Huisvesting at start and follow-up, in this order, under these headings."""
    return [["Nr", *headings], ["p1", 1, 3, 2, 4]]


def told(registration) -> dict[tuple[str, int], float]:
    return {(indicator, moment): value for (_, indicator, moment), value in scores(registration).items()}


@pytest.mark.parametrize(
    ("start", "follow_up"),
    [
        ("{} 0-meting", "{} 1-meting"), ("{} (0-meting)", "{} (1-meting)"), ("0-meting {}", "1-meting {}"),
        ("{}_t0", "{}_t1"), ("{}.pre", "{}.post"), ("{} T0", "{} T1"), ("T0_{}", "T1_{}"), ("{}T0", "{}T1"),
        ("0M {}", "1M {}"), ("M0 {}", "M1 {}"), ("{} meting 0", "{} meting 1"), ("{}-nulmeting", "{}-1-meting"),
        ("{} baseline", "{} follow-up 1"), ("{} baseline", "{} follow-up"), ("Nulmeting: {}", "Nameting: {}"),
        ("{} voor", "{} na"), ("voor {}", "na {}"), ("{} (begin)", "{} (eind)"), ("{} start", "{} eind"),
        ("{} beginmeting", "{} eindmeting"), ("{} before", "{} after"), ("{}", "{} 1-meting"), ("{}", "{} na"),
        ("{}", "{} eindmeting"), ("{}", "{} T1"), ("{} (1-5) T0", "{} (1-5) T1"), ("{} T0 (1-5)", "{} T1 (1-5)"),
    ],
)  # fmt: skip
@pytest.mark.parametrize(("first", "second"), [("Financiën", "Huisvesting"), ("fin", "huisv")])
def test_a_moment_is_understood_in_any_naming(start, follow_up, first, second):
    headings = [form.format(name) for form in (start, follow_up) for name in (first, second)]
    registration = read_grid(wide(*headings))
    assert registration.errors == ()
    assert told(registration) == EXPECTED


@pytest.mark.parametrize(
    ("start", "follow_up"),
    [
        ("{} T0", "{} T6"), ("0M {}", "6M {}"), ("{} T3", "{} T6"), ("{} start", "{} na 6 maanden"),
        ("{}", "{} 6 mnd"), ("{} 1e meting", "{} 2e meting"), ("{} 1", "{} 2"), ("{} 2023", "{} 2024"),
        ("{} begin", "{} tussen"), ("{} T0", "{} eind 2024"), ("{} gewenst", "{} T1"),
    ],
)  # fmt: skip
def test_what_may_be_another_moment_is_asked(start, follow_up):
    headings = [form.format(name) for form in (start, follow_up) for name in ("Financiën", "Huisvesting")]
    registration = read_grid(wide(*headings))
    assert registration.errors
    assert 1 not in {moment for _, moment in told(registration)}
    assert registration.observations.empty


@pytest.mark.parametrize("alone", ["na", "eind", "voor", "eindmeting"])
def test_half_of_a_pair_says_nothing(alone):
    registration = read_grid([["Nr", f"Financiën {alone}", "Huisvesting T0"], ["p1", 1, 2]])
    assert "column_in_question" in codes(registration)


def test_an_end_beside_numbered_follow_ups_is_asked():
    registration = read_grid(
        [["Nr", "Financiën T0", "Financiën T1", "Financiën T2", "Financiën eind"], ["p1", 1, 2, 3, 4]]
    )
    assert "column_in_question" in codes(registration)


def test_a_start_without_a_number_needs_a_follow_up_of_everything():
    registration = read_grid([["Nr", "Financiën", "Huisvesting", "Financiën 1-meting"], ["p1", 1, 2, 3]])
    assert codes(registration) == ["moment_column_missing"]


def test_a_start_without_a_number_takes_its_date_along():
    heading = ["Nr", "Datum", "Financiën", "Datum 1-meting", "Financiën 1-meting"]
    registration = read_grid([heading, ["p1", "20-01-2025", 1, "20-07-2025", 2]])
    assert registration.issues == ()
    assert len({row[5] for row in plain(registration.observations)}) == 2
    start = registration.found[2]
    assert (start.moment, start.confidence, start.reason) == (0, Confidence.LIKELY, Reason.MOMENT_IN_HEADING)


@pytest.mark.parametrize("name", ["Voorjaar", "0-meting", "1-meting kopie"])
def test_the_mapping_has_the_last_word_on_the_moment_of_a_sheet(name):
    mapping = read_mapping(f'sheet_moments = {{ "{name}" = 2 }}')
    registration = read_book({name: [["Nr", "Financiën"], ["p1", 3]]}, mapping=mapping)
    assert told(registration) == {("finances", 2): 3.0}
    assert registration.tables[0].moment == 2


def test_the_name_of_a_file_tells_the_moment_where_its_sheet_does_not():
    grid = [["Nr", "Financiën"], ["p1", 3]]
    files = {"nulmeting.xlsx": xlsx({"Blad1": grid}), "zrm 1-meting.xlsx": xlsx({"Blad1": [grid[0], ["p1", 4]]})}
    registration = read_files(files, instruments=ZRM)
    assert told(registration) == {("finances", 0): 3.0, ("finances", 1): 4.0}
    assert registration.tables[0].reason is Reason.MOMENT_OF_SHEET


def test_the_name_of_a_sheet_goes_before_that_of_its_file():
    registration = read_files({"0-meting.xlsx": xlsx({"1-meting": [["Nr", "Financiën"], ["p1", 3]]})}, instruments=ZRM)
    assert told(registration) == {("finances", 1): 3.0}


@pytest.mark.parametrize(
    "name",
    [
        "0-meting en 1-meting",
        "metingen t0 t1",
        "kosten per m2",
        "3",
        "export 2024-1",
        "rapport 6m",
        "T0 1-meting",
    ],
)
def test_the_name_of_a_file_that_tells_no_single_moment_tells_none(name):
    registration = read_files({f"{name}.xlsx": xlsx({"Blad1": [["Nr", "Financiën"], ["p1", 3]]})}, instruments=ZRM)
    assert codes(registration) == ["moment_column_missing"]


def test_sheets_that_may_be_called_after_months_are_asked_about():
    book = {name: [["Nr", "Financiën"], ["p1", 3]] for name in ("T0", "T6", "T12")}
    registration = read_book(book)
    assert codes(registration).count("moment_column_missing") == 2


@pytest.mark.parametrize(
    ("start", "follow_up"),
    [
        ("Intake (0-meting)", "Na 6 maanden (1-meting)"), ("0-meting, januari", "1-meting, juli"),
        ("Nulmeting 2025", "1-meting (2026)"),
    ],
)  # fmt: skip
def test_a_label_tells_its_moment_among_other_words(start, follow_up):
    grid = [["Nr", start, "", follow_up, ""], ["", "Financiën", "Huisvesting", "Financiën", "Huisvesting"]]
    registration = read_grid([*grid, ["p1", 1, 3, 2, 4]])
    assert registration.errors == ()
    assert told(registration) == EXPECTED


def test_a_label_that_tells_two_moments_tells_none():
    grid = [["Nr", "0-meting en 1-meting", ""], ["", "Financiën", "Huisvesting"], ["p1", 1, 3]]
    assert "moment_column_missing" in codes(read_grid(grid))
