"""How people write numbers, days, moments and yes or no."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.ingest.values.days import day_order, is_order_unclear, parse_date
from pipelines.ingest.values.notation import (
    BOTH,
    decimal_mark,
    may_be_either,
    parse_moment,
    parse_number,
    parse_yes_no,
)


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("7", 7), ("7,5", 7.5), ("7.5", 7.5), (" 12 ", 12), ("-3", -3), ("−3", -3), ("1.234,5", 1234.5),
        ("1,234.5", 1234.5), ("1.234.567", 1234567), ("1,234,567", 1234567), ("€ 1.234,50", 1234.5), ("€ 25,-", 25),
        ("€ 1.250,-", 1250),
        ("1 234", 1234), ("0.123", 0.123), ("0,5", 0.5), (7.25, 7.25),
    ],
)  # fmt: skip
def test_a_number_is_read_as_it_is_written_in_dutch(written, number):
    assert parse_number(written) == number


@pytest.mark.parametrize("written", ["", "goed", "1-5", "1.23.4", "1,2,3", "7,", ",5", "1e5", "nan", "inf", "²"])
def test_what_is_no_number_is_not_made_one(written):
    assert parse_number(written) is None


def test_the_other_cells_of_a_column_tell_what_its_points_are():
    assert decimal_mark(["80.7", "80.123", "x"]) == "."
    assert parse_number("80.123", ".") == 80.123
    assert decimal_mark(["7,5", "1.234"]) == ","
    assert parse_number("1.234", ",") == 1234
    assert decimal_mark(["1.234", "7"]) is None


@pytest.mark.parametrize("written", ["1.234", "1,234", "-2.500", "€ 1.250"])
def test_a_thousand_that_may_be_one_and_a_bit_is_not_guessed_at(written):
    assert parse_number(written) is None
    assert may_be_either(written, None)
    assert not may_be_either(written, ",")
    assert parse_number("1.234", ",") == 1234
    assert parse_number("1.234", ".") == 1.234
    assert parse_number("1.234", is_whole=True) == 1234


@pytest.mark.parametrize("written", ["7,5", "1.234,5", "12", "1.234.567", "0.123"])
def test_what_can_be_one_number_only_is_no_question(written):
    assert not may_be_either(written, None)


def test_a_column_that_mixes_points_and_commas_is_not_guessed_at():
    assert decimal_mark(["7,5", "80.7"]) == BOTH
    assert parse_number("1.234", BOTH) is None
    assert parse_number("7,5", BOTH) == 7.5


@given(st.floats(-1e6, 1e6).map(lambda number: round(number, 3)))
def test_a_number_in_dutch_comes_back(number):
    written = f"{number:,.3f}".translate(str.maketrans(".,", ",."))
    assert parse_number(written, ",") == pytest.approx(number)


@pytest.mark.parametrize(
    "written",
    [
        "31-01-2025", "31/1/2025", "31.01.2025", "31-1-25", "2025-01-31", "2025/01/31", "20250131", "31 jan 2025",
        "31 januari 2025", "31 Jan. 2025", "31st January 2025", "January 31, 2025", "vrijdag 31 januari 2025",
        "31-01-2025 14:30", "2025-01-31T00:00:00", "31 jan. '25", "31-jan-25", "31-jan.-2025", "vr 31 januari 2025",
        "vr. 31-1-2025", "31-01-2025 14.30 uur", "2025-01-31T14:30:00+01:00", "31/01/2025 02:30 PM",
        "31 januari ’25", 45688.0, 45688.5, 20250131.0, date(2025, 1, 31),
        datetime(2025, 1, 31, 9, 30),
    ],
)  # fmt: skip
def test_a_day_is_read_in_every_usual_notation(written):
    assert parse_date(written) == date(2025, 1, 31)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "31-02-2025",
        "29-02-1900",
        "29-02-2025",
        "1/25/2025",
        "3 fin 2025",
        "huis 3-1-2025",
        "jan 2025",
        "2025",
        2025.0,
        3.0,
        "morgen",
        "0-0-0",
    ],
)
def test_what_is_no_day_is_not_made_one(written):
    assert parse_date(written) is None


def test_the_day_comes_before_the_month():
    assert parse_date("3-4-2025") == date(2025, 4, 3)


def test_a_column_shows_which_comes_first():
    assert day_order(["3-4-2025", "25-4-2025"]) == "day"
    assert day_order(["3/4/2025", "4/25/2025"]) == "month"
    assert day_order(["25/4/2025", "4/25/2025"]) == "both"
    assert day_order(["3-4-2025", "3 mei 2025", 45_000.0, date(2025, 1, 2)]) is None


@pytest.mark.parametrize("order", ["month", "both"])
def test_where_the_month_may_come_first_what_may_be_two_days_is_asked_about(order):
    asked = ["3/4/2025", "4/25/2025", "3-4-25 10:00", date(2025, 4, 3), datetime(2025, 4, 3, 9)]
    known = ["4/4/2025", "25/4/2025", "2025-04-03", "3 april 2025", date(2025, 4, 25), date(2025, 4, 4), 45_000.0, "x"]
    assert [is_order_unclear(cell, order) for cell in asked] == [True] * len(asked)
    assert [is_order_unclear(cell, order) for cell in known] == [False] * len(known)


@pytest.mark.parametrize("order", [None, "day"])
def test_where_nothing_shows_a_month_first_the_day_comes_first(order):
    assert not is_order_unclear("3/4/2025", order)
    assert parse_date("3/4/2025") == date(2025, 4, 3)


def test_serial_numbers_count_from_1900_or_from_1904():
    assert parse_date(44_000.0) == date(2020, 6, 18)
    assert parse_date(44_000.0, counts_from_1904=True) == date(2024, 6, 19)


@given(st.dates(date(1960, 1, 1), date(2090, 1, 1)), st.booleans())
def test_a_serial_number_comes_back_as_its_day(day, from_1904):
    first = date(1904, 1, 1) if from_1904 else date(1899, 12, 30)
    assert parse_date(float((day - first).days), counts_from_1904=from_1904) == day


@given(st.dates(date(1950, 1, 1), date(2049, 12, 31)))
def test_a_day_comes_back_from_every_notation(day):
    assert {parse_date(form.format(day)) for form in ("{:%d-%m-%Y}", "{:%d-%m-%y}", "{:%Y-%m-%d}", "{:%d/%m/%Y}")} == {
        day
    }


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        (0.0, 0), ("0", 0), ("0-meting", 0), ("0 meting", 0), ("nulmeting", 0), ("Start", 0), ("T0", 0), ("M0", 0),
        ("voormeting", 0), ("baseline", 0), ("1-meting", 1), ("1", 1), ("T1", 1), ("nameting", 1), ("follow-up 1", 1),
        ("Follow-up", 1), ("vervolgmeting 2", 2), ("meting 3", 3), ("12-meting", 12), (2.0, 2), ("moment 1", 1),
    ],
)  # fmt: skip
def test_a_moment_is_a_number(written, moment):
    assert parse_moment(written) == moment


@pytest.mark.parametrize(
    "written", ["", "1e meting", "eerste meting", "eindmeting", "6 maanden", "-1", 0.5, -1.0, 100.0]
)
def test_a_moment_that_may_be_another_is_not_guessed_at(written):
    assert parse_moment(written) is None


@pytest.mark.parametrize(
    ("written", "answer"), [("Ja", 1), ("j", 1), ("YES", 1), (1.0, 1), ("TRUE", 1), ("Nee", 0), ("0", 0)]
)
def test_yes_and_no(written, answer):
    assert parse_yes_no(written) == answer


@given(st.text() | st.floats() | st.datetimes() | st.dates())
def test_no_cell_breaks_a_reader(cell):
    for read in (parse_number, parse_date, parse_moment, parse_yes_no):
        read(cell)
    decimal_mark([cell])
