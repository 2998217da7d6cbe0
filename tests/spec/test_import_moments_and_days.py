"""When was measured: the order of moments, days that contradict it, and people who had left."""

from tests.ingest.reading import codes, only_issue, read_book, read_table, scores
from tests.ingest.spreadsheets import grid_of


def test_a_follow_up_on_the_day_of_the_start_is_warned_about_and_kept():
    registration = read_table("""
        Deelnemer | Meetmoment | Datum      | Financiën
        1         | 0-meting   | 20-01-2025 | 3
        1         | 1-meting   | 20-01-2025 | 4
        2         | 0-meting   | 20-01-2025 | 3
        2         | 1-meting   | 21-01-2025 | 4
    """)
    issue = only_issue(registration, "follow_up_before_start")
    assert (issue.row, issue.value, issue.expected) == (3, "2025-01-20", "2025-01-20")
    assert len(scores(registration)) == 4


def test_a_later_follow_up_is_held_against_the_one_before_it():
    registration = read_table("""
        Deelnemer | Financiën T0 | Datum T0   | Financiën T1 | Datum T1   | Financiën T2 | Datum T2
        1         | 3            | 20-01-2025 | 4            | 20-07-2025 | 4            | 20-06-2025
    """)
    assert only_issue(registration, "follow_up_before_start").expected == "2025-07-20"


def test_raters_are_not_held_against_each_other():
    registration = read_table("""
        Deelnemer | Meetmoment | Datum      | Beoordelaar  | Financiën
        1         | 0-meting   | 20-01-2025 | professional | 3
        1         | 1-meting   | 19-01-2025 | deelnemer    | 4
    """)
    assert codes(registration) == ["rater_changes"]


def test_the_order_of_the_rows_does_not_matter():
    registration = read_table("""
        Deelnemer | Meetmoment | Datum      | Financiën
        1         | 1-meting   | 20-07-2025 | 4
        1         | 0-meting   | 20-01-2025 | 3
    """)
    assert codes(registration) == []


def test_a_measurement_after_the_participant_left_is_warned_about_and_kept():
    registration = read_book({
        "Deelnemers": grid_of("Deelnemer | Uitstroomdatum\n1 | 01-07-2025\n2 | \n3 | 01-07-2025"),
        "Metingen": grid_of("""
            Deelnemer | Meetmoment | Datum      | Financiën
            1         | 0-meting   | 20-01-2025 | 3
            1         | 1-meting   | 02-07-2025 | 4
            2         | 0-meting   | 02-07-2025 | 4
            3         | 0-meting   | 01-07-2025 | 4
        """),
    })  # fmt: skip
    issue = only_issue(registration, "measured_after_exit")
    assert (issue.row, issue.value, issue.expected) == (3, "2025-07-02", "2025-07-01")
    assert len(scores(registration)) == 4


def test_a_date_of_leaving_that_cannot_be_right_is_held_against_nothing():
    registration = read_book({
        "Deelnemers": grid_of("Deelnemer | Instroomdatum | Uitstroomdatum\n1 | 10-01-2025 | 09-01-2025"),
        "Metingen": grid_of("Deelnemer | Meetmoment | Datum | Financiën\n1 | 0-meting | 20-01-2025 | 3"),
    })  # fmt: skip
    assert codes(registration) == ["ended_before_started"]


def test_a_date_is_asked_only_where_there_is_a_score():
    registration = read_table("""
        Deelnemer | Financiën T0 | Datum T0   | Financiën T1 | Datum T1
        1         | 3            | 20-01-2025 |              |
        2         | 3            | 20-01-2025 | 4            |
    """)
    issue = only_issue(registration, "date_missing")
    assert (issue.row, issue.column) == (3, "Datum T1")


def test_today_is_not_the_future():
    table = "Deelnemer | Meetmoment | Datum | Financiën\n1 | 0 | {} | 3"
    assert codes(read_table(table.format("01-01-2026"))) == []
    assert codes(read_table(table.format("02-01-2026"))) == ["date_in_future"]
