"""Which rows of a spreadsheet count, and what becomes of those that do not (method, section 2)."""

import pytest

from tests.ingest.reading import codes, only_issue, participant, read_table, scores


def told(registration) -> tuple[int, int, int, int]:
    tally = registration.tally
    return tally.read, tally.accepted, tally.refused, tally.skipped


def test_every_row_is_accepted_refused_or_skipped():
    registration = read_table("""
        Deelnemer | Meetmoment | Datum      | Financiën
        VOORBEELD | 0-meting   | 20-01-2025 | 3
        1         | 0-meting   | 20-01-2025 | 2
        1         | 1-meting   | 20-07-2025 | 6
                  |            |            |
        2         | 0-meting   | 21-01-2025 | 4
        Totaal    |            |            | 12
    """)
    assert told(registration) == (6, 2, 1, 3)
    assert scores(registration) == {(participant("1"), "finances", 0): 2, (participant("2"), "finances", 0): 4}


def test_the_word_example_elsewhere_makes_no_example():
    registration = read_table("""
        Deelnemer | Meetmoment | Datum      | Financiën | Opmerking
        1         | 0-meting   | 20-01-2025 | 3         | voorbeeld
    """)
    assert told(registration) == (1, 1, 0, 0)


def test_one_wrong_cell_refuses_its_whole_row():
    registration = read_table("""
        Deelnemer | Meetmoment | Datum      | Financiën | Huisvesting
        1         | 0-meting   | 20-01-2025 | 9         | 3
        2         | 0-meting   | 20-01-2025 | 2         | 3
    """)
    assert told(registration) == (2, 1, 1, 0)
    assert {who for who, _, _ in scores(registration)} == {participant("2")}


def test_the_issue_names_the_row_that_the_spreadsheet_shows():
    registration = read_table("""
        Registratie 2025 | | |
         | | |
        Deelnemer | Meetmoment | Datum      | Financiën
        1         | 0-meting   | 20-01-2025 | 6
    """)
    issue = only_issue(registration, "value_out_of_range")
    assert (issue.sheet, issue.row, issue.column, issue.value) == ("metingen.csv", 4, "Financiën", "6")


@pytest.mark.parametrize("score", ["0", "6", "-2"])
def test_a_value_outside_the_scale_is_refused_and_never_moved_to_its_edge(score):
    registration = read_table(f"""
        Deelnemer | Meetmoment | Datum      | Financiën
        1         | 0-meting   | 20-01-2025 | {score}
    """)
    assert codes(registration) == ["value_out_of_range"]
    assert registration.observations.empty


def test_an_empty_score_is_missing_and_no_low_score():
    registration = read_table("""
        Deelnemer | Meetmoment | Datum      | Financiën | Huisvesting
        1         | 0-meting   | 20-01-2025 |           | 3
    """)
    assert scores(registration) == {(participant("1"), "housing", 0): 3}
    assert codes(registration) == []


def test_a_score_that_means_not_applicable_is_missing():
    registration = read_table(
        """
        Deelnemer | Meetmoment | Datum      | Huisvesting | Werk
        1         | 0-meting   | 20-01-2025 | 0           | 3
        """,
        instruments=("ssm_arizona",),
    )
    assert scores(registration) == {(participant("1"), "employment", 0): 3}
    assert codes(registration) == []


def test_a_level_may_be_written_by_its_name():
    registration = read_table("""
        Deelnemer | Meetmoment | Datum      | Financiën
        1         | 0-meting   | 20-01-2025 | beperkt zelfredzaam
    """)
    assert list(scores(registration).values()) == [3]


def test_a_row_without_any_score_is_skipped_and_told():
    registration = read_table("""
        Deelnemer | Meetmoment | Datum      | Financiën
        1         | 0-meting   | 20-01-2025 | 3
        1         | 1-meting   |            |
    """)
    assert told(registration) == (2, 1, 0, 1)
    assert only_issue(registration, "row_without_scores").row == 3


@pytest.mark.parametrize("second", ["3", "4"])
def test_a_second_score_at_the_same_moment_is_refused_whatever_it_says(second):
    registration = read_table(f"""
        Deelnemer | Meetmoment | Datum      | Financiën
        1         | 0-meting   | 20-01-2025 | 3
        1         | nulmeting  | 20-01-2025 | {second}
    """)
    assert list(scores(registration).values()) == [3]
    issue = only_issue(registration, "duplicate_measurement")
    assert (issue.row, issue.expected) == (3, "metingen.csv!2")


def test_two_raters_at_one_moment_are_two_measurements():
    registration = read_table("""
        Deelnemer | Meetmoment | Datum      | Beoordelaar  | Financiën
        1         | 0-meting   | 20-01-2025 | professional | 3
        1         | 0-meting   | 20-01-2025 | deelnemer    | 4
    """)
    assert codes(registration) == []
    assert sorted(registration.observations["rater"]) == ["participant", "professional"]


def test_without_a_rater_the_rater_is_unstated():
    registration = read_table("""
        Deelnemer | Meetmoment | Datum      | Beoordelaar | Financiën
        1         | 0-meting   | 20-01-2025 |             | 3
    """)
    assert list(registration.observations["rater"]) == ["unstated"]


def test_without_a_date_column_scores_count_and_days_are_unknown():
    registration = read_table("""
        Deelnemer | Meetmoment | Financiën
        1         | 0-meting   | 3
    """)
    assert codes(registration) == ["date_column_missing"]
    assert registration.observations["measured_on"].isna().all()
    assert list(scores(registration).values()) == [3]


def test_a_date_for_no_moment_in_particular_is_not_used():
    registration = read_table("""
        Deelnemer | Datum      | Financiën T0 | Financiën T1
        1         | 20-01-2025 | 3            | 4
    """)
    assert sorted(codes(registration)) == ["date_column_missing", "unknown_column"]
    assert registration.observations["measured_on"].isna().all()


def test_scores_of_no_clear_moment_are_asked_about():
    for headings in (
        "Stad | Financiën | Wonen T1",
        "Stad | Meetmoment | Wonen T1",
        "Meetmoment | Financiën | Wonen T1",
    ):
        registration = read_table(f"Deelnemer | Datum | {headings}\n1 | 20-01-2025 | 0 | 3 | 3")
        assert "moment_column_missing" in codes(registration)
        assert registration.observations.empty
        assert told(registration) == (1, 0, 1, 0)


def test_a_row_of_a_long_list_holds_one_observation():
    registration = read_table("""
        Deelnemer | Meetmoment | Datum      | Leefgebied | Score
        1         | 0-meting   | 20-01-2025 | Financiën  | 2
        1         | 0-meting   | 20-01-2025 | Geldzaken  | 3
        1         | 0-meting   | 20-01-2025 | Huisvesting| 6
    """)
    assert sorted(codes(registration)) == ["duplicate_measurement", "value_out_of_range"]
    assert told(registration) == (3, 1, 2, 0)


def test_a_cell_that_serves_several_moments_is_wrong_once():
    registration = read_table("""
        Deelnemer | Beoordelaar  | Financiën T0 | Financiën T1
        1         | de buurvrouw | 3            | 4
    """)
    assert only_issue(registration, "choice_not_understood").row == 2
